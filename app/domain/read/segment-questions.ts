import type { TaxonomyIndex } from "../taxonomy.ts";
import type { FoundService } from "./services.ts";
import type { Sheet } from "./sheet.ts";

/** A second segment this close to the first is asked about. */
const CLOSE = 0.8;
/** What is proposed beside: not farther than this from the first. */
const PROPOSED = 0.5;
const MAX_OPTIONS = 4;

/** Two segments that fit nearly as well: the buyer chooses; the first stands until then. */
export function askSegments(
	sheet: Sheet,
	services: readonly FoundService[],
	taxonomy: TaxonomyIndex,
): void {
	for (const [i, { segment, words, candidates }] of services.entries()) {
		const others = candidates.filter(
			(one) =>
				one.segment !== segment &&
				taxonomy.get(one.segment)?.parent !== segment &&
				taxonomy.get(segment)?.parent !== one.segment &&
				!services.some((service) => service.segment === one.segment),
		);
		const first = candidates.find((one) => one.segment === segment);
		const second = others[0];
		if (!first || !second || second.score < CLOSE * first.score) continue;
		const options = [first, ...others.filter(({ score }) => score >= PROPOSED * first.score)]
			.slice(0, MAX_OPTIONS)
			.map(({ segment: code }) => ({ label: taxonomy.get(code)?.label ?? code, value: code }));
		sheet.askOf(
			{
				about: "segment",
				path: `services[${i}].segment`,
				text: "Plusieurs segments d’achat sont proches : lequel est le vôtre ?",
				options,
				chosen: 0,
			},
			words,
		);
	}
}
