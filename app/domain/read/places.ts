import { expression, NUMBER, numberOf } from "./numbers.ts";
import type { NamedPlace, PlaceBook } from "./place-book.ts";
import { findPlaceHits, type PlaceHit } from "./place-hits.ts";
import type { Hit, Sheet } from "./sheet.ts";

const MAX_KM = 500;
const RADIUS = expression(
	String.raw`\b(?:(?:situee?s? |implantee?s? |etablie?s? |localisee?s? )?(?:dans |sur |avec )?(?:un )?(?:rayon|perimetre)(?: d'action| maximum| maximal)? (?:de |d'environ )?${NUMBER} ?(?:km|kilometres?)|(?:situee?s? |implantee?s? )?a (?:moins de |maximum |environ |moins d'|au plus )?${NUMBER} ?(?:km|kilometres?)|${NUMBER} ?(?:km|kilometres?)(?= (?:autour|a la ronde|maximum)))(?: (?:maximum|a la ronde|max|alentour))*`,
);
const SUPPLIERS =
	/(?:structures?|prestataires?|fournisseurs?|entreprises?|esat|ea|siae|operateurs?|associations?|candidats?|titulaires?|ressourceries?|ateliers?)[^.;\n]{0,25}$/;

/** Communes and territories, and how near a supplier must be. */
export function readPlaces(sheet: Sheet, book: PlaceBook, common: ReadonlySet<string>): void {
	readRadius(sheet);
	const hits = findPlaceHits(sheet, book, common);
	const settled = settle(hits);
	const sites: string[] = [];
	const zones: { hit: PlaceHit; place: NamedPlace }[] = [];
	for (const hit of hits) {
		const place = settled.get(hit);
		if (place === undefined) askWhich(sheet, hit);
		else if (place.commune === null) zones.push({ hit, place });
		else {
			sites.push(place.zone);
			sheet.say("site", { commune: place.commune.code, name: place.commune.name }, hit);
			sayToday(sheet, hit, place);
		}
	}
	sayZones(sheet, zones, sites, hits);
}

/** Around a place the distance is the supplier's; beside a number of sites, the sites'. */
function readRadius(sheet: Sheet): void {
	for (const hit of sheet.find(RADIUS)) {
		const km = numberOf(hit.group(1) || hit.group(2) || hit.group(3));
		if (km === null || km <= 0 || km > MAX_KM) continue;
		const counted = sheet.mentions.find(
			({ field, end }) => field === "siteCount" && hit.start - end >= 0 && hit.start - end < 25,
		);
		if (counted && !SUPPLIERS.test(sheet.before(hit.start, 45))) {
			sheet.warn(
				`« ${sheet.quote(hit)} » est compris de vos sites, pas des structures : donnez la commune de chacun.`,
				hit,
			);
		} else sheet.say("location", { rule: "sits-within", km }, hit);
	}
}

/** Which place each hit means; a hit that stays open is left out. */
function settle(hits: readonly PlaceHit[]): Map<PlaceHit, NamedPlace> {
	const settled = new Map<PlaceHit, NamedPlace>();
	for (const hit of hits) {
		const [only, ...others] = hit.places;
		if (only && others.length === 0) settled.set(hit, only);
	}
	const around = [...settled.values()];
	for (const hit of hits) {
		if (settled.has(hit)) continue;
		const near = hit.places.filter((place) => around.some((other) => isIn(place, other)));
		const best = near.length === 1 ? near[0] : near.length === 0 ? dominant(hit.places) : undefined;
		if (best) settled.set(hit, best);
	}
	return settled;
}

/** In the zone, or in the département of the other commune. */
function isIn({ commune }: NamedPlace, other: NamedPlace): boolean {
	if (commune === null) return false;
	if (other.commune) return other.commune.departement === commune.departement;
	return [
		`departement:${commune.departement}`,
		`region:${commune.region}`,
		`epci:${commune.epci}`,
	].includes(other.zone);
}

const TOWN = 20_000;
const TIMES = 10;

/** A town next to which its homonyms are villages. */
function dominant(places: readonly NamedPlace[]): NamedPlace | undefined {
	if (places.some(({ commune }) => commune === null)) return undefined;
	const [first, second] = [...places].sort((a, b) => people(b) - people(a));
	return first && people(first) >= TOWN && people(first) >= TIMES * (second ? people(second) : 0)
		? first
		: undefined;
}

function people({ commune }: NamedPlace): number {
	return commune?.population ?? 0;
}

function askWhich(sheet: Sheet, hit: PlaceHit): void {
	const options = [...hit.places].sort((a, b) => people(b) - people(a));
	const isMixed = options.some(({ commune }) => commune === null);
	sheet.ask(
		{
			about: "place",
			path: isMixed ? "place" : "sites",
			text: isMixed
				? `« ${sheet.quote(hit)} » : la commune ou le territoire ?`
				: `Plusieurs communes s’appellent « ${sheet.quote(hit)} » : laquelle ?`,
			options: options.map((place) => ({ label: placeLabel(place), value: place.zone })),
			chosen: null,
		},
		hit,
	);
}

const KIND_WORDS = {
	commune: "commune",
	epci: "intercommunalité",
	departement: "département",
	region: "région",
} as const;

/** « Saint-Denis (93) », « Vienne, département ». */
function placeLabel(place: NamedPlace): string {
	return place.commune
		? `${place.name} (${place.commune.departement})`
		: `${place.name}, ${KIND_WORDS[place.kind]}`;
}

function sayToday(sheet: Sheet, hit: Hit, { commune, name }: NamedPlace): void {
	if (!commune || name === commune.name) return;
	sheet.warn(
		`« ${name} » fait aujourd’hui partie de ${commune.name} (${commune.departement}).`,
		hit,
	);
}

/** A territory that holds the communes named says which they are; alone, it is where the need is. */
function sayZones(
	sheet: Sheet,
	zones: readonly { hit: PlaceHit; place: NamedPlace }[],
	sites: readonly string[],
	hits: readonly PlaceHit[],
): void {
	const open = zones.filter(
		({ place }) => !hits.some((hit) => hit.places.some((one) => isIn(one, place))),
	);
	for (const { hit, place } of zones) {
		if (open.some((zone) => zone.hit === hit)) continue;
		sheet.say("place.context", place.zone, hit);
	}
	const distinct = new Set(open.map(({ place }) => place.zone));
	const [first] = open;
	if (!first) return;
	if (sites.length > 0) {
		for (const { hit, place } of open) {
			sheet.warn(
				`${place.name} n’est pas retenu : un besoin porte sur des communes ou sur un territoire, et des communes sont nommées.`,
				hit,
			);
		}
	} else if (distinct.size === 1) {
		sheet.say("zone", first.place.zone, ...open.map(({ hit }) => hit));
	} else {
		sheet.ask(
			{
				about: "zone",
				path: "zone",
				text: "Plusieurs territoires sont nommés, un besoin n’en porte qu’un : lequel ?",
				options: [...distinct].map((zone) => ({
					label: placeLabel(open.find(({ place }) => place.zone === zone)?.place ?? first.place),
					value: zone,
				})),
				chosen: null,
			},
			...open.map(({ hit }) => hit),
		);
	}
}
