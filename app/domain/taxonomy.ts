import type { Segment, Taxonomy } from "./reference.ts";

/** The taxonomy with its ways in: CPV, NAF, ROME, parents and leaves. */
export interface TaxonomyIndex extends Taxonomy {
	readonly parents: readonly Segment[];
	/** The parent of a leaf, nothing for a parent: two levels only. */
	ancestors(code: string): readonly Segment[];
	/** The segment of a CPV code (`90911200`, `90911200-8`, `909`): its longest prefix decides. Undefined when none owns it. */
	ofCpv(cpv: string): Segment | undefined;
	/** Segments whose suppliers usually bear this NAF code (`81.21Z`, `8121Z`): a hint, never a proof. */
	ofNaf(naf: string): readonly Segment[];
	/** Segments where this ROME code was seen. */
	ofRome(rome: string): readonly Segment[];
}

/** @throws when a code is there twice, a parent is unknown, or a CPV prefix has two owners */
export function createTaxonomy(segments: readonly Segment[]): TaxonomyIndex {
	const byCode = uniqueBy(segments, (segment) => [segment.code]);
	const byCpv = uniqueBy(segments, (segment) => segment.cpv);
	const byNaf = groupBy(segments, (segment) => segment.naf);
	const byRome = groupBy(segments, (segment) => segment.rome);
	const byParent = groupBy(segments, (segment) =>
		segment.parent === null ? [] : [segment.parent],
	);
	for (const code of byParent.keys()) {
		if (!byCode.has(code)) throw new Error(`taxonomy: unknown parent ${code}`);
	}
	return {
		segments,
		parents: segments.filter((segment) => segment.parent === null),
		get: (code) => byCode.get(code),
		children: (code) => byParent.get(code) ?? [],
		ancestors: (code) => {
			const parent = byCode.get(byCode.get(code)?.parent ?? "");
			return parent ? [parent] : [];
		},
		ofCpv: (cpv) => longestPrefix(byCpv, cpvDigits(cpv)),
		ofNaf: (naf) => byNaf.get(naf.replace(/[.\s]/g, "").toUpperCase()) ?? [],
		ofRome: (rome) => byRome.get(rome.trim().toUpperCase()) ?? [],
	};
}

/** The eight digits of a CPV code: without its check digit, and a group (`909`) as its own code (`90900000`). Empty when it is not a CPV. */
export function cpvDigits(cpv: string): string {
	const digits = /^\s*(\d{2,8})(-\d)?\s*$/.exec(cpv)?.[1];
	return digits === undefined ? "" : digits.padEnd(8, "0");
}

function longestPrefix(byCpv: ReadonlyMap<string, Segment>, digits: string): Segment | undefined {
	for (let length = digits.length; length >= 2; length--) {
		const segment = byCpv.get(digits.slice(0, length));
		if (segment) return segment;
	}
	return undefined;
}

function uniqueBy(
	segments: readonly Segment[],
	keysOf: (segment: Segment) => readonly string[],
): Map<string, Segment> {
	const map = new Map<string, Segment>();
	for (const segment of segments) {
		for (const key of keysOf(segment)) {
			if (map.has(key)) throw new Error(`taxonomy: ${key} is there twice`);
			map.set(key, segment);
		}
	}
	return map;
}

function groupBy(
	segments: readonly Segment[],
	keysOf: (segment: Segment) => readonly string[],
): Map<string, Segment[]> {
	const map = new Map<string, Segment[]>();
	for (const segment of segments) {
		for (const key of keysOf(segment)) map.set(key, [...(map.get(key) ?? []), segment]);
	}
	return map;
}
