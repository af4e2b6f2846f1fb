import { expect, test } from "vitest";
import { makeNeed, matched, suppliersWith } from "#tests/factories/match.ts";
import { comeAndGo, groupsSentence, standingOf, standingSentence } from "./standing.ts";

const NEED = makeNeed({}, { daysPerWeek: 5 });
const SUPPLIERS = suppliersWith(
	{ daysPerWeek: 5, verifiedOn: "2026-06-01", verifiedBy: "supplier" },
	{ daysPerWeek: null },
	{ daysPerWeek: 3 },
);

test("a standing says its numbers and how many it takes", () => {
	const standing = standingOf(matched(NEED, SUPPLIERS));
	expect(standing.people?.map(({ id }) => id).sort()).toEqual(["a", "b"]);
	expect(
		standingSentence({ ...standing, confirmed: 1, possible: 1, organisations: 2, real: 2 }),
	).toBe("2\u00a0structures réelles, 1\u00a0compatible, 1 à confirmer · il en faut 3");
	expect(standingSentence({ ...standing, confirmed: 0, possible: 0, real: 0 })).toBe(
		"aucune structure réelle · il en faut 3",
	);
	expect(
		standingSentence({ ...standing, confirmed: 0, possible: 3, real: 3, organisations: 2 }),
	).toContain("2\u00a0opérateurs indépendants");
});

test("groups are counted when the need admits them", () => {
	const standing = standingOf(matched(NEED, SUPPLIERS));
	expect(groupsSentence(standing)).toBeNull();
	expect(groupsSentence({ ...standing, groups: { count: 0, more: false } })).toContain(
		"Aucun groupement",
	);
	expect(groupsSentence({ ...standing, groups: { count: 50, more: true } })).toBe(
		"Plus de 50\u00a0groupements de 2 ou 3 structures couvriraient tout le besoin.",
	);
	expect(standingOf(matched({ ...NEED, consortiaAllowed: true }, SUPPLIERS)).groups).not.toBeNull();
});

test("who comes and who goes is told by name, unless some are not named", () => {
	const before = standingOf(matched(NEED, SUPPLIERS));
	const after = standingOf(matched(makeNeed({}, { daysPerWeek: 3 }), SUPPLIERS));
	const change = comeAndGo(before, after);
	expect(change?.come.map(({ id }) => id)).toEqual(["c"]);
	expect(change?.gone).toEqual([]);
	expect(comeAndGo(after, before)?.gone.map(({ id }) => id)).toEqual(["c"]);
	expect(standingOf(matched(NEED, SUPPLIERS, { pageSize: 1 })).people).toBeNull();
	expect(comeAndGo(before, { ...after, people: null })).toBeNull();
});
