import { foldedWords } from "./text.ts";

/** Ways of writing the same word, as postal addresses and lists do. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
	st: "saint",
	ste: "sainte",
	s: "sur",
	ss: "sous",
	lez: "les",
	gd: "grand",
	gde: "grande",
};

const ARTICLES = new Set(["le", "la", "les", "l"]);

/**
 * The key under which two spellings of a place are the same: no accents, no punctuation, "St" = "Saint",
 * "Mans (Le)" = "Le Mans", without "Cedex 9" nor the number of an arrondissement.
 */
export function placeKey(name: string): string {
	const words = foldedWords(name.replace(/\bc[ée]dex\b.*$/i, ""));
	while (words.length > 1 && isArrondissementWord(words.at(-1) ?? "")) words.pop();
	const last = words.at(-1) ?? "";
	if (words.length > 1 && ARTICLES.has(last) && /\([^)]*\)\s*$/.test(name)) {
		words.pop();
		words.unshift(last);
	}
	return words
		.map((word, index) =>
			index === words.length - 1 && word === "s" ? word : (SPELLED_OUT[word] ?? word),
		)
		.join(" ");
}

function isArrondissementWord(word: string): boolean {
	return /^(\d{1,2}(er|e|eme|ieme)?|arrondissement|arrdt|arr|eme)$/.test(word);
}

/** The key without its leading article: "la rochelle" → "rochelle"; null when there is none. */
export function withoutArticle(key: string): string | null {
	const [first, ...rest] = key.split(" ");
	return first !== undefined && ARTICLES.has(first) && rest.length > 0 ? rest.join(" ") : null;
}

/** Département of an INSEE code: two characters, three overseas. */
export function departementOf(code: string): string {
	return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
}

/** Départements a postcode may belong to by its digits: Corsica's 20 is 2A or 2B. */
export function departementsOfPostcode(postcode: string): readonly string[] {
	if (postcode.startsWith("20")) return ["2A", "2B"];
	// Saint-Barthélemy and Saint-Martin kept Guadeloupe's postcodes.
	if (postcode.startsWith("971")) return ["971", "977", "978"];
	return [departementOf(postcode)];
}
