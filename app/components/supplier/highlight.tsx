/** A stretch of text to mark, in UTF-16 units: from, to (excluded). */
export type MarkedRange = readonly [number, number];

/** Text with the stretches that answer the reader's words marked. Ranges come in order and do not overlap. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly MarkedRange[] }) {
	if (ranges.length === 0) return text;
	const parts = [];
	let at = 0;
	for (const [from, to] of ranges) {
		if (from > at) parts.push(text.slice(at, from));
		parts.push(<mark key={from}>{text.slice(from, to)}</mark>);
		at = to;
	}
	parts.push(text.slice(at));
	return parts;
}
