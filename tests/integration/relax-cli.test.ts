import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { matchAnswerSchema } from "#app/api/answer-schemas.ts";
import { main } from "#scripts/cli.ts";

const NEED = "tests/fixtures/scenario-1/need.json";
const SUPPLIERS = "tests/fixtures/scenario-1/suppliers.ndjson";

async function match(...args: string[]): Promise<string> {
	let text = "";
	const stdout = Object.assign(
		new Writable({
			write(chunk, _, done) {
				text += String(chunk);
				done();
			},
		}),
		{ isTTY: false },
	);
	await main(["match", NEED, "--suppliers", SUPPLIERS, ...args], {
		stdout,
		stderr: stdout,
		isTTY: false,
	});
	return text;
}

test("the terminal says what would bring suppliers back, by whose change", async () => {
	const report = await match();
	expect(report).toContain("Ce qui les ferait revenir");
	expect(report).toContain(
		"De 8\u202fh\u202f30 à 10\u202fh\u202f30\n      dans le besoin → 10\u00a0structures de plus",
	);
});

test("the JSON answer holds the relaxations in the published shape, and leaves them out of a list of the removed", async () => {
	const answer = matchAnswerSchema.parse(JSON.parse(await match("--json")));
	expect(answer.relaxations?.[0]).toMatchObject({ nature: "need", lost: [], organisations: 10 });
	const removed = matchAnswerSchema.parse(
		JSON.parse(await match("--json", "--removed-by", "window")),
	);
	expect(removed.relaxations).toBeUndefined();
});
