import type { Taxonomy } from "#app/domain/reference.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import type { Highlights, ItemSegment, TextRange } from "./port.ts";
import { contentWords, stemOf } from "./words.ts";

/** What of a query to look for in a text. */
export interface SoughtWords {
	readonly stems: ReadonlySet<string>;
	readonly prefixes: readonly string[];
	/** `segment:…` among others: what the words name. */
	readonly named: readonly string[];
}

/** Characters kept before and after the first word found in a description. */
const EXCERPT_BEFORE = 60;
const EXCERPT_LENGTH = 180;

/** Where the words of a query are in a supplier's name, segments and description. */
export function highlightsOf(
	supplier: Pick<Supplier, "name" | "description">,
	segments: readonly ItemSegment[],
	sought: SoughtWords | null,
	taxonomy: Taxonomy,
): Highlights {
	if (sought === null) return { name: [], segments: [], text: null };
	const named = new Set(sought.named);
	return {
		name: rangesIn(supplier.name, sought),
		segments: segments
			.map(({ code }) => code)
			.filter((code) => {
				const parent = taxonomy.get(code)?.parent;
				return named.has(`segment:${code}`) || (parent && named.has(`segment:${parent}`));
			}),
		text: excerptOf(supplier.description ?? "", sought),
	};
}

function excerptOf(text: string, sought: SoughtWords): Highlights["text"] {
	const first = rangesIn(text, sought)[0];
	if (!first) return null;
	const from = wordBoundary(text, Math.max(0, first[0] - EXCERPT_BEFORE));
	const to = Math.min(text.length, from + EXCERPT_LENGTH);
	const kept = text.slice(from, to < text.length ? text.lastIndexOf(" ", to) : to);
	const excerpt = `${from > 0 ? "… " : ""}${kept}${to < text.length ? " …" : ""}`;
	return { excerpt, ranges: rangesIn(excerpt, sought) };
}

/** The start of the first word at or after an offset, unless that goes too far. */
function wordBoundary(text: string, from: number): number {
	if (from === 0) return 0;
	const space = text.indexOf(" ", from);
	return space < 0 || space > from + EXCERPT_BEFORE / 2 ? from : space + 1;
}

function rangesIn(text: string, sought: SoughtWords): TextRange[] {
	const ranges: TextRange[] = [];
	for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
		const [word] = contentWords(written);
		if (word === undefined) continue;
		const found =
			sought.stems.has(stemOf(word)) || sought.prefixes.some((prefix) => word.startsWith(prefix));
		if (found) ranges.push([index, index + written.length]);
	}
	return ranges;
}
