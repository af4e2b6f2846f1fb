import type { Segment, Taxonomy } from "../reference.ts";
import { expression } from "./numbers.ts";
import { type FoundService, joined } from "./services.ts";
import { type Hit, type Sheet, UNDERSTOOD } from "./sheet.ts";

const REUSE = expression(
	String.raw`(?:(\d{1,3}) ?% ?)?(?<![\p{L}])(?:(?:de |du |d'|en |issue?s? (?:du |de |de la )?|ou )*)(?:re-?emploi|re-?employee?s?|reconditionnee?s?|seconde main|2e main|d'occasion|occasion|reutilisee?s?)(?![\p{L}])`,
);
/** Where a thing is bought when it is to have served before. */
const SECOND_LIFE: Readonly<Record<string, string>> = {
	mobilier: "mobilier-reemploi",
	"materiel-informatique": "numerique-reconditionne",
	"materiaux-quincaillerie": "materiaux-reemploi",
	menuiserie: "materiaux-reemploi",
	"scenographie-expositions": "materiel-culturel-reemploi",
	"materiel-scenique-evenementiel": "materiel-culturel-reemploi",
};

const REUSE_FAMILY = "reemploi";

/** The words of reuse: they choose the segment, and stay readable for the ranking. */
export function findReuse(sheet: Sheet): Hit[] {
	return [...sheet.find(REUSE)];
}

/** Sends what is to be reused to its segment; a share of reuse is said, and changes nothing. */
export function applyReuse(
	sheet: Sheet,
	services: readonly FoundService[],
	hits: readonly Hit[],
	taxonomy: Taxonomy,
): FoundService[] {
	const whole = hits.filter((hit) => hit.group(1) === "" || hit.group(1) === "100");
	for (const hit of hits) {
		if (whole.includes(hit)) continue;
		sheet.warn(
			`« ${sheet.quote(hit)} » : une part de réemploi ne se cherche pas encore ; le segment n’en tient pas compte.`,
			hit,
		);
	}
	const sent = services.map((service) => {
		const near = whole.filter((hit) => {
			const [at] = sheet.wordsOf(hit);
			return services.length === 1 || (at >= service.from && at < service.to);
		});
		const segment = taxonomy.get(service.segment);
		if (near.length === 0 || !segment) return service;
		const target = secondLife(segment, service, taxonomy);
		for (const hit of near) sheet.mark(hit, UNDERSTOOD);
		const words = [
			...new Map(
				[...service.words, ...near.map((hit) => sheet.wordsOf(hit))].map((span) => [span[0], span]),
			).values(),
		];
		const candidates = target === segment.code ? service.candidates : [];
		return { ...service, segment: target, words, candidates };
	});
	// « reconditionnés : 30 ordinateurs » is one purchase, said twice.
	const kept: FoundService[] = [];
	for (const service of sent) {
		const segment = taxonomy.get(service.segment);
		const names = [service.segment, segment && whole.length > 0 ? twinOf(segment) : undefined];
		const same = kept.findIndex((other) => names.includes(other.segment));
		const other = kept[same];
		if (other) kept[same] = joined(other, { ...service, segment: other.segment }, taxonomy);
		else kept.push(service);
	}
	return kept;
}

/** The segment itself when reuse is already its trade, or when it has no twin there. */
function secondLife(segment: Segment, { candidates }: FoundService, taxonomy: Taxonomy): string {
	if (segment.code !== REUSE_FAMILY) return twinOf(segment) ?? segment.code;
	const things = candidates.flatMap(({ segment: code }) => taxonomy.get(code) ?? []);
	return things.map(twinOf).find((code) => code !== undefined) ?? segment.code;
}

function twinOf({ code, parent }: Segment): string | undefined {
	return SECOND_LIFE[code] ?? SECOND_LIFE[parent ?? ""];
}
