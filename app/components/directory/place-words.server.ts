import type { InputProblem } from "#app/domain/errors.ts";
import { quote } from "#app/domain/french-format.ts";
import { placeKey } from "#app/domain/place-names.ts";
import type { PlaceHit, PlaceSearch } from "#app/domain/place-search.ts";

/** A place as a person types it: understood, or asked again. */
export type ReadPlace =
	| { readonly found: PlaceHit }
	| { readonly found: null; readonly message: string; readonly choices: readonly PlaceHit[] };

const MAX_CHOICES = 6;

/** Reads a commune, a postcode, an EPCI, a département or a région from the words typed. */
export function readPlaceWords(
	text: string,
	search: PlaceSearch,
	accepts: (hit: PlaceHit) => boolean = () => true,
): ReadPlace {
	const found = search.resolve(text) ?? dominant(text, search);
	if (found && accepts(found)) return { found };
	const choices = search.search(text, 40).filter(accepts).slice(0, MAX_CHOICES);
	const [only] = choices;
	if (choices.length === 1 && only) return { found: only };
	if (choices.length > 1) {
		return {
			found: null,
			choices,
			message: `Plusieurs lieux répondent à ${quote(text)}\u202f: choisissez celui que vous voulez dire.`,
		};
	}
	return {
		found: null,
		choices: [],
		message: found
			? `${quote(text)} n’est pas une commune\u202f: indiquez une commune ou un code postal.`
			: `Aucun lieu ne s’appelle ${quote(text)}\u202f: indiquez une commune, un code postal, une intercommunalité ou un département.`,
	};
}

/** How many times more people must live in the place that a shared name is read as. */
const DOMINANCE = 100;

/** « Bretagne » is also a village of 160 people: nobody means it without saying more. Null when it is not that clear. */
function dominant(text: string, search: PlaceSearch): PlaceHit | null {
	const key = placeKey(text);
	const [first, second] = search.search(text, 10).filter((hit) => placeKey(hit.name) === key);
	if (!first || !second) return null;
	return (first.population ?? 0) >= DOMINANCE * Math.max(1, second.population ?? 0) ? first : null;
}

export interface PlaceProblem extends InputProblem {
	/** Places that may be meant, and the parameter value of each. */
	readonly choices: readonly { readonly label: string; readonly value: string }[];
}

const CODES = {
	serves: /^(\d{5}|2[ab]\d{3})$/i,
	near: /^((\d{5}|2[ab]\d{3})|-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?)$/i,
	zone: /^(commune|epci|departement|region):/,
} as const;
type PlaceParameter = keyof typeof CODES;

/**
 * Replaces the words typed in the place fields by the codes that the directory understands. Codes and points are left as
 * they are, except a postcode that is no INSEE code: that is what people type.
 */
export function withPlaceCodes(
	params: URLSearchParams,
	search: PlaceSearch,
	isCommuneCode: (code: string) => boolean,
): { params: URLSearchParams; changed: boolean; problems: readonly PlaceProblem[] } {
	const read = new URLSearchParams();
	const problems: PlaceProblem[] = [];
	let changed = false;
	for (const [name, value] of params) {
		const text = value.trim();
		if (text === "" || !isPlaceParameter(name) || isCode(name, text, isCommuneCode)) {
			read.append(name, value);
			continue;
		}
		changed = true;
		const communesOnly = name !== "zone";
		const place = readPlaceWords(text, search, (hit) => !communesOnly || hit.kind === "commune");
		const codeOf = (hit: PlaceHit) => (communesOnly ? hit.code : hit.zone);
		if (place.found) read.append(name, codeOf(place.found));
		else {
			problems.push({
				path: name,
				message: place.message,
				choices: place.choices.map((hit) => ({ label: hit.label, value: codeOf(hit) })),
			});
		}
	}
	return { params: read, changed, problems };
}

function isPlaceParameter(name: string): name is PlaceParameter {
	return Object.hasOwn(CODES, name);
}

function isCode(
	name: PlaceParameter,
	text: string,
	isCommuneCode: (code: string) => boolean,
): boolean {
	if (!CODES[name].test(text)) return false;
	return /^\w{5}$/.test(text) ? isCommuneCode(text.toUpperCase()) : true;
}
