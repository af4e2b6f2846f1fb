import { expect, test } from "vitest";
import { openTestBase, toNdjson } from "#tests/factories/import.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { listOfferAreas } from "./segment-coverage.server.ts";

test("areas come with their zones, and an offer for a whole family counts in each of its segments", async () => {
	const base = await openTestBase();
	const leaf = makeOffer({
		segment: "nettoyage-locaux",
		area: { radiusKm: 20, zones: ["departement:56"], country: false },
	});
	const family = makeOffer({
		segment: "proprete",
		includesChildren: true,
		area: { country: true },
	});
	const familyOnly = makeOffer({ segment: "proprete", includesChildren: false });
	await base.import(
		base.file(
			"liste.ndjson",
			toNdjson([
				makeSupplier({ id: "a", siret: null, offers: [leaf] }),
				makeSupplier({ id: "b", siret: null, offers: [family] }),
				makeSupplier({ id: "c", siret: null, offers: [familyOnly] }),
				makeSupplier({ id: "d", siret: null, status: "closed", offers: [leaf] }),
			]),
		),
		{ source: "essai" },
	);
	const areas = await listOfferAreas(base.db, ["nettoyage-locaux"], "proprete");
	expect(areas.map(({ radiusKm, country, zones }) => ({ radiusKm, country, zones }))).toEqual([
		{ radiusKm: 20, country: false, zones: ["departement:56"] },
		{ radiusKm: null, country: true, zones: [] },
	]);
	expect(await listOfferAreas(base.db, ["proprete"], null)).toHaveLength(2);
});
