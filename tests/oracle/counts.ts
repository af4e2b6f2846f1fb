import type { Supplier } from "#app/domain/supplier.ts";
import type { CheckId } from "#app/domain/vocabulary.ts";

export type Verdict = "confirmed" | "possible" | "excluded";

/** What one choice of offers gives on a set of cells. */
export interface OracleChoice {
	failed: CheckId[];
	unknown: CheckId[];
	stale: boolean;
	verdict: Verdict;
}

export interface OracleAnswer {
	theoretical: number;
	confirmed: number;
	possible: number;
	organisations: number;
	reachMedian: number | null;
	waterfall: { check: CheckId; remaining: number; removed: number; removedAlone: number }[];
	cells: Record<string, { theoretical: number; confirmed: number; possible: number }>;
	combinations: { checks: CheckId[]; organisations: number }[];
	verdicts: Record<string, Verdict>;
	byCell: Record<string, Record<string, OracleChoice>>;
}

const THEORETICAL: CheckId[] = ["segment", "area", "near", "kind", "reservation"];
export interface Judged {
	supplier: Supplier;
	verdict: Verdict;
	/** Failing sets over cells and choices (any), or over choices (whole). */
	sets: CheckId[][];
	best: Record<string, OracleChoice>;
	theoreticalCells: string[];
	reach: number;
}

export const isTheoretical = (failed: readonly CheckId[]): boolean =>
	!failed.some((check) => THEORETICAL.includes(check));

export function operatorOf({ group, siren, siret, id }: Supplier): string {
	return group ? `g ${group}` : (siren ?? siret?.slice(0, 9) ?? `id ${id}`);
}

export const countOperators = (list: readonly Judged[]): number =>
	new Set(list.map((one) => operatorOf(one.supplier))).size;

export function waterfall(
	all: readonly Judged[],
	checks: readonly CheckId[],
): OracleAnswer["waterfall"] {
	let before = all.length;
	return checks.map((check, i) => {
		const soFar = checks.slice(0, i + 1);
		const remaining = all.filter((one) =>
			one.sets.some((failed) => !failed.some((fail) => soFar.includes(fail))),
		).length;
		const removed = before - remaining;
		before = remaining;
		const removedAlone = all.filter(
			(one) =>
				one.sets.some((failed) => failed.length === 1 && failed[0] === check) &&
				!one.sets.some((failed) => failed.length === 0),
		).length;
		return { check, remaining, removed, removedAlone: check === "segment" ? 0 : removedAlone };
	});
}

export function cellCount(all: readonly Judged[], cell: string): OracleAnswer["cells"][string] {
	const count = (verdict: Verdict) =>
		all.filter((one) => one.best[cell]?.verdict === verdict).length;
	return {
		theoretical: all.filter((one) => one.theoreticalCells.includes(cell)).length,
		confirmed: count("confirmed"),
		possible: count("possible"),
	};
}

export function combinations(
	all: readonly Judged[],
	checks: readonly CheckId[],
	target: number,
): OracleAnswer["combinations"] {
	const usable = checks.filter((check) => check !== "segment");
	const subsets: CheckId[][] = [];
	usable.forEach((a, i) => {
		subsets.push([a]);
		usable.slice(i + 1).forEach((b, j) => {
			subsets.push([a, b]);
			for (const c of usable.slice(i + j + 2)) subsets.push([a, b, c]);
		});
	});
	const count = (allowed: readonly CheckId[]) =>
		countOperators(
			all.filter((one) =>
				one.sets.some((failed) => failed.every((check) => allowed.includes(check))),
			),
		);
	const reaching = subsets
		.map((checks) => ({ checks, organisations: count(checks) }))
		.filter(({ organisations }) => organisations >= target);
	return reaching.filter(
		({ checks }) =>
			!reaching.some(
				(other) =>
					other.checks.length < checks.length &&
					other.checks.every((check) => checks.includes(check)),
			),
	);
}
