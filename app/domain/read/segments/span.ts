/** Where something stands in a text as given: from `start` to `end`, excluded. */
export type Span = readonly [start: number, end: number];

/** The same text with spaces in the place of what is to be skipped: offsets stay true. */
export function withoutSpans(text: string, skip: readonly Span[]): string {
	let shown = text;
	for (const [start, end] of skip) {
		shown = shown.slice(0, start) + " ".repeat(end - start) + shown.slice(end);
	}
	return shown;
}

/** In the order of the text, those that overlap as one. */
export function mergedSpans(spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = merged.at(-1);
		if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
		else merged.push([start, end]);
	}
	return merged;
}
