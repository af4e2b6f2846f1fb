import { afterAll, beforeAll, expect, test } from "vitest";
import * as criteriaRoute from "#app/routes/api.v1.criteria.ts";
import * as placesRoute from "#app/routes/api.v1.places.ts";
import * as segmentsRoute from "#app/routes/api.v1.segments.ts";
import { startTestSite, type TestSite } from "#tests/factories/server.ts";
import { criterionListSchema, placeListSchema, segmentListSchema } from "./list-schemas.ts";

let site: TestSite;
beforeAll(async () => {
	site = await startTestSite({
		routes: {
			"api/v1/places": placesRoute,
			"api/v1/segments": segmentsRoute,
			"api/v1/criteria": criteriaRoute,
		},
		services: { program: "0.0.0-test" },
	});
}, 60_000);
afterAll(() => site.stop());

async function get(path: string) {
	const response = await fetch(`${site.url}/api/v1/${path}`);
	return {
		status: response.status,
		type: response.headers.get("Content-Type"),
		body: await response.json(),
	};
}

test("places are proposed with their zone and their kind in words", async () => {
	const { status, body } = await get("places?q=vannes&limit=2");
	expect(status).toBe(200);
	expect(placeListSchema.parse(body).items[0]).toMatchObject({
		zone: "commune:56260",
		label: "Vannes (56) — commune",
		departement: "56",
	});
	expect(body).toMatchObject({ nextCursor: null, versions: { data: "7" } });
	expect(body.items).toHaveLength(2);
	expect(body.total).toBeGreaterThan(2);
});

test("without words a page of 100 segments, and a cursor for the rest", async () => {
	const seen: string[] = [];
	for (let cursor: string | null = ""; cursor !== null; ) {
		const { body } = await get(`segments${cursor === "" ? "" : `?cursor=${cursor}`}`);
		const page = segmentListSchema.parse(body);
		seen.push(...page.items.map(({ code }) => code));
		cursor = page.nextCursor;
	}
	expect(seen).toHaveLength(217);
	expect(new Set(seen).size).toBe(217);
});

test("words and CPV codes find segments", async () => {
	const byWord = await get("segments?q=laveur%20de%20vitres");
	expect(byWord.body.items[0]).toMatchObject({
		code: "vitrerie-nettoyage",
		because: "laveur de vitres",
	});
	const byCpv = await get("segments?q=90911300");
	expect(byCpv.body.items.map(({ code }: { code: string }) => code)).toEqual([
		"vitrerie-nettoyage",
	]);
});

test("conditions of a segment come with the question put to the structure", async () => {
	const { body } = await get("criteria?segment=nettoyage-locaux");
	const page = criterionListSchema.parse(body);
	expect(page.items.map(({ code }) => code)).toContain("cles-alarme");
	expect(body.items[0].question).toMatch(/\?$/);
});

test.each([
	["places?q=van&km=3", "km"],
	["places", "q"],
	["places?q=van&limit=0", "limit"],
	["places?q=van&limit=1000", "limit"],
	["segments?query=x", "query"],
	["segments?cursor=nulle-part", "cursor"],
	["criteria?segment=netoyage-locaux", "segment"],
])("%s is a 400 that names %s", async (path, parameter) => {
	const { status, type, body } = await get(path);
	expect(status).toBe(400);
	expect(type).toContain("application/problem+json");
	expect(body).toMatchObject({ code: "bad-input", status: 400, errors: [{ path: parameter }] });
});

test("a segment nearly right is suggested", async () => {
	const { body } = await get("criteria?segment=netoyage-locaux");
	expect(body.errors[0].message).toContain("« nettoyage-locaux »");
});
