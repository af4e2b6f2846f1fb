import type { Span } from "#app/domain/read/folded-text.ts";
import { type PartReference, partLabel, partValue } from "#app/domain/read/part-words.ts";
import { piecesOf } from "#app/domain/read/pieces.ts";
import type { Reading } from "#app/domain/read/types.ts";

interface Options extends PartReference {
	readonly color: boolean;
}

/** A reading for a terminal: the text with its marks, then the parts, what is open and what is left. */
export function readReport(text: string, reading: Reading, options: Options): string {
	const { parts, notUnderstood, questions, warnings } = reading;
	const width = Math.max(0, ...parts.map(({ path }) => partLabel(path).length));
	const quoted = ([start, end]: Span) => `« ${text.slice(start, end)} »`;
	const several = reading.need.services.length > 1;
	const lines = parts.map(({ path, value, words }) => {
		const service = /^services\[(\d+)\]/.exec(path)?.[1];
		const which = several && service !== undefined ? `${Number(service) + 1}. ` : "";
		const said = words.map(([start, end]) => `« ${text.slice(start, end)} »`).join(", ");
		return `  ${which}${partLabel(path).padEnd(width)}  ${partValue(path, value, options)}  ${dim(`← ${said}`, options)}`;
	});
	return [
		marked(text, reading, options),
		"",
		...(lines.length > 0 ? lines : ["  Rien n’a été compris de ce texte."]),
		...questions.flatMap(({ text: question, options: choices, chosen }) => [
			`  ? ${question}`,
			...choices.map(({ label }, i) => `      ${i === chosen ? "●" : "○"} ${label}`),
		]),
		...warnings.map(({ message }) => `  ! ${message}`),
		...(notUnderstood.length > 0
			? [`  Non compris : ${notUnderstood.map(quoted).join(", ")}`]
			: []),
		"",
		"",
	].join("\n");
}

/** Signs beside the colours: [compris], {à préciser}, ~non compris~. */
function marked(text: string, reading: Reading, { color }: Options): string {
	return piecesOf(text, reading)
		.map((piece) => (piece.kind === "plain" ? piece.text : wrap(piece.text, piece.kind, color)))
		.join("");
}

const SIGNS = { read: ["[", "]", 32], asked: ["{", "}", 33], left: ["~", "~", 31] } as const;

function wrap(piece: string, kind: keyof typeof SIGNS, color: boolean): string {
	const [open, close, code] = SIGNS[kind];
	return color ? `\u001b[${code};1m${open}${piece}${close}\u001b[0m` : `${open}${piece}${close}`;
}

function dim(text: string, { color }: Options): string {
	return color ? `\u001b[2m${text}\u001b[0m` : text;
}
