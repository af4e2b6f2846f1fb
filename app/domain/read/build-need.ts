import { formatEuros } from "../french-format.ts";
import { measureOf } from "../need-form/to-need.ts";
import type { Taxonomy } from "../reference.ts";
import { type Built, needOfParts } from "./need-of-parts.ts";
import { requirementsOf } from "./service-requirements.ts";
import type { FoundService } from "./services.ts";
import type { Mention, Sheet } from "./sheet.ts";
import type { ReadPart } from "./types.ts";

/** Fields of the need itself; the others belong to its services. */
const NEED_FIELDS = new Set([
	"reservation",
	"kinds",
	"startsOn",
	"durationMonths",
	"contract.form",
	"contract.renewals",
	"contract.maxEur",
	"contract.minOrderEur",
	"location",
	"consortiaAllowed",
	"maxLots",
	"zone",
]);
/** What is said beside the need, or only helps to read another part. */
const BESIDE = new Set(["site", "siteCount", "place.context", "reservation.words", "reuse"]);
/** Two services never share these: each has its own. */
const OWN_ONLY = new Set(["quantity", "amountEur"]);

/** Puts together what the readers found: the need, and where each of its values comes from. */
export function buildNeed(
	sheet: Sheet,
	services: readonly FoundService[],
	taxonomy: Taxonomy,
): Built {
	const parts: ReadPart[] = [
		...serviceParts(sheet, services, taxonomy),
		...siteParts(sheet),
		...needParts(sheet),
	];
	const built = needOfParts(parts, { services: services.length, siteName: siteNames(sheet) });
	return {
		need: built.need,
		parts: built.parts
			.map((part) => ({ ...part, words: [...part.words].sort((a, b) => a[0] - b[0]) }))
			.sort((a, b) => (a.words[0]?.[0] ?? 0) - (b.words[0]?.[0] ?? 0)),
	};
}

function serviceParts(
	sheet: Sheet,
	services: readonly FoundService[],
	taxonomy: Taxonomy,
): ReadPart[] {
	const mentions = sheet.mentions.filter(
		({ field }) => !NEED_FIELDS.has(field) && !BESIDE.has(field),
	);
	const shares = shareOut(sheet, mentions, services);
	return shares.flatMap((said, i): ReadPart[] => {
		const service = services[i];
		const at = `services[${i}]`;
		const measure = service ? measureOf(service.segment, taxonomy) : { unit: null, per: null };
		const segment = service
			? [{ path: `${at}.segment`, value: service.segment, words: service.words }]
			: [];
		const requirements = requirementsOf(sheet, said, measure).map(({ field, value, words }) => ({
			path: `${at}.${field}`,
			value,
			words,
		}));
		return [...segment, ...requirements];
	});
}

/** Which service each mention is about. Without a service they wait on one that has no segment yet. */
function shareOut(
	sheet: Sheet,
	mentions: readonly Mention[],
	services: readonly FoundService[],
): Mention[][] {
	if (services.length <= 1)
		return services.length === 1 || mentions.length > 0 ? [[...mentions]] : [];
	const shares: Mention[][] = services.map(() => []);
	const last = services.length - 1;
	for (const mention of mentions) {
		const at = mention.words[0]?.[0] ?? 0;
		const owner = Math.max(
			0,
			services.findIndex(({ from, to }) => at >= from && at < to),
		);
		const isBefore = at < (services[0]?.start ?? 0);
		const isAfter = owner === last && at >= (services[last]?.end ?? 0);
		const earlier = shares
			.slice(0, last)
			.some((share) => share.some(({ field }) => topic(field) === topic(mention.field)));
		const isShared = isBefore || (isAfter && !earlier);
		if (isShared && mention.field === "amountEur" && typeof mention.value === "number") {
			sheet.warn(
				`${formatEuros(mention.value)} pour plusieurs prestations : dites la part de chacune, le total n’est pas réparti.`,
				mention,
			);
		} else if (isShared && !OWN_ONLY.has(mention.field)) {
			for (const share of shares) share.push(mention);
		} else shares[owner]?.push(mention);
	}
	return shares;
}

function topic(field: string): string {
	return field.startsWith("rhythm.") ? "rhythm" : field;
}

function siteParts(sheet: Sheet): ReadPart[] {
	const bySite = new Map<string, Mention[]>();
	for (const mention of sheet.mentions) {
		if (mention.field !== "site") continue;
		const { commune } = mention.value as { commune: string };
		bySite.set(commune, [...(bySite.get(commune) ?? []), mention]);
	}
	const context = sheet.mentions.filter(({ field }) => field === "place.context");
	const sites = [...bySite].map(([commune, said], i) => ({
		path: `sites[${i}].commune`,
		value: commune,
		words: [...said, ...context].flatMap(({ words }) => words),
	}));
	const counts = sheet.mentions.filter(({ field }) => field === "siteCount");
	for (const other of counts.slice(1)) sheet.setAside(other);
	return [
		...sites,
		...counts.slice(0, 1).map(({ value, words }) => ({ path: "siteCount", value, words })),
	];
}

/** The name under which the text speaks of each commune. */
function siteNames(sheet: Sheet): (commune: string) => string {
	const names = new Map<string, string>();
	for (const { field, value } of sheet.mentions) {
		if (field !== "site") continue;
		const { commune, name } = value as { commune: string; name: string };
		if (!names.has(commune)) names.set(commune, name);
	}
	return (commune) => names.get(commune) ?? commune;
}

function needParts(sheet: Sheet): ReadPart[] {
	const byField = new Map<string, Mention[]>();
	for (const mention of sheet.mentions) {
		if (NEED_FIELDS.has(mention.field)) {
			byField.set(mention.field, [...(byField.get(mention.field) ?? []), mention]);
		}
	}
	const more = sheet.mentions.filter(({ field }) => field === "reservation.words");
	return [...byField].map(([path, said]) => {
		const first = said[0] as Mention;
		if (path === "kinds") {
			const kinds = [...new Set(said.flatMap(({ value }) => value as string[]))];
			return { path, value: kinds, words: said.flatMap(({ words }) => words) };
		}
		const same = said.filter(({ value }) => JSON.stringify(value) === JSON.stringify(first.value));
		for (const other of said) if (!same.includes(other)) sheet.setAside(other);
		const support = path === "reservation" ? more : [];
		return { path, value: first.value, words: [...same, ...support].flatMap(({ words }) => words) };
	});
}
