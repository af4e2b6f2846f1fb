import fc from "fast-check";
import { expect, test } from "vitest";
import { fewestQuestions, type Unanswered } from "./fewest-questions.ts";

function unanswered(...questions: number[]): Unanswered[] {
	return questions.map((set, operator) => ({ questions: BigInt(set), operator }));
}

/** How many independent operators have no other open question. */
function settled(suppliers: readonly Unanswered[], set: number): number {
	const done = suppliers.filter(({ questions }) => (Number(questions) & ~set) === 0);
	return new Set(done.map(({ operator }) => operator)).size;
}

test("the question that completes enough operators by itself comes before two others", () => {
	expect(fewestQuestions(unanswered(0b001, 0b001, 0b110, 0b010), 3, 2)).toEqual([0]);
});

test("there is nothing to ask when enough are compatible, or when no answer could do", () => {
	expect(fewestQuestions(unanswered(0, 0, 1), 1, 2)).toBeNull();
	expect(fewestQuestions(unanswered(1, 1), 1, 3)).toBeNull();
});

test("two establishments of one operator count once", () => {
	const suppliers = [1, 1].map((set) => ({ questions: BigInt(set), operator: 7 }));
	expect(fewestQuestions(suppliers, 1, 2)).toBeNull();
});

test("no smaller set of questions would do", () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ set: fc.nat(63), operator: fc.nat(5) }), { maxLength: 10 }),
			fc.integer({ min: 1, max: 4 }),
			(list, target) => {
				const suppliers = list.map(({ set, operator }) => ({ questions: BigInt(set), operator }));
				const found = fewestQuestions(suppliers, 6, target);
				const sets = Array.from({ length: 64 }, (_, set) => set);
				const enough = sets.filter((set) => settled(suppliers, set) >= target);
				const sizeOf = (set: number) => set.toString(2).replaceAll("0", "").length;
				if (enough.includes(0) || enough.length === 0) expect(found).toBeNull();
				else {
					expect(found).toHaveLength(Math.min(...enough.map(sizeOf)));
					const mask = (found ?? []).reduce((set, i) => set | (1 << i), 0);
					expect(enough).toContain(mask);
				}
			},
		),
	);
});

test("with many questions the set found still does, and asks nothing in vain of its last operator", () => {
	const suppliers = Array.from({ length: 20 }, (_, i) => ({
		questions: 1n << BigInt(i),
		operator: i,
	}));
	expect(fewestQuestions(suppliers, 20, 3)).toHaveLength(3);
});
