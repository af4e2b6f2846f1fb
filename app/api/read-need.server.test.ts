import { afterAll, beforeAll, expect, test } from "vitest";
import * as readRoute from "#app/routes/api.v1.needs.read.ts";
import { startTestSite, type TestSite } from "#tests/factories/server.ts";
import { readingSchema } from "./answer-schemas.ts";

let site: TestSite;
beforeAll(async () => {
	site = await startTestSite({
		routes: { "api/v1/needs/read": readRoute },
		services: { program: "0.0.0-test" },
	});
}, 60_000);
afterAll(() => site.stop());

async function post(body: string, query = "") {
	const response = await fetch(`${site.url}/api/v1/needs/read${query}`, { method: "POST", body });
	return {
		status: response.status,
		type: response.headers.get("Content-Type"),
		body: await response.json(),
	};
}

test("a sentence gives its need, its parts with their words, and what was not understood", async () => {
	const text = "Nettoyage à Vannes, 5 jours par semaine, xylofrage";
	const { status, body } = await post(JSON.stringify({ text }));
	expect(status).toBe(200);
	const reading = readingSchema.parse(body);
	expect(reading.need).toEqual({
		services: [{ id: "n1", segment: "nettoyage-locaux", daysPerWeek: 5 }],
		sites: [{ id: "vannes", commune: "56260" }],
	});
	expect(
		reading.parts.map(({ path, words }) => [path, words.map(([a, b]) => text.slice(a, b))]),
	).toEqual([
		["services[0].segment", ["Nettoyage"]],
		["sites[0].commune", ["Vannes"]],
		["services[0].daysPerWeek", ["5 jours par semaine"]],
	]);
	expect(reading.notUnderstood.map(([a, b]) => text.slice(a, b))).toEqual(["xylofrage"]);
	expect(reading.segments[0]?.segment).toBe("nettoyage-locaux");
	expect(body.versions).toMatchObject({ data: "7" });
});

test.each([
	["no text", "{}", "text"],
	["a text that is no text", '{"text": 12}', "text"],
	["a text too long", JSON.stringify({ text: "a".repeat(20_001) }), "text"],
	["a property that does not exist", '{"text": "tonte", "texte": "tonte"}', "texte"],
	["what is not JSON", "tonte", ""],
])("%s is a 400 that says so in French", async (_, sent, path) => {
	const { status, type, body } = await post(sent);
	expect(status).toBe(400);
	expect(type).toContain("application/problem+json");
	expect(body).toMatchObject({ code: "bad-input", errors: [{ path }] });
	expect(body.errors[0].message).toMatch(/\p{L}{4}/u);
});

test("a text that is not in UTF-8 is refused rather than guessed", async () => {
	const latin1 = Buffer.from('{"text": "tonte à Vannes"}', "latin1");
	const answer = await fetch(`${site.url}/api/v1/needs/read`, { method: "POST", body: latin1 });
	expect(answer.status).toBe(400);
	expect(await answer.text()).toContain("UTF-8");
});

test("an unknown parameter is refused, and another method too", async () => {
	expect((await post('{"text": "tonte"}', "?langue=fr")).status).toBe(400);
	expect((await fetch(`${site.url}/api/v1/needs/read`)).status).toBe(405);
});
