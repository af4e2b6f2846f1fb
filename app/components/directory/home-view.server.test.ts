import { expect, test } from "vitest";
import { packagedReference } from "#db/reference.server.ts";
import { readHome } from "./home-view.server.ts";

const reference = packagedReference();

function ask(fields: Record<string, string>) {
	return readHome(new URLSearchParams(fields), reference);
}

test("nothing typed opens the page", () => {
	expect(ask({})).toMatchObject({ redirectTo: null, problem: null });
});

test("words and a commune lead to what is around it", () => {
	expect(ask({ q: "nettoyage de bureaux", lieu: "Vannes" }).redirectTo).toBe(
		"/fournisseurs?q=nettoyage+de+bureaux&near=56260",
	);
});

test("a postcode of one commune is that commune", () => {
	expect(ask({ q: "traiteur", lieu: "56000" }).redirectTo).toBe(
		"/fournisseurs?q=traiteur&near=56260",
	);
});

test("a département leads to what sits in it", () => {
	expect(ask({ q: "", lieu: "Morbihan" }).redirectTo).toBe("/fournisseurs?zone=departement%3A56");
});

test("a name that several places bear is asked again, each with its way", () => {
	const answer = ask({ q: "traiteur", lieu: "Saint-Denis" });
	expect(answer.redirectTo).toBeNull();
	if (answer.redirectTo !== null) return;
	expect(answer.problem).toContain("Plusieurs lieux");
	expect(answer.choices.length).toBeGreaterThan(1);
	expect(answer.choices[0]?.href).toMatch(/^\/fournisseurs\?q=traiteur&near=/);
});

test("an unknown place is said, and what was typed is kept", () => {
	const answer = ask({ q: "traiteur", lieu: "Zzyzx" });
	expect(answer).toMatchObject({ redirectTo: null, q: "traiteur", place: "Zzyzx", choices: [] });
});

test("a town at the end of the sentence is read as the place", () => {
	expect(ask({ q: "traiteur à Lorient" }).redirectTo).toBe("/fournisseurs?q=traiteur&near=56121");
	expect(ask({ q: "réemploi de mobilier en Bretagne" }).redirectTo).toBe(
		"/fournisseurs?q=r%C3%A9emploi+de+mobilier&zone=region%3A53",
	);
});

test("words that only look like a place stay words", () => {
	expect(ask({ q: "mise à disposition" }).redirectTo).toBe(
		"/fournisseurs?q=mise+%C3%A0+disposition",
	);
	expect(ask({ q: "tables en bois" }).redirectTo).toBe("/fournisseurs?q=tables+en+bois");
});

test("a sentence that says when or how much is read as a need, with its place", () => {
	const described = (fields: Record<string, string>) => {
		const { redirectTo } = ask(fields);
		return new URL(redirectTo ?? "", "http://vivier.test").searchParams.get("texte");
	};
	expect(described({ q: "nettoyage 5 jours par semaine", lieu: "Vannes" })).toBe(
		"nettoyage 5 jours par semaine, à Vannes (56)",
	);
	expect(described({ q: "12 000 repas par an en Bretagne" })).toBe(
		"12 000 repas par an en Bretagne",
	);
	expect(described({ q: "nettoyage des bureaux" })).toBeNull();
});
