import fc from "fast-check";
import { expect, test } from "vitest";
import { type DirectoryQuery, EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { distanceKm } from "#app/domain/geo.ts";
import { effectiveModes } from "#app/domain/match/compile-supplier.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { type KindCode, MODES } from "#app/domain/vocabulary.ts";
import type { Facets } from "#search/port.ts";
import { openTestSearch, testWorld, verifiedOn } from "#tests/factories/search.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";

const { taxonomy, places } = testWorld;
const COMMUNES = ["56260", "56121", "56178", "29019", "44109"];
const KINDS = ["ESAT", "ACI", "SEP", "AI"] as const;
const GREEN: Record<string, readonly KindCode[]> = {
	handicap: ["ESAT"],
	insertion: ["ACI", "AI"],
	joint: ["ESAT", "ACI", "AI"],
	prison: ["SEP"],
};

const offerArb: fc.Arbitrary<Offer> = fc
	.record({
		segment: fc.constantFrom(...taxonomy.segments.map(({ code }) => code)),
		includesChildren: fc.boolean(),
		modes: fc.option(fc.uniqueArray(fc.constantFrom(...MODES), { maxLength: 2 })),
		area: fc.record({
			radiusKm: fc.option(fc.constantFrom(20, 60, 150)),
			zones: fc.uniqueArray(
				fc.constantFrom("departement:56" as const, "commune:29019" as const, "region:52" as const),
				{ maxLength: 2 },
			),
			country: fc.boolean(),
		}),
		verifiedOn: fc.constantFrom(null, "2026-06-01", "2024-01-01"),
		verifiedBy: fc.constantFrom("supplier" as const, "import" as const),
	})
	.map((offer) => makeOffer(offer));

const supplierArb: fc.Arbitrary<Omit<Supplier, "id">> = fc
	.record({
		name: fc.constantFrom("Alpha", "Bêta", "Alpha Bêta", "Buffet Alpha", "Gamma"),
		description: fc.constantFrom(null, "alpha", "bêtas et buffets"),
		kinds: fc.option(fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 2 })),
		ess: fc.option(fc.boolean()),
		reused: fc.boolean(),
		commune: fc.option(fc.constantFrom(...COMMUNES)),
		offers: fc.array(offerArb, { maxLength: 3 }),
	})
	.map(({ kinds, reused, ...supplier }) =>
		makeSupplier({
			...supplier,
			tags: reused ? ["reemploi"] : [],
			lat: null,
			lon: null,
			kinds: kinds?.map((code) => ({ code, proof: "registry", asOf: "2026-01-15" })) ?? null,
		}),
	);

const queryArb: fc.Arbitrary<DirectoryQuery> = fc
	.record({
		q: fc.constantFrom("", "", "alpha", "beta alpha", "buffet"),
		segments: fc.uniqueArray(fc.constantFrom("proprete", "nettoyage-locaux", "traiteur"), {
			maxLength: 2,
		}),
		kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 2 }),
		reservation: fc.constantFrom(null, null, "handicap" as const, "insertion" as const),
		zones: fc.uniqueArray(
			fc.constantFrom("departement:56" as const, "region:53" as const, "commune:29019" as const),
			{ maxLength: 2 },
		),
		serves: fc.constantFrom(null, null, "56260", "29019"),
		near: fc.constantFrom(null, null, { commune: "56121" }),
		mode: fc.constantFrom(null, null, "service" as const),
		fresh: fc.constantFrom(null, null, "12m" as const, "never" as const),
		ess: fc.constantFrom(false, false, true),
		tag: fc.constantFrom(null, null, "reemploi" as const),
	})
	.map((query) => ({
		...EMPTY_DIRECTORY_QUERY,
		...query,
		km: query.near ? 70 : null,
		limit: 100,
	}));

