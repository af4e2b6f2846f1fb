import { expect, test } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

function counter(): { ask: () => Promise<number>; readonly asked: number } {
	let asked = 0;
	return {
		ask: () => {
			asked += 1;
			return Promise.resolve(asked);
		},
		get asked() {
			return asked;
		},
	};
}

test("the same question of the same base is answered once, even when asked twice at once", async () => {
	const kept = new KeptAnswers();
	const { ask } = counter();
	const answers = await Promise.all([kept.get(1, "match {}", ask), kept.get(1, "match {}", ask)]);
	expect([...answers, await kept.get(1, "match {}", ask)]).toEqual([1, 1, 1]);
});

test("a base that changed, or another question, is answered anew", async () => {
	const kept = new KeptAnswers();
	const { ask } = counter();
	await kept.get(1, "match {}", ask);
	expect(await kept.get(1, "relax {}", ask)).toBe(2);
	expect(await kept.get(2, "match {}", ask)).toBe(3);
	expect(await kept.get(1, "match {}", ask)).toBe(4);
});

test("the answers asked least recently are let go first", async () => {
	const kept = new KeptAnswers(2);
	const questions = counter();
	for (const key of ["a", "b", "a", "c"]) await kept.get(1, key, questions.ask);
	expect(questions.asked).toBe(3);
	await kept.get(1, "a", questions.ask);
	expect(questions.asked).toBe(3);
	await kept.get(1, "b", questions.ask);
	expect(questions.asked).toBe(4);
});

test("a failure is not kept", async () => {
	const kept = new KeptAnswers();
	await expect(kept.get(1, "a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
	expect(await kept.get(1, "a", () => Promise.resolve("yes"))).toBe("yes");
});
