import type { Criterion, Taxonomy } from "./reference.ts";

/** The conditions by trade: what a need may ask beyond the fields of the model. */
export interface Criteria {
	readonly all: readonly Criterion[];
	/** Undefined for a code that is not ours: codes are free slugs. */
	criterionOf(code: string): Criterion | undefined;
	/** Conditions of a segment, the typical ones first, those asked of everyone last. For a parent, its own come before those of its leaves. */
	ofSegment(code: string): readonly Criterion[];
}

/** @throws when a code is there twice */
export function createCriteria(all: readonly Criterion[], taxonomy: Taxonomy): Criteria {
	const byCode = new Map(all.map((criterion) => [criterion.code, criterion]));
	if (byCode.size !== all.length) throw new Error("criteria: a code is there twice");
	return {
		all,
		criterionOf: (code) => byCode.get(code),
		ofSegment: (code) => {
			const ranked = all.flatMap((criterion) => {
				const rank = rankFor(criterion, code, taxonomy);
				return rank === null ? [] : [{ criterion, rank }];
			});
			return ranked.sort((a, b) => a.rank - b.rank).map(({ criterion }) => criterion);
		},
	};
}

/** 0 typical of the segment, 1 its own, 2 its family's, 3 one of its leaves', 4 everyone's; null when it does not concern it. */
function rankFor(criterion: Criterion, code: string, taxonomy: Taxonomy): number | null {
	const segment = taxonomy.get(code);
	if (!segment) return null;
	if (segment.typicalConstraints.includes(`certificates:${criterion.code}`)) return 0;
	if (criterion.segments.includes(code)) return 1;
	if (segment.parent !== null && criterion.segments.includes(segment.parent)) return 2;
	if (criterion.segments.length === 0) return 4;
	const leaves = taxonomy.children(code);
	return leaves.some((leaf) => criterion.segments.includes(leaf.code)) ? 3 : null;
}
