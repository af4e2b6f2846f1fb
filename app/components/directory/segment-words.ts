import { capital } from "#app/components/supplier/kinds.tsx";
import { PERIOD_LABELS, UNIT_LABELS } from "#app/domain/french-labels.ts";
import type { Segment } from "#app/domain/reference.ts";

const CONSTRAINTS: Record<string, string> = {
	daysPerWeek: "le nombre de jours par semaine",
	window: "les horaires",
	capacity: "la quantité",
	order: "le montant",
	leadTime: "le délai de démarrage",
	delivery: "la livraison",
	installation: "l’installation sur place",
	stock: "des quantités fermes ou selon les arrivages",
	storage: "le stockage",
};

/** What a need of this segment says first, in words; certificates are listed with the conditions. */
export function typicalWords(segment: Segment): string[] {
	return segment.typicalConstraints.flatMap((constraint) => CONSTRAINTS[constraint] ?? []);
}

/** « m² par passage »; null when the segment has no usual unit. */
export function unitWords({ unit, per }: Segment): string | null {
	if (unit === null) return null;
	const [, plural] = UNIT_LABELS[unit];
	return capital(per === null ? plural : `${plural} ${PERIOD_LABELS[per]}`);
}
