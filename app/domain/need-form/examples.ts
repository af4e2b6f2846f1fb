import { addMonths, civilOf, dayOf, formatDay, parseDay } from "../dates.ts";
import { type Need, needSchema } from "../need.ts";
import waste from "../reference/example-needs/dechets-hopital.json" with { type: "json" };
import gardens from "../reference/example-needs/espaces-verts.json" with { type: "json" };
import furniture from "../reference/example-needs/mobilier-reemploi.json" with { type: "json" };
import cleaning from "../reference/example-needs/nettoyage-morbihan.json" with { type: "json" };
import catering from "../reference/example-needs/traiteur-seminaires.json" with { type: "json" };

/** A fictional need to start from. */
export interface ExampleNeed {
	readonly code: string;
	readonly label: string;
	readonly description: string;
	/** It starts on the first day of the month, this many months later. */
	readonly startsInMonths: number;
	/** A need of the exchange format, without a start. */
	readonly need: unknown;
}

/** The fictional needs that the project ships, simplest last. */
export function listExampleNeeds(): readonly ExampleNeed[] {
	return [cleaning, waste, furniture, gardens, catering];
}

/**
 * An example as a need that starts in a few months; null for an unknown code.
 *
 * @param today ISO date
 */
export function findExampleNeed(code: string, today: string): Need | null {
	const example = listExampleNeeds().find((one) => one.code === code);
	if (example === undefined) return null;
	const { year, month } = civilOf(addMonths(parseDay(today), example.startsInMonths));
	return { ...needSchema.parse(example.need), startsOn: formatDay(dayOf(year, month, 1)) };
}
