import type { Combination } from "../match-types.ts";
import { CHECK_IDS } from "../vocabulary.ts";
import type { OfferColumns } from "./columns.ts";
import {
	type CheckMask,
	checksOf,
	compareMasks,
	countOf,
	SEGMENT_BIT,
	subsetsOf,
} from "./masks.ts";
import { MAX_COMBINATION } from "./outcome.ts";
import { SEVERAL_FAILURES, type Summary } from "./summary.ts";

/**
 * The inclusion-minimal sets of at most 3 checks (never segment) such that the operators with a failing set inside them reach
 * `minCompetition`. To be asked only when the operators that fail nothing do not reach it.
 */
export function combinationsOf(
	summary: Summary,
	columns: OfferColumns,
	asked: CheckMask,
	minCompetition: number,
): Combination[] {
	const operators = failuresByOperator(summary, columns);
	const found: { mask: CheckMask; organisations: number }[] = [];
	for (const mask of candidateSets(asked & ~SEGMENT_BIT)) {
		if (found.some((one) => (one.mask & mask) === one.mask)) continue;
		const organisations = countWithin(operators, mask);
		if (organisations >= minCompetition) found.push({ mask, organisations });
	}
	return found.map(({ mask, organisations }) => ({ checks: checksOf(mask), organisations }));
}

/** Distinct lists of minimal failing sets, with the number of operators that have each. */
interface OperatorFailures {
	readonly sets: readonly CheckMask[];
	readonly count: number;
}

function failuresByOperator(summary: Summary, columns: OfferColumns): OperatorFailures[] {
	const failures = summary.failures.finish();
	const setsOf = (code: number): readonly CheckMask[] =>
		code < SEVERAL_FAILURES ? [code] : [...failures.get(code - SEVERAL_FAILURES)];
	const { supplierRow: rows, failure: codes } = summary;
	// Per operator: 1 + the code of its sets; operators with several suppliers join theirs.
	const codeOfOperator = new Int32Array(columns.operatorCount);
	const joined = new Map<number, Set<number>>();
	for (let i = 0; i < summary.size; i++) {
		const code = codes[i] as number;
		if (code < 0) continue;
		const operator = columns.suppliers.operator[rows[i] as number] as number;
		const known = codeOfOperator[operator] as number;
		if (known === 0) codeOfOperator[operator] = code + 1;
		else if (known !== code + 1) {
			const others = joined.get(operator);
			if (others) others.add(code);
			else joined.set(operator, new Set([known - 1, code]));
		}
	}
	const counts = new Map<number, number>();
	for (let operator = 0; operator < codeOfOperator.length; operator++) {
		const code = (codeOfOperator[operator] as number) - 1;
		if (code >= 0 && !joined.has(operator)) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return [
		...[...counts].map(([code, count]) => ({ sets: setsOf(code), count })),
		...[...joined.values()].map((several) => ({
			sets: [...several].flatMap(setsOf),
			count: 1,
		})),
	];
}

/** Sets of 1 to 3 of the asked checks, smaller ones first, then in check order. */
function candidateSets(asked: CheckMask): CheckMask[] {
	const bits = CHECK_IDS.map((_, i) => 1 << i).filter((bit) => asked & bit);
	return subsetsOf(bits, MAX_COMBINATION).sort(
		(a, b) => countOf(a) - countOf(b) || compareMasks(a, b),
	);
}

function countWithin(operators: readonly OperatorFailures[], allowed: CheckMask): number {
	let total = 0;
	for (let i = 0; i < operators.length; i++) {
		const { sets, count } = operators[i] as OperatorFailures;
		for (let s = 0; s < sets.length; s++) {
			if (((sets[s] as number) & ~allowed) === 0) {
				total += count;
				break;
			}
		}
	}
	return total;
}
