/** Texts of lists as Vivier may keep them: no mark-up, and no way to reach a person. */

const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
const PHONE = /(?<!\d)(?:(?:\+|00)33\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d)/g;
const ENTITIES: Readonly<Record<string, string>> = {
	nbsp: " ",
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	"#39": "'",
	rsquo: "’",
	laquo: "«",
	raquo: "»",
	hellip: "…",
	ndash: "–",
	oelig: "œ",
	ccedil: "ç",
};
/** `&eacute;`, `&icirc;`: the mark that the name adds to its letter. */
const MARKS: Readonly<Record<string, string>> = {
	acute: "\u0301",
	grave: "\u0300",
	circ: "\u0302",
	uml: "\u0308",
};
const MAX_TEXT = 2000;

/** Columns that hold the means to reach someone, or someone's name. */
const CONTACT_COLUMN =
	/^(e-?)?mail|courriel|t[eé]l([eé]|\b|_)|phone|portable|fax|t[eé]l[eé]copie|contact|responsable|dirigeant|g[eé]rant|pr[eé]sident|directeur|directrice|pr[eé]nom|interlocut/i;

/** A text without tags, entities, e-mails and telephone numbers; null when nothing is left. */
export function cleanText(text: string | null | undefined): string | null {
	if (!text) return null;
	const plain = text
		.replace(/<br\s*\/?>|<\/(p|div|li)>/gi, "\n")
		.replace(/<[^<>]{1,200}>/g, " ")
		.replace(/&(#?\w{2,7});/g, (whole, name: string) => ENTITIES[name] ?? accented(name) ?? whole);
	const scrubbed = scrub(plain)
		.replace(/\\-/g, "-")
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n ?/g, "\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
	if (scrubbed === "" || scrubbed === "-") return null;
	return scrubbed.length > MAX_TEXT ? `${scrubbed.slice(0, MAX_TEXT - 1).trimEnd()}…` : scrubbed;
}

/** One line, for names and addresses. */
export function cleanLine(text: string | null | undefined): string | null {
	return cleanText(text)?.replace(/\s+/g, " ") ?? null;
}

/** A row as received, less the columns that reach a person and the numbers hidden in the others. */
export function withoutContacts(cells: Readonly<Record<string, string>>): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [column, value] of Object.entries(cells)) {
		if (value !== "" && !CONTACT_COLUMN.test(column))
			kept[column] = isNumberLike(value) ? value : scrub(value);
	}
	return kept;
}

/** A web address, completed with https; null for anything else (« Facebook », « - »). */
export function cleanWebsite(text: string | null | undefined): string | null {
	const address = text?.trim() ?? "";
	if (!/^(https?:\/\/)?([\w-]+\.)+[a-z]{2,}(:\d+)?([/?#]\S*)?$/i.test(address)) return null;
	return /^https?:/i.test(address) ? address : `https://${address}`;
}

function scrub(text: string): string {
	return text.replace(EMAIL, "").replace(PHONE, "");
}

/** SIRET, codes and coordinates are not telephone numbers. */
function isNumberLike(value: string): boolean {
	return /^[\d.,\s-]+$/.test(value);
}

function accented(name: string): string | null {
	const mark = MARKS[name.slice(1)];
	return mark ? `${name[0]}${mark}`.normalize("NFC") : null;
}
