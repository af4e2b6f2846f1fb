import type { RankedSegment } from "#app/domain/read/segments/rank.ts";
import type { TaxonomyIndex } from "#app/domain/taxonomy.ts";
import type { Title } from "./titles.ts";

/** A title with what was read in it, best first. */
export interface Judged {
	readonly title: Title;
	readonly ranked: readonly RankedSegment[];
}

/** Shares from 0 to 1 of titles whose truth comes first, or among the first three. */
export interface Figures {
	readonly titles: number;
	readonly segment: { readonly first: number; readonly firstThree: number };
	/** First: parent of the first segment. First three: the first three parents met down the list. */
	readonly parent: { readonly first: number; readonly firstThree: number };
}

/** How often what was read is what the CPV code says. */
export function figuresOf(judged: readonly Judged[], taxonomy: TaxonomyIndex): Figures {
	const counts = { first: 0, three: 0, parent: 0, parents: 0 };
	for (const { title, ranked } of judged) {
		const codes = ranked.map(({ segment }) => segment);
		const parents = [...new Set(codes.map((code) => familyOf(code, taxonomy)))];
		const family = familyOf(title.segment, taxonomy);
		if (codes[0] === title.segment) counts.first++;
		if (codes.slice(0, 3).includes(title.segment)) counts.three++;
		if (parents[0] === family) counts.parent++;
		if (parents.slice(0, 3).includes(family)) counts.parents++;
	}
	const share = (count: number) => (judged.length === 0 ? 0 : count / judged.length);
	return {
		titles: judged.length,
		segment: { first: share(counts.first), firstThree: share(counts.three) },
		parent: { first: share(counts.parent), firstThree: share(counts.parents) },
	};
}

/** The parent of a leaf; a parent itself. */
export function familyOf(code: string, taxonomy: TaxonomyIndex): string {
	return taxonomy.get(code)?.parent ?? code;
}

/** Pairs taken for one another, in both directions, the most frequent first. */
export function confusions(
	judged: readonly Judged[],
): { readonly pair: string; readonly count: number }[] {
	const counts = new Map<string, number>();
	for (const { title, ranked } of judged) {
		const read = ranked[0]?.segment;
		if (read === undefined || read === title.segment) continue;
		const pair = [read, title.segment].sort().join(" / ");
		counts.set(pair, (counts.get(pair) ?? 0) + 1);
	}
	return [...counts]
		.map(([pair, count]) => ({ pair, count }))
		.sort((a, b) => b.count - a.count || (a.pair < b.pair ? -1 : 1));
}

/** The errors made with the highest score, each object once. */
export function worstMistakes(judged: readonly Judged[], count: number): Judged[] {
	const seen = new Set<string>();
	return judged
		.filter(({ title, ranked }) => ranked[0] !== undefined && ranked[0].segment !== title.segment)
		.sort((a, b) => (b.ranked[0]?.score ?? 0) - (a.ranked[0]?.score ?? 0))
		.filter(({ title }) => !seen.has(title.object) && seen.add(title.object))
		.slice(0, count);
}
