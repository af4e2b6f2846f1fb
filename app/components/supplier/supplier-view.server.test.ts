import { expect, test } from "vitest";
import type { Supplier } from "#app/domain/supplier.ts";
import { parseEnv } from "#app/env.server.ts";
import type { Services } from "#app/services.server.ts";
import { packagedReference } from "#db/reference.server.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import { openTestBase, toNdjson } from "#tests/factories/import.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { supplierView } from "./supplier-view.server.ts";
import type { SupplierView } from "./supplier-view.ts";

const TODAY = "2026-11-21";

async function openBaseWith(...suppliers: Supplier[]): Promise<Services> {
	const base = await openTestBase();
	await base.import(base.file("liste.ndjson", toNdjson(suppliers)), { source: "revue-2026" });
	const reference = packagedReference();
	const search = openSearch(base.db, reference, { today: () => TODAY });
	return { db: base.db, env: parseEnv({}), reference, search } as Services;
}

async function openSheet(services: Services, id: string): Promise<SupplierView> {
	const view = await supplierView(services, id, TODAY);
	if (view.status !== "open") throw new Error("a tombstone");
	return view;
}

test("facts kept for buyers are named, never valued, and not asked again", async () => {
	const offer = makeOffer({
		segment: "nettoyage-locaux",
		capacity: [{ unit: "m2", per: "week", max: 6543 }],
		orderEur: { min: null, max: 65_432 },
	});
	const services = await openBaseWith(
		makeSupplier({ id: "a", offers: [offer], turnoverEur: 987_654 }),
	);
	const view = await openSheet(services, "a");
	expect(view.offers[0]?.withheld).toEqual(["Capacité", "Montants acceptés"]);
	expect(view.offers[0]?.questions.join(" ")).not.toContain("Quelle quantité");
	expect(view.identity.map(({ term }) => term)).toContain("Chiffre d’affaires");
	const text = JSON.stringify(view);
	for (const secret of ["6543", "65432", "987654"]) expect(text).not.toContain(secret);
});

test("each fact says its source and its age", async () => {
	const supplier = makeSupplier({
		id: "a",
		offers: [makeOffer({ segment: "nettoyage-locaux", daysPerWeek: 4 })],
		facts: { "*": { source: "revue-2026", on: "2026-06-01" } },
	});
	const services = await openBaseWith(supplier);
	const view = await openSheet(services, "a");
	const fact = view.offers[0]?.facts.find(({ path }) => path === "daysPerWeek");
	expect(fact).toMatchObject({
		text: "4\u00a0jours par semaine",
		source: { on: "2026-06-01", age: "il y a 5\u00a0mois" },
	});
});

test("reserved contracts come with their article and their state", async () => {
	const kinds = [
		makeAccreditation({ code: "ESAT", proof: "registry", asOf: "2026-01-15", until: null }),
	];
	const services = await openBaseWith(makeSupplier({ id: "a", kinds, ess: null }));
	const view = await openSheet(services, "a");
	expect(view.reserved.map(({ article, state }) => [article, state])).toEqual([
		["L2113-12", "proved"],
		["L2113-14", "proved"],
	]);
});

test("the area served is drawn, and the map holds it", async () => {
	const offer = makeOffer({
		segment: "nettoyage-locaux",
		area: { radiusKm: 30, zones: ["departement:56"], country: false },
	});
	const services = await openBaseWith(
		makeSupplier({ id: "a", commune: "56260", lat: 47.66, lon: -2.76, offers: [offer] }),
	);
	const { scene } = await openSheet(services, "a");
	expect(scene?.areas.map(({ type }) => type)).toEqual(["departements", "circle"]);
});

test("a closed structure leaves its name and no offer", async () => {
	const services = await openBaseWith(
		makeSupplier({ id: "a", name: "Les Ajoncs", status: "closed" }),
	);
	expect(await supplierView(services, "a", TODAY)).toMatchObject({
		status: "closed",
		name: "Les Ajoncs",
	});
});

test("without consent, the sheet of a disabled worker is that of a structure of unknown kind", async () => {
	const sheet = async (supplier: Partial<Supplier>) =>
		JSON.stringify(
			await openSheet(await openBaseWith(makeSupplier({ id: "a", ...supplier })), "a"),
		);
	const kinds = [makeAccreditation({ code: "TIH" })];
	const unknown = await sheet({ kinds: null });
	expect(await sheet({ kinds })).toBe(unknown);
	expect(await sheet({ kinds, tihConsent: false })).toBe(unknown);
	expect(await sheet({ kinds, tihConsent: true })).toContain("TIH");
});

test("a SIRET with a wrong key is told apart from an unknown one", async () => {
	const services = await openBaseWith(makeSupplier({ id: "a" }));
	await expect(supplierView(services, "12345678901234", TODAY)).rejects.toMatchObject({
		code: "bad-input",
		problems: [{ path: "siret" }],
	});
	await expect(supplierView(services, "73282932000074", TODAY)).rejects.toMatchObject({
		code: "supplier-not-found",
	});
});
