import { departementsOfPostcode, placeKey, withoutArticle } from "../place-names.ts";
import type { NamedPlace, PlaceBook } from "./place-book.ts";
import type { Hit, Sheet } from "./sheet.ts";

/** A name of a place in the text, with the places it may mean: one when it is certain. */
export interface PlaceHit extends Hit {
	readonly places: readonly NamedPlace[];
}

interface Word {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** A commune is meant. */
const IN_TOWN =
	/(?<![\p{L}])(?:a|vers|(?:aux? )?(?:autour|alentours|environs|pres|proche|proximite|peripherie|abords|est|ouest|sud) (?:de|d'|du)|(?:communes?|villes?|mairies?|hotel de ville|ccas|chu|chru|ch|centre hospitalier(?: [\p{L}]+)?|hopital|universite|bassin|secteur|region|arrondissement) (?:de|d'|du)|sur|basee?s? a|situee?s? a) ?(?:la |le |les |l')?$/u;
/** A territory is meant. */
const IN_ZONE =
	/(?<![\p{L}])(?:en|dans (?:le|la|les|l'|tout le|toute la)|(?:departements?|conseil departemental|conseil regional|regions?|prefecture|cdg|sdis) (?:de la|de l'|de|du|des|d')|sur (?:le|la|les|l'|tout le|toute la)|(?:tout|toute) (?:le|la)|(?:territoire|communes|ensemble|colleges|lycees|sud|nord|est|ouest) (?:du|de la|des|de l')) ?(?:departement |region )?(?:de la |du |de l'|des |de )?$/u;
const OF = /(?<![\p{L}])(?:de|du|des|d'|de la|de l'|la|le|les|l'|pour|et|ou) ?$/u;
/** « la Vienne »: a river or a département, never a commune that has no article. */
const ARTICLE = /(?<![\p{L}])(?:la|le|les|l'|du|des) ?$/u;
const JOINT_AUTHORITY =
	/(?<![\p{L}])(?:(?:communaute (?:de communes|d'agglomeration|urbaine)|agglomeration|agglo|metropole|intercommunalite|cc|ca|cu) (?:de |d'|du |de la |des )(?:pays (?:de |d'|du |de la |des ))?)$/u;
/** « CC du », written before the name of an intercommunalité. */
const AUTHORITY_FORM =
	/(?<![\p{L}])(?:communaute (?:de communes|d'agglomeration|urbaine)|agglomeration|agglo|cc|ca|cu|cda|cdc)(?: (?:de la|de l'|de|du|des|d'))? ?$/u;
/** « Bretagne Sud » names something else than Bretagne. */
const PART_OF_LAND = /^[ -](?:sud|nord|est|ouest|occidentale?|orientale?|atlantique)(?![p{L}])/;
const EXCLUDED = /(?<![\p{L}])(?:hors|hormis|sauf|excepte)(?: (?:de|du|la|le|les|l'))* ?$/u;
const NOT_A_PLACE =
	/(?<![\p{L}])(?:(?:rues?|avenue|boulevard|route|place|quai|chemin|allee|cours|pont|porte|gare) (?:de |du |des |d'|de la )?|(?:lycee|college|ecole|hopital|residence|ehpad|stade|gymnase|eglise|clinique|cite|groupe|salle|theatre|musee|societe|entreprise) |(?:m\.|mme|monsieur|madame) )$/u;
const SAME_LIST = /^ ?(?:,|et|ou|\/|;|-|puis|\+|ainsi que) ?(?:a |de |d'|sur )?$/;

const DEPARTEMENT_AFTER =
	/^,? ?\(? ?(?:dept\.? |departement )?(2[ab]|97[1-8]|0[1-9]|[1-9]\d)(?: ?\)|(?![\d\p{L}]| ?(?:m2|km|h\b|%|€|k€|jours|fois|sites)))/u;
const POSTCODE_AFTER = /^,? ?\(? ?(\d{5})(?!\d)\)?/;
const POSTCODE_BEFORE = /(?<!\d)(\d{5})(?:,| -)? ?$/;
const CEDEX = /^ ?cedex(?: \d{1,2})?/;
const BOROUGH =
	/^(?: ?-? ?\d{1,2}(?:er|e|eme)(?: arrondissement)?|(?: ?-)? ?arrondissement)(?![\p{L}\d])/u;

/** People from which a name is taken for the town without « à » before it. */
const SMALL_TOWN = 2_000;
const TOWN = 10_000;
/** Zones that are also words: they want « dans le » or « département du ». */
const WORDLIKE_ZONES = new Set([
	"lot",
	"nord",
	"somme",
	"cher",
	"manche",
	"reunion",
	"landes",
	"centre",
	"orne",
	"loire",
	"marne",
	"var",
	"ain",
]);

/** The names of places of a text, each with what it may mean from the words around it. */
export function findPlaceHits(
	sheet: Sheet,
	book: PlaceBook,
	common: ReadonlySet<string>,
): PlaceHit[] {
	const hits: PlaceHit[] = [];
	const words = wordsIn(sheet.text);
	for (let i = 0; i < words.length; i++) {
		const found = longestAt(sheet, book, common, words, i, hits.at(-1));
		if (!found) continue;
		hits.push(found.hit);
		i += found.length - 1;
	}
	for (const hit of sheet.find(/\b(?:code postal|cp) ?:? ?(\d{5})(?!\d)|\ba (\d{5})(?!\d)/g)) {
		const places = book
			.ofPostcode(hit.group(1) || hit.group(2))
			.flatMap(({ code, name }) =>
				book.named(placeKey(name)).filter(({ zone }) => zone === `commune:${code}`),
			);
		if (places.length > 0 && !hits.some((other) => overlaps(other, hit)))
			hits.push({ ...hit, places });
	}
	for (const hit of sheet.find(
		/\b(?:(?:dans|sur) le|departement(?: du| de l')?|dept\.?) ?(2[ab]|97[1-8]|0[1-9]|[1-9]\d)(?![\d\p{L}/]| ?(?:m2|km|h\b|%|€))/gu,
	)) {
		const place = book.zoneOf(`departement:${hit.group(1).toUpperCase()}`);
		if (place && !hits.some((other) => overlaps(other, hit)))
			hits.push({ ...hit, places: [place] });
	}
	return hits.sort((a, b) => a.start - b.start);
}

function overlaps(a: Hit, b: Hit): boolean {
	return a.start < b.end && b.start < a.end;
}

function wordsIn(text: string): Word[] {
	return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
		text: match[0],
	}));
}

const SPELLED: Readonly<Record<string, string>> = { st: "saint", ste: "sainte" };

function longestAt(
	sheet: Sheet,
	book: PlaceBook,
	common: ReadonlySet<string>,
	words: readonly Word[],
	at: number,
	last: PlaceHit | undefined,
): { hit: PlaceHit; length: number } | null {
	const first = words[at];
	if (!first || /^\d/.test(first.text)) return null;
	const longest = book.longestFrom(SPELLED[first.text] ?? first.text);
	for (let length = Math.min(longest, words.length - at); length > 0; length--) {
		const end = words[at + length - 1]?.end ?? first.end;
		const name = sheet.text.slice(first.start, end);
		if (/[^\p{L}\p{N} '-]/u.test(name) || !sheet.isFree({ start: first.start, end })) continue;
		const key = placeKey(name);
		const named = book.named(key);
		if (named.length === 0) continue;
		const hit = judge(sheet, book, { start: first.start, end, key }, named, common, last);
		if (hit) return { hit, length };
	}
	return null;
}

interface Name {
	readonly start: number;
	readonly end: number;
	readonly key: string;
}

/** Whether the words around make this name a place, and which. */
function judge(
	sheet: Sheet,
	book: PlaceBook,
	{ start, end, key }: Name,
	named: readonly NamedPlace[],
	common: ReadonlySet<string>,
	last: PlaceHit | undefined,
): PlaceHit | null {
	const before = sheet.before(start, 60);
	const after = sheet.after(end);
	const marked = mark(before, after, named);
	const place = (places: readonly NamedPlace[], from = start, to = end): PlaceHit | null =>
		places.length === 0
			? null
			: { start: from, end: to, text: sheet.text.slice(from, to), group: () => "", places };
	if (marked) return place(marked.places, start - marked.before, end + marked.after);
	const around = aroundLength(before);
	const tail = (CEDEX.exec(after) ?? BOROUGH.exec(after))?.[0].length ?? 0;
	const zones = oneLand(named.filter(({ kind }) => kind !== "commune"));
	const communes = ownNames(named.filter(({ kind }) => kind === "commune"));
	const people = Math.max(0, ...communes.map(({ commune }) => commune?.population ?? 0));
	const isCommon = key.split(" ").every((word) => common.has(word) || word.length < 3);
	if (NOT_A_PLACE.test(before)) return null;
	const authority = JOINT_AUTHORITY.exec(before);
	if (authority && people >= SMALL_TOWN) {
		const joint = communes.flatMap(({ commune }) => book.zoneOf(`epci:${commune?.epci}`) ?? []);
		if (joint.length > 0) return place(joint, start - authority[0].length);
	}
	if (EXCLUDED.test(before)) return null;
	const [zone] = zones;
	if (zone && zone.kind !== "epci" && PART_OF_LAND.test(after)) return null;
	if (zone && isZone()) {
		const form = zone.kind === "epci" ? (AUTHORITY_FORM.exec(before)?.[0].length ?? 0) : 0;
		return place(zones, start - form);
	}
	if (communes.length === 0) return null;
	// « La Côte » without its article is a word as well.
	const isBare = communes.every(
		({ isOther, name }) => isOther && withoutArticle(placeKey(name)) === key,
	);
	if (isBare && people < SMALL_TOWN) return null;
	if (IN_TOWN.test(before) && (!isCommon || people >= TOWN) && !/\bsur ?$/.test(before)) {
		return place(communes, start - around, end + tail);
	}
	if (isCommon) return null;
	const follows =
		last?.places.every(({ commune }) => commune !== null) &&
		SAME_LIST.test(sheet.text.slice(last.end, start));
	if (follows && people >= 300) return place(communes, start, end + tail);
	if (IN_ZONE.test(before) && /\b(?:en|dans l[ea's]+|sur l[ea'] ?) ?$/.test(before)) return null;
	const floor = OF.test(before) || /\bsur ?$/.test(before) ? SMALL_TOWN : TOWN;
	if (people < floor || (ARTICLE.test(before) && zones.length > 0)) return null;
	// « Nettoyage Vienne » may be the commune or the territory.
	const isTerritory = communes.some((one) => zones.some((zone) => sameLand(one, zone)));
	return place(isTerritory ? communes : [...communes, ...zones], start - around, end + tail);

	function isZone(): boolean {
		if (zones.some(({ kind }) => kind === "epci")) return key.includes(" ");
		// « à La Réunion », and not « à la réunion du conseil ».
		if (key === "la reunion")
			return /(?<![\p{L}])(?:a|de|sur) $/u.test(before) && !/^ (?:d|avec)/.test(after);
		const isWord = WORDLIKE_ZONES.has(key.replace(/^la /, ""));
		if (isWord && /^ (?:d[eu]s?\b|d'|n ?°|\d)/.test(after)) return false;
		if (communes.some((one) => zones.some((zone) => sameLand(one, zone)))) return false;
		if (IN_TOWN.test(before) && communes.length > 0 && !ARTICLE.test(before)) return false;
		if (IN_ZONE.test(before)) return true;
		if (key.includes(" ")) return communes.length === 0;
		if (isWord) return /^ ?\(?(?:\d{2,3})\)/.test(after);
		return communes.length === 0 || ARTICLE.test(before);
	}
}

/** Paris is a commune and a département: one territory, whatever is meant. */
function sameLand({ commune }: NamedPlace, zone: NamedPlace): boolean {
	return commune?.code === "75056" && zone.zone === "departement:75";
}

/** Overseas a région is one département of the same name: the département stands for both. */
function oneLand(zones: readonly NamedPlace[]): readonly NamedPlace[] {
	const isBoth =
		zones.some(({ kind }) => kind === "departement") && zones.some(({ kind }) => kind === "region");
	return isBoth ? zones.filter(({ kind }) => kind !== "region") : zones;
}

/** A commune's own name before those of delegated communes. */
function ownNames(places: readonly NamedPlace[]): readonly NamedPlace[] {
	const own = places.filter(({ isOther }) => !isOther);
	return own.length > 0 ? own : places;
}

function aroundLength(before: string): number {
	return (
		/(?<![\p{L}])(?:(?:tout )?autour|aux (?:alentours|environs)|(?:a )?proximite|(?:tout )?pres|proche) (?:de |d')$/u.exec(
			before,
		)?.[0].length ?? 0
	);
}

/** A postcode or a département beside the name settles it; null when there is none, no place when none fits. */
function mark(
	before: string,
	after: string,
	named: readonly NamedPlace[],
): { places: readonly NamedPlace[]; before: number; after: number } | null {
	const code = POSTCODE_AFTER.exec(after);
	const back = POSTCODE_BEFORE.exec(before);
	const postcode = code?.[1] ?? back?.[1];
	if (postcode !== undefined) {
		const there = departementsOfPostcode(postcode);
		const fitting = named.filter(({ commune }) => commune?.postcodes.includes(postcode));
		const near = named.filter(({ commune }) => commune && there.includes(commune.departement));
		const places = ownNames(fitting.length > 0 ? fitting : near);
		if (places.length > 0) {
			const tail = code ? code[0].length : (CEDEX.exec(after)?.[0].length ?? 0);
			return { places, before: code ? 0 : (back?.[0].length ?? 0), after: tail };
		}
	}
	const departement = DEPARTEMENT_AFTER.exec(after);
	if (!departement?.[1]) return null;
	const number = departement[1].toUpperCase();
	const isBracketed = departement[0].includes("(");
	const places = ownNames(
		named.filter(({ commune, zone }) =>
			commune ? commune.departement === number : zone === `departement:${number}`,
		),
	);
	if (places.length === 0 || (!isBracketed && places.every(({ commune }) => commune === null))) {
		return null;
	}
	return { places, before: 0, after: departement[0].length };
}
