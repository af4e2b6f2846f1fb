import fc from "fast-check";
import { expect, test } from "vitest";
import { testWorld } from "#tests/factories/search.ts";
import { DIRECTORY_SORTS, EMPTY_DIRECTORY_QUERY, withFilters } from "./directory.ts";
import { parseDirectoryQuery, readDirectoryQuery } from "./directory-parse.ts";
import { directoryQuerySchema } from "./directory-schema.ts";
import { directoryHref, serialiseDirectoryQuery } from "./directory-url.ts";
import type { AppError } from "./errors.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "./vocabulary.ts";

function problemsOf(search: string): readonly { path: string; message: string }[] {
	try {
		parseDirectoryQuery(new URLSearchParams(search), testWorld);
		return [];
	} catch (error) {
		return (error as AppError).problems;
	}
}

test("an empty address, and a form left empty, ask for everything", () => {
	expect(parseDirectoryQuery(new URLSearchParams(), testWorld)).toEqual(EMPTY_DIRECTORY_QUERY);
	expect(
		parseDirectoryQuery(new URLSearchParams("q=&segment=&near=&km=&serves=&sort="), testWorld),
	).toEqual(EMPTY_DIRECTORY_QUERY);
	expect(directoryHref(EMPTY_DIRECTORY_QUERY)).toBe("/fournisseurs");
});

const queryArb = fc
	.record({
		q: fc.constantFrom("", "ménage à Vannes", "l’eau & le feu"),
		segments: fc.constantFrom([], ["nettoyage-locaux", "traiteur"]),
		kinds: fc.constantFrom([], [KIND_CODES[0], KIND_CODES[8]]),
		reservation: fc.constantFrom(null, ...RESERVATIONS),
		zones: fc.constantFrom([], ["departement:56", "region:53"]),
		serves: fc.constantFrom(null, "56260"),
		near: fc.constantFrom(null, { commune: "29019" }, { lat: 47.66, lon: -2.76 }),
		km: fc.constantFrom(30, 12.5),
		mode: fc.constantFrom(null, ...MODES),
		fresh: fc.constantFrom(null, "12m" as const, "never" as const),
		ess: fc.boolean(),
		tag: fc.constantFrom(null, "reemploi" as const),
		sort: fc.constantFrom(null, ...DIRECTORY_SORTS.filter((sort) => sort !== "distance")),
		page: fc.constantFrom(1, 3),
		limit: fc.constantFrom(25, 100),
		view: fc.constantFrom("both" as const, "map" as const),
	})
	.map((query) => ({
		...EMPTY_DIRECTORY_QUERY,
		...query,
		km: query.near ? query.km : null,
	}));

test("a query written to an address is read back as it was, and its schema accepts it", () => {
	fc.assert(
		fc.property(queryArb, (query) => {
			const params = serialiseDirectoryQuery(query as typeof EMPTY_DIRECTORY_QUERY);
			const read = parseDirectoryQuery(params, testWorld);
			expect(read).toEqual(query);
			expect(directoryQuerySchema.parse(read)).toEqual(query);
		}),
	);
});

test.each([
	["segmant=traiteur", "segmant", "Vouliez-vous dire «\u202fsegment\u202f»\u202f?"],
	["segment=traitteur", "segment", "Vouliez-vous dire «\u202ftraiteur\u202f»\u202f?"],
	["segment=espaces", "segment", "espaces-verts"],
	["kind=ESTA", "kind", "Vouliez-vous dire «\u202fESAT\u202f»\u202f?"],
	["reservation=tout", "reservation", "handicap, insertion"],
	["zone=56", "zone", "departement:56"],
	["zone=departement:99", "zone", "n’existe pas"],
	["serves=56000", "serves", "code INSEE"],
	["near=Vannes", "near", "«\u202fVannes\u202f»"],
	["near=91,0", "near", "Terre"],
	["near=56260&km=-5", "km", "-5"],
	["near=56260&km=beaucoup", "km", "beaucoup"],
	["km=20", "km", "lieu"],
	["sort=distance", "sort", "lieu"],
	["sort=taille", "sort", "n’existe pas"],
	["mode=location", "mode", "service, goods, staffing"],
	["fresh=1m", "fresh", "12m"],
	["ess=oui", "ess", "oui"],
	["tag=reemplo", "tag", "reemploi"],
	["limit=101", "limit", "100"],
	["page=0", "page", "0"],
	["page=2&cursor=abc", "page", "cursor"],
	["serves=56260&serves=29019", "serves", "2 ont été données"],
	[`q=${"x".repeat(201)}`, "q", "200"],
	["q=!!!", "q", "«\u202f!!!\u202f» ne contient ni lettre ni chiffre"],
])("%s is refused by name", (search, path, hint) => {
	const [problem, ...others] = problemsOf(search);
	expect(others).toEqual([]);
	expect(problem?.path).toBe(path);
	expect(problem?.message).toContain(hint);
});

test("several things wrong are all named, and what is right is kept", () => {
	const { query, problems } = readDirectoryQuery(
		new URLSearchParams("q=ménage&kind=esat&kind=XX&serves=00000&couleur=vert"),
		testWorld,
	);
	expect(problems.map(({ path }) => path).sort()).toEqual(["couleur", "kind", "serves"]);
	expect(query).toMatchObject({ q: "ménage", kinds: ["ESAT"], serves: null });
});

test("a change of filter goes back to the first page and keeps a radius only with its place", () => {
	const asked = { ...EMPTY_DIRECTORY_QUERY, near: { commune: "56260" }, km: 50, page: 4 };
	expect(withFilters(asked, { kinds: ["EA"] })).toMatchObject({ page: 1, km: 50, kinds: ["EA"] });
	expect(withFilters(asked, { near: null })).toMatchObject({ near: null, km: null });
});
