import type { Taxonomy } from "#app/domain/reference.ts";

/**
 * Segments as numbers from 1, in the order of the taxonomy; 0 is a code that the taxonomy does not know.
 *
 * An offer answers for its node and the node's parent, and for the node's children when it says so.
 */
export class SegmentNodes {
	readonly codes: readonly string[];
	private readonly numbers: ReadonlyMap<string, number>;
	/** By node: itself and its parent; then with its children. */
	private readonly alone: readonly (readonly number[])[];
	private readonly withChildren: readonly (readonly number[])[];

	constructor(taxonomy: Taxonomy) {
		const { segments } = taxonomy;
		this.codes = ["", ...segments.map((segment) => segment.code)];
		this.numbers = new Map(this.codes.map((code, number) => [code, number]));
		this.alone = [
			[],
			...segments.map(({ code, parent }) =>
				parent === null ? [this.numberOf(code)] : [this.numberOf(code), this.numberOf(parent)],
			),
		];
		this.withChildren = [
			[],
			...segments.map(({ code, parent }) => [
				...(this.alone[this.numberOf(code)] ?? []),
				...(parent === null
					? taxonomy.children(code).map((child) => this.numberOf(child.code))
					: []),
			]),
		];
	}

	get size(): number {
		return this.codes.length;
	}

	numberOf(code: string): number {
		return this.numbers.get(code) ?? 0;
	}

	/** The segments that an offer on this node answers for. */
	answersFor(node: number, includesChildren: boolean): readonly number[] {
		return (includesChildren ? this.withChildren : this.alone)[node] ?? [];
	}
}
