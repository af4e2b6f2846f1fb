/** Beyond this many distinct questions, the smallest set is sought step by step instead of among all sets. */
const MAX_EXACT = 14;

/** A supplier as a set of questions to which it has not answered. */
export interface Unanswered {
	/** Bit i: question i is open. 0 when nothing is. */
	readonly questions: bigint;
	readonly operator: number;
}

/**
 * The fewest questions whose good answers would make `target` independent operators compatible; null when no answers could, or when
 * enough are already. Among as small sets, the one that settles most operators, then the first questions.
 *
 * Exact up to 14 questions. Beyond, greedy: the operator that costs the fewest new questions is completed first, until there are enough; the
 * set may then be larger than the smallest, never too small.
 */
export function fewestQuestions(
	suppliers: readonly Unanswered[],
	count: number,
	target: number,
): readonly number[] | null {
	if (settledBy(suppliers, 0n) >= target) return null;
	if (settledBy(suppliers, (1n << BigInt(count)) - 1n) < target) return null;
	const set =
		count <= MAX_EXACT ? smallestSet(suppliers, count, target) : greedySet(suppliers, target);
	return Array.from({ length: count }, (_, i) => i).filter((i) => (set >> BigInt(i)) & 1n);
}

/** Independent operators of whom nothing else would be left to ask. */
function settledBy(suppliers: readonly Unanswered[], set: bigint): number {
	const operators = new Set<number>();
	for (const { questions, operator } of suppliers) {
		if ((questions & ~set) === 0n) operators.add(operator);
	}
	return operators.size;
}

function smallestSet(suppliers: readonly Unanswered[], count: number, target: number): bigint {
	let best = { set: (1n << BigInt(count)) - 1n, size: count + 1, settled: 0 };
	const extend = (set: bigint, size: number, from: number): void => {
		const settled = settledBy(suppliers, set);
		if (settled >= target && (size < best.size || (size === best.size && settled > best.settled))) {
			best = { set, size, settled };
		}
		if (size >= best.size) return;
		for (let i = from; i < count; i++) extend(set | (1n << BigInt(i)), size + 1, i + 1);
	};
	extend(0n, 0, 0);
	return best.set;
}

function greedySet(suppliers: readonly Unanswered[], target: number): bigint {
	let set = 0n;
	while (settledBy(suppliers, set) < target) {
		const open = suppliers.map(({ questions }) => questions & ~set).filter((left) => left !== 0n);
		set |= open.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
	}
	return set;
}

function sizeOf(set: bigint): number {
	let size = 0;
	for (let left = set; left !== 0n; left &= left - 1n) size++;
	return size;
}
