import { expect, test } from "vitest";
import { type DirectoryQuery, EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { openTestSearch, putSuppliers, testWorld } from "#tests/factories/search.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";

function ask(changes: Partial<DirectoryQuery> = {}): DirectoryQuery {
	const km = changes.near ? 30 : null;
	return { ...EMPTY_DIRECTORY_QUERY, km, ...changes };
}

async function idsFor(search: SearchEngine, changes: Partial<DirectoryQuery>): Promise<string[]> {
	const page = await search.search(ask({ limit: 100, ...changes }));
	return page.items.map(({ id }) => id).sort();
}

const cleaner = makeSupplier({
	id: "menage",
	name: "Les Ateliers du Ménage",
	offers: [makeOffer()],
});
const gardener = makeSupplier({
	id: "jardin",
	name: "Jardins de l’Œuvre",
	description: "Maraîchage biologique et tonte de pelouses à Pontivy.",
	commune: "56178",
	lat: null,
	lon: null,
	offers: [makeOffer({ segment: "entretien-espaces-verts", area: { zones: ["departement:29"] } })],
});
const caterer = makeSupplier({
	id: "traiteur",
	name: "Saveurs d’Armor",
	commune: "29019",
	lat: 48.39,
	lon: -4.486,
	kinds: [makeAccreditation({ code: "ACI" })],
	offers: [makeOffer({ segment: "traiteur", area: { country: true } })],
});

test("words are found without accents, in the plural, through ligatures and synonyms", async () => {
	const { search } = await openTestSearch([cleaner, gardener, caterer]);
	expect(await idsFor(search, { q: "menages" })).toEqual(["menage"]);
	expect(await idsFor(search, { q: "oeuvres" })).toEqual(["jardin"]);
	expect(await idsFor(search, { q: "MARAICHAGE" })).toEqual(["jardin"]);
	expect(await idsFor(search, { q: "entretien de bureau" })).toEqual(["menage"]);
	expect(await idsFor(search, { q: "buffets" })).toEqual(["traiteur"]);
	expect(await idsFor(search, { q: "taille de haie" })).toEqual(["jardin"]);
	expect(await idsFor(search, { q: "propreté" })).toEqual(["menage"]);
});

test("a kind and a territory can be named among the words", async () => {
	const { search } = await openTestSearch([cleaner, gardener, caterer]);
	expect(await idsFor(search, { q: "chantier d’insertion" })).toEqual(["traiteur"]);
	expect(await idsFor(search, { q: "ESAT Morbihan" })).toEqual(["jardin", "menage"]);
	expect(await idsFor(search, { q: "traiteur finistere" })).toEqual(["traiteur"]);
	expect(await idsFor(search, { q: "jardins pontivy" })).toEqual(["jardin"]);
});

test("a mistyped word is read as the nearest known one, and the answer says so", async () => {
	const { search } = await openTestSearch([cleaner, gardener, caterer]);
	const page = await search.search(ask({ q: "maraichgae" }));
	expect(page.items.map(({ id }) => id)).toEqual(["jardin"]);
	expect(page.corrected).toEqual([{ from: "maraichgae", to: "maraichage" }]);
	expect((await search.search(ask({ q: "netoyage" }))).corrected).toEqual([
		{ from: "netoyage", to: "nettoyage" },
	]);
});

test("a word that leads nowhere is set aside and named, unless it is alone", async () => {
	const { search } = await openTestSearch([cleaner, gardener]);
	const page = await search.search(ask({ q: "ménage xylophonique" }));
	expect(page.items.map(({ id }) => id)).toEqual(["menage"]);
	expect(page.ignored).toEqual(["xylophonique"]);
	expect(await search.search(ask({ q: "xylophonique" }))).toMatchObject({
		total: 0,
		ignored: ["xylophonique"],
		without: { q: 2 },
	});
});

test("words that say nothing by themselves leave the whole list, and are named", async () => {
	const { search } = await openTestSearch([cleaner, gardener]);
	expect(await search.search(ask({ q: "pour les" }))).toMatchObject({
		total: 2,
		ignored: ["pour", "les"],
	});
	expect((await search.search(ask())).ignored).toEqual([]);
});

test("a SIRET or a SIREN finds its suppliers, spaces or not", async () => {
	const { search } = await openTestSearch([
		makeSupplier({ id: "a", siret: "80746931700018" }),
		makeSupplier({ id: "b", siret: "80746931700026" }),
	]);
	expect(await idsFor(search, { q: "807 469 317 00018" })).toEqual(["a"]);
	expect(await idsFor(search, { q: "807469317" })).toEqual(["a", "b"]);
	expect(await idsFor(search, { q: "123456789" })).toEqual([]);
});

test("a name that holds the words comes before an offer, and an offer before a text", async () => {
	const { search } = await openTestSearch([
		makeSupplier({ id: "text", name: "Un", description: "Du ménage aussi", offers: [] }),
		makeSupplier({ id: "offer", name: "Deux" }),
		makeSupplier({ id: "name", name: "Ménage et compagnie", offers: [] }),
	]);
	const page = await search.search(ask({ q: "ménage" }));
	expect(page.items.map(({ id }) => id)).toEqual(["name", "offer", "text"]);
	expect(page.sort).toBe("relevance");
	expect(page.items[0]?.highlights.name).toEqual([[0, 6]]);
	expect(page.items[1]?.highlights.segments).toEqual(["nettoyage-locaux"]);
	expect(page.items[2]?.highlights.text).toEqual({ excerpt: "Du ménage aussi", ranges: [[3, 9]] });
});

test("to serve a commune and to sit near it are different things", async () => {
	const { search } = await openTestSearch([cleaner, gardener, caterer]);
	expect(await idsFor(search, { serves: "56260" })).toEqual(["menage", "traiteur"]);
	expect(await idsFor(search, { serves: "29019" })).toEqual(["jardin", "traiteur"]);
	expect(await idsFor(search, { near: { commune: "56260" }, km: 20 })).toEqual(["menage"]);
	expect(await idsFor(search, { near: { commune: "56260" }, km: 60 })).toEqual([
		"jardin",
		"menage",
	]);
	expect(await idsFor(search, { near: { lat: 48.4, lon: -4.4 }, km: 20 })).toEqual(["traiteur"]);
});

test("one offer must be of the segment, in the mode and serve the place", async () => {
	const mixed = makeSupplier({
		id: "mixed",
		offers: [
			makeOffer({ modes: ["service"], area: { zones: ["departement:44"] } }),
			makeOffer({ segment: "traiteur", modes: ["goods"], area: { zones: ["departement:29"] } }),
		],
	});
	const { search } = await openTestSearch([mixed]);
	const found = async (changes: Partial<DirectoryQuery>) =>
		(await search.search(ask(changes))).total;
	expect(await found({ segments: ["nettoyage-locaux"], serves: "44109" })).toBe(1);
	expect(await found({ segments: ["nettoyage-locaux"], serves: "29019" })).toBe(0);
	expect(await found({ q: "ménage", serves: "29019" })).toBe(0);
	expect(await found({ q: "ménage", serves: "44109" })).toBe(1);
	expect(await found({ segments: ["traiteur"], mode: "service" })).toBe(0);
});

test("a parent segment holds its children, and an offer on the parent answers for them only when it says so", async () => {
	const { search } = await openTestSearch([
		makeSupplier({ id: "child" }),
		makeSupplier({ id: "parent", offers: [makeOffer({ segment: "proprete" })] }),
		makeSupplier({
			id: "all",
			offers: [makeOffer({ segment: "proprete", includesChildren: true })],
		}),
	]);
	expect(await idsFor(search, { segments: ["proprete"] })).toEqual(["all", "child", "parent"]);
	expect(await idsFor(search, { segments: ["nettoyage-locaux"] })).toEqual(["all", "child"]);
});

test("a reservation tells what is proved from what is to be confirmed", async () => {
	const { search } = await openTestSearch([
		makeSupplier({ id: "proved" }),
		makeSupplier({ id: "said", kinds: [makeAccreditation({ proof: "declared" })] }),
		makeSupplier({ id: "old", kinds: [makeAccreditation({ asOf: "2023-01-15" })] }),
		makeSupplier({ id: "unnamed", kinds: [makeAccreditation({ code: "EATT" })] }),
		makeSupplier({ id: "ended", kinds: [makeAccreditation({ until: "2026-01-01" })] }),
		makeSupplier({ id: "unknown", kinds: null }),
	]);
	const page = await search.search(ask({ reservation: "handicap", sort: "name" }));
	const certainties = Object.fromEntries(
		page.items.map(({ id, reservations }) => [
			id,
			reservations.find(({ code }) => code === "handicap")?.certainty,
		]),
	);
	expect(certainties).toEqual({
		proved: "proved",
		said: "to-confirm",
		old: "to-confirm",
		unnamed: "to-confirm",
	});
});

test("closed and withdrawn suppliers are never given", async () => {
	const { search } = await openTestSearch([
		makeSupplier({ id: "open" }),
		makeSupplier({ id: "closed", status: "closed" }),
		makeSupplier({ id: "withdrawn", status: "withdrawn" }),
	]);
	expect((await search.search(ask())).items.map(({ id }) => id)).toEqual(["open"]);
});

test("a supplier that changes, closes or comes is seen at once, from another engine too", async () => {
	const { db, search } = await openTestSearch([cleaner, caterer]);
	const other = openSearch(db, testWorld, { today: () => "2026-11-21" });
	expect(await idsFor(other, { q: "ménage" })).toEqual(["menage"]);
	const ids = putSuppliers(db, [
		{ ...cleaner, name: "Les Vitres claires", offers: [makeOffer({ segment: "vitrerie" })] },
		{ ...caterer, status: "closed" },
		gardener,
	]);
	const before = other.version();
	await search.update(ids);
	expect(other.version()).not.toBe(before);
	expect(await idsFor(other, {})).toEqual(["jardin", "menage"]);
	expect(await idsFor(other, { q: "ménage" })).toEqual([]);
	expect(await idsFor(other, { q: "vitre claire" })).toEqual(["menage"]);
	expect(await idsFor(other, { segments: ["traiteur"] })).toEqual([]);
});

test("a rebuilt index answers as the one kept up to date", async () => {
	const { search } = await openTestSearch([cleaner, gardener, caterer]);
	const before = await search.search(ask({ q: "ateliers" }));
	const steps: number[] = [];
	await search.reindex(({ done }) => steps.push(done));
	expect(steps).toEqual([3]);
	expect(await search.search(ask({ q: "ateliers" }))).toEqual(before);
	expect(await idsFor(search, {})).toEqual(["jardin", "menage", "traiteur"]);
});

test("the day passes: a confirmation grows old", async () => {
	let today = "2027-05-31";
	const { db } = await openTestSearch([cleaner]);
	const search = openSearch(db, testWorld, { today: () => today });
	expect(await idsFor(search, { fresh: "12m" })).toEqual(["menage"]);
	today = "2027-06-02";
	expect(await idsFor(search, { fresh: "12m" })).toEqual([]);
	expect(await idsFor(search, { fresh: "older" })).toEqual(["menage"]);
});

test("what an empty list would hold without each filter is counted", async () => {
	const { search } = await openTestSearch([cleaner, gardener, caterer]);
	const page = await search.search(ask({ kinds: ["ACI"], segments: ["nettoyage-locaux"] }));
	expect(page.total).toBe(0);
	expect(page.without).toEqual({ kind: 1, segment: 1 });
});

test("an index whose rows say something else than ours is not read as a cursor", async () => {
	const { search } = await openTestSearch([cleaner]);
	for (const cursor of ["n’importe quoi", Buffer.from('["name","a",0,1]').toString("base64url")]) {
		await expect(search.search(ask({ cursor }))).rejects.toMatchObject({
			code: "bad-input",
			problems: [{ path: "cursor" }],
		});
	}
});
