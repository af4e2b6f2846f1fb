import fc from "fast-check";
import { expect, test } from "vitest";
import {
	DIRECTORY_SORTS,
	type DirectoryQuery,
	EMPTY_DIRECTORY_QUERY,
} from "#app/domain/directory.ts";
import { drawRank, hashOfText } from "#app/domain/match/draw.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { DIRECTORY_DRAW_SEED } from "#search/entry.ts";
import type { SearchEngine } from "#search/port.ts";
import { openTestSearch, putSuppliers } from "#tests/factories/search.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";

const NAMES = ["Élan", "Eau vive", "Zénith", "œuvre", "Atelier", "Élan"];
const COMMUNES = ["56260", "56121", "29019", "44109", null];
const DATES = ["2026-06-01", "2024-01-01", null];

function base(count: number): Supplier[] {
	return Array.from({ length: count }, (_, i) =>
		makeSupplier({
			id: `s-${i}`,
			name: NAMES[i % NAMES.length] ?? "",
			commune: COMMUNES[i % COMMUNES.length] ?? null,
			lat: null,
			lon: null,
			offers: [makeOffer({ verifiedOn: DATES[i % DATES.length] ?? null })],
		}),
	);
}

function ask(changes: Partial<DirectoryQuery>): DirectoryQuery {
	return { ...EMPTY_DIRECTORY_QUERY, near: { commune: "56260" }, km: 500, ...changes };
}

async function everyPage(
	search: SearchEngine,
	query: DirectoryQuery,
	from: string | null = null,
): Promise<string[]> {
	const ids: string[] = [];
	let cursor = from;
	do {
		const page = await search.search({ ...query, cursor });
		ids.push(...page.items.map(({ id }) => id));
		cursor = page.nextCursor;
	} while (cursor !== null);
	return ids;
}

test("without words the order is the draw that anyone can compute again", async () => {
	const suppliers = base(40);
	const { search } = await openTestSearch(suppliers);
	const page = await search.search({ ...EMPTY_DIRECTORY_QUERY, limit: 100 });
	const seed = hashOfText(DIRECTORY_DRAW_SEED);
	const drawn = suppliers
		.map(({ id }) => id)
		.sort((a, b) => drawRank(seed, hashOfText(a)) - drawRank(seed, hashOfText(b)));
	expect(page.sort).toBe("draw");
	expect(page.items.map(({ id }) => id)).toEqual(drawn);
});

test("pages by cursor, pages by number and the export give the same list, each supplier once, in every order", async () => {
	const { search } = await openTestSearch(base(23));
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...DIRECTORY_SORTS),
			fc.constantFrom("", "atelier", "elan"),
			fc.integer({ min: 1, max: 9 }),
			async (sort, q, limit) => {
				const query = ask({ sort, q, limit });
				const byCursor = await everyPage(search, query);
				const exported: string[] = [];
				for await (const { item } of search.export(query)) exported.push(item.id);
				expect(byCursor).toEqual(exported);
				expect(new Set(byCursor).size).toBe(byCursor.length);
				const byNumber: string[] = [];
				for (let page = 1; byNumber.length < exported.length; page++) {
					const { items, total } = await search.search({ ...query, page });
					expect(total).toBe(exported.length);
					byNumber.push(...items.map(({ id }) => id));
				}
				expect(byNumber).toEqual(exported);
			},
		),
		{ numRuns: 60 },
	);
});

test("pages stay in step while suppliers come, close and change", async () => {
	for (const sort of DIRECTORY_SORTS) {
		const suppliers = base(30);
		const { db, search } = await openTestSearch(suppliers);
		const query = ask({ sort, limit: 10 });
		const before = await everyPage(search, { ...query, limit: 100 });
		const first = await search.search(query);
		const lastShown = first.items.at(-1)?.id;
		const closed = suppliers.find(({ id }) => id === lastShown);
		const newcomers = base(45).slice(30);
		await search.update(
			putSuppliers(db, [{ ...(closed ?? makeSupplier()), status: "closed" }, ...newcomers]),
		);
		const after = await everyPage(search, query, first.nextCursor);
		expect(first.nextCursor).not.toBeNull();
		const known = after.filter((id) => before.includes(id));
		expect(known).toEqual(before.slice(10));
	}
});

test("distance counts from the place named, and those without position come last", async () => {
	const { search } = await openTestSearch(base(10));
	const page = await search.search(
		ask({ near: null, km: null, serves: "56260", sort: "distance", limit: 100 }),
	);
	const distances = page.items.map(({ distanceKm }) => distanceKm ?? Number.POSITIVE_INFINITY);
	expect(distances).toEqual([...distances].sort((a, b) => a - b));
	expect(distances[0]).toBe(0);
});

test("names are ordered without accents or ligatures, freshness from the latest, never last", async () => {
	const { search } = await openTestSearch(base(6));
	const byName = await search.search({ ...EMPTY_DIRECTORY_QUERY, sort: "name" });
	expect(byName.items.map(({ name }) => name)).toEqual([
		"Atelier",
		"Eau vive",
		"Élan",
		"Élan",
		"œuvre",
		"Zénith",
	]);
	const byDate = await search.search({ ...EMPTY_DIRECTORY_QUERY, sort: "freshness" });
	expect(byDate.items.map(({ verifiedOn }) => verifiedOn)).toEqual([
		"2026-06-01",
		"2026-06-01",
		"2024-01-01",
		"2024-01-01",
		null,
		null,
	]);
});