/** The same rules, written plainly over the suppliers themselves. */
function matches(supplier: Supplier, query: DirectoryQuery): boolean {
	const kinds = supplier.kinds ?? [];
	const commune = supplier.commune ? places.commune(supplier.commune) : undefined;
	const offers = supplier.offers
		.map((offer) => ({
			...effectiveOffer(supplier, offer),
			known: effectiveModes(offer, supplier.kinds ?? null) ?? [],
		}))
		.filter((offer) => query.mode === null || offer.known.includes(query.mode))
		.filter((offer) => query.serves === null || serves(offer, commune, query.serves));
	const needsOffer = query.mode !== null || query.serves !== null || query.segments.length > 0;
	const offered = offers.flatMap(answersFor);
	if (needsOffer && offers.length === 0) return false;
	if (query.segments.length > 0 && !query.segments.some((code) => offered.includes(code))) {
		return false;
	}
	const text = `${supplier.name} ${supplier.description ?? ""}`.toLowerCase().replace(/ê/g, "e");
	for (const word of query.q.split(" ").filter(Boolean)) {
		if (!text.includes(word) && !(word === "buffet" && offered.includes("traiteur"))) return false;
	}
	if (query.kinds.length > 0 && !kinds.some(({ code }) => query.kinds.includes(code))) return false;
	if (query.reservation !== null) {
		const green = GREEN[query.reservation] ?? [];
		const byStatus = query.reservation === "ess" && supplier.ess === true;
		if (!byStatus && !kinds.some(({ code }) => green.includes(code))) return false;
	}
	if (query.zones.length > 0) {
		const seats = commune
			? [
					`commune:${commune.code}`,
					`epci:${commune.epci}`,
					`departement:${commune.departement}`,
					`region:${commune.region}`,
				]
			: [];
		if (!query.zones.some((zone) => seats.includes(zone))) return false;
	}
	if (query.near !== null) {
		const centre = places.commune("56121");
		if (!commune || !centre) return false;
		if (distanceKm(commune.lat, commune.lon, centre.lat, centre.lon) > (query.km ?? 0))
			return false;
	}
	const day = verifiedOn(supplier);
	const freshness = day === null ? "never" : day >= "2025-11-21" ? "12m" : "older";
	if (query.fresh !== null && freshness !== query.fresh) return false;
	if (query.ess && supplier.ess !== true) return false;
	return query.tag === null || (supplier.tags ?? []).includes(query.tag);
}

function answersFor(offer: Offer): string[] {
	const segment = taxonomy.get(offer.segment);
	const children = offer.includesChildren ? taxonomy.children(offer.segment) : [];
	const parents = segment?.parent ? [segment.parent] : [];
	return [offer.segment, ...parents, ...children.map(({ code }) => code)];
}

function serves(offer: Offer, seat: ReturnType<typeof places.commune>, code: string): boolean {
	const commune = places.commune(code);
	if (!commune) return false;
	const { radiusKm, zones, country } = offer.area ?? {};
	const holds = [
		`commune:${code}`,
		`departement:${commune.departement}`,
		`region:${commune.region}`,
	];
	if (country || zones?.some((zone) => holds.includes(zone))) return true;
	if (!radiusKm || !seat) return false;
	return distanceKm(seat.lat, seat.lon, commune.lat, commune.lon) <= radiusKm;
}

/** The query with one facet's filter set to one value. */
const WITH_VALUE: Record<keyof Facets, (query: DirectoryQuery, value: string) => object> = {
	segment: (_, value) => ({ segments: [value] }),
	kind: (_, value) => ({ kinds: [value] }),
	reservation: (_, value) => ({ reservation: value }),
	region: (_, value) => ({ zones: [value] }),
	departement: (_, value) => ({ zones: [value] }),
	epci: (_, value) => ({ zones: [value] }),
	mode: (_, value) => ({ mode: value }),
	fresh: (_, value) => ({ fresh: value }),
	ess: () => ({ ess: true }),
	tag: (_, value) => ({ tag: value }),
};

test("the list and every facet's counts are those of a plain reading of the suppliers", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(supplierArb, { maxLength: 12 }),
			fc.array(queryArb, { minLength: 1, maxLength: 6 }),
			async (drawn, queries) => {
				// Holds every word: one that no text holds would be set aside, which is another rule.
				const wordy = makeSupplier({ name: "Alpha Bêta Buffet", offers: [] });
				const suppliers = [wordy, ...drawn].map((supplier, i) => ({ ...supplier, id: `s-${i}` }));
				const { db, search } = await openTestSearch(suppliers);
				for (const query of queries) {
					const page = await search.search(query);
					const found = (asked: DirectoryQuery) =>
						suppliers.filter((supplier) => matches(supplier, asked)).length;
					expect(page.items.map(({ id }) => id).sort()).toEqual(
						suppliers
							.filter((supplier) => matches(supplier, query))
							.map(({ id }) => id)
							.sort(),
					);
					for (const [name, values] of Object.entries(page.facets)) {
						for (const { value, count, selected } of values) {
							const set = WITH_VALUE[name as keyof Facets](query, value);
							expect([name, value, count]).toEqual([name, value, found({ ...query, ...set })]);
							expect(count > 0 || selected).toBe(true);
						}
					}
					const segments = taxonomy.segments.map(({ code }) => code);
					const listed = segments.filter((code) => found({ ...query, segments: [code] }) > 0);
					const shown = page.facets.segment.filter(({ count }) => count > 0);
					expect(shown.map(({ value }) => value)).toEqual(listed);
					if (query.mode) expect(page.without.mode).toBe(found({ ...query, mode: null }));
					if (query.serves) expect(page.without.serves).toBe(found({ ...query, serves: null }));
					if (query.q) {
						expect(page.without.q).toBe(found({ ...query, q: "" }));
					}
				}
				await db.destroy();
			},
		),
		{ numRuns: 40 },
	);
}, 60_000);
