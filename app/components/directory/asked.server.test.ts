import { expect, test } from "vitest";
import { packagedReference } from "#db/reference.server.ts";
import { readAsked } from "./asked.server.ts";

const reference = packagedReference();

function ask(search: string) {
	return readAsked(new URLSearchParams(search), reference);
}

test("a place typed in words becomes its code, in another address", () => {
	expect(ask("q=traiteur&near=Vannes&km=20").redirectTo).toBe(
		"/fournisseurs?q=traiteur&near=56260&km=20",
	);
	expect(ask("serves=56000").redirectTo).toBe("/fournisseurs?serves=56260");
	expect(ask("zone=Morbihan&zone=region%3A53").redirectTo).toBe(
		"/fournisseurs?zone=departement%3A56&zone=region%3A53",
	);
});

test("an address already in codes is kept as it is", () => {
	const asked = ask("q=traiteur&near=56260&km=20");
	expect(asked.redirectTo).toBeNull();
	expect(asked.problems).toEqual([]);
	expect(asked.query).toMatchObject({ q: "traiteur", near: { commune: "56260" }, km: 20 });
});

test("an ambiguous commune is asked again with one link for each", () => {
	const asked = ask("q=traiteur&near=Saint-Denis&km=15&sort=distance");
	expect(asked.problems.map(({ path }) => path)).toEqual(["near"]);
	expect(asked.problems[0]?.choices[0]?.href).toMatch(
		/^\/fournisseurs\?q=traiteur&near=\d{5}&km=15&sort=distance$/,
	);
	expect(asked.typed.near).toBe("Saint-Denis");
});

test("a département where a commune is needed is refused in words", () => {
	expect(ask("serves=Morbihan").problems[0]?.message).toContain("n’est pas une commune");
});

test("an unknown filter and an unknown value are named", () => {
	const asked = ask("couleur=vert&kind=ESATT");
	expect(asked.problems.map(({ path }) => path).sort()).toEqual(["couleur", "kind"]);
});

test("a radius sent with an empty place asks nothing", () => {
	const asked = ask("q=&near=&km=30&sort=distance&serves=");
	expect(asked.problems).toEqual([]);
	expect(asked.query).toMatchObject({ near: null, km: null, sort: null });
});

test("a family counts until one of its leaves is ticked", () => {
	expect(ask("famille=proprete").redirectTo).toBe("/fournisseurs?segment=proprete");
	expect(ask("famille=proprete&segment=nettoyage-locaux").redirectTo).toBe(
		"/fournisseurs?segment=nettoyage-locaux",
	);
});
