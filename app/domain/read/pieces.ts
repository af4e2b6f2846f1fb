import type { Span } from "./folded-text.ts";
import { partLabel } from "./part-words.ts";
import type { Reading } from "./types.ts";

/** `read`: a part came from it; `asked`: open or read by convention; `left`: not understood. */
export type PieceKind = "plain" | "read" | "asked" | "left";

/** A stretch of the text, as one wants to mark it. */
export interface Piece {
	readonly start: number;
	readonly text: string;
	readonly kind: PieceKind;
	/** What was read there, in French: « Horaires ». Empty but for `read`. */
	readonly labels: readonly string[];
}

/** The text cut where a mark begins or ends; joined again it is the text. */
export function piecesOf(text: string, reading: Reading): Piece[] {
	const { parts, notUnderstood, questions, warnings } = reading;
	const labels = new Array<string>(text.length).fill("");
	const kinds = new Array<PieceKind>(text.length).fill("plain");
	const paint = (spans: readonly Span[], kind: PieceKind) => {
		for (const [start, end] of spans) kinds.fill(kind, start, end);
	};
	paint(notUnderstood, "left");
	for (const { words } of [...warnings, ...questions]) paint(words, "asked");
	for (const { path, words } of parts) {
		paint(words, "read");
		for (const [start, end] of words) {
			for (let at = start; at < end; at++) labels[at] = joined(labels[at] ?? "", partLabel(path));
		}
	}
	const pieces: Piece[] = [];
	for (let start = 0; start < text.length; ) {
		const [kind, label] = [kinds[start] ?? "plain", labels[start] ?? ""];
		let end = start + 1;
		while (end < text.length && kinds[end] === kind && labels[end] === label) end++;
		pieces.push({
			start,
			text: text.slice(start, end),
			kind,
			labels: label === "" ? [] : label.split(SEPARATOR),
		});
		start = end;
	}
	return pieces;
}

const SEPARATOR = "\n";

function joined(labels: string, label: string): string {
	if (labels === "") return label;
	return labels.split(SEPARATOR).includes(label) ? labels : `${labels}${SEPARATOR}${label}`;
}
