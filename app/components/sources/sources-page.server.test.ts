import { afterAll, beforeAll, expect, test } from "vitest";
import { LEGAL_RULES } from "#app/domain/legal-table.ts";
import * as sourcesRoute from "#app/routes/sources.tsx";
import { replaceCpv } from "#db/reference-load.server.ts";
import { openTestDb } from "#tests/factories/db.ts";
import { startTestSite, type TestSite } from "#tests/factories/server.ts";

let site: TestSite;
let page: string;
beforeAll(async () => {
	const db = await openTestDb();
	await db
		.insertInto("source")
		.values({
			id: "essai",
			label: "Liste d’essai",
			origin_url: "https://exemple.fr/liste",
			licence: "ODbL",
			list_date: "2020-05-01",
			tier: "import",
			attribution: "© les contributeurs",
			demo: 1,
		})
		.execute();
	replaceCpv(db, [{ code: "90910000", label: "Nettoyage", parent: null }], {
		origin: "cpv.csv",
		loadedOn: "2026-11-21",
	});
	site = await startTestSite({ routes: { sources: sourcesRoute }, services: { db } });
	page = await (await fetch(`${site.url}/sources`)).text();
}, 60_000);
afterAll(() => site.stop());

test("each list says its origin, date, licence, attribution, and that it is fictional", () => {
	for (const text of [
		"https://exemple.fr/liste",
		"Liste d’essai",
		"1er\u00a0mai 2020",
		"ODbL",
		"© les contributeurs",
		"structures fictives",
	])
		expect(page).toContain(text);
});

test("the reference data are credited as their licences ask", () => {
	for (const text of ["GeoNames", "CC BY 4.0", "Natural Earth", "Licence Ouverte 2.0", "cpv.csv"])
		expect(page).toContain(text);
});

test("every legal rule is there, and has one anchor for the links of other pages", () => {
	for (const id of new Set(LEGAL_RULES.map((rule) => rule.id)))
		expect(page.split(`id="${id}"`), id).toHaveLength(2);
	expect(page.split("<tr").length).toBeGreaterThan(LEGAL_RULES.length);
});
