import { expect, test } from "vitest";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { AppError, type InputProblem } from "./errors.ts";
import { parseNeed, parseSupplier } from "./validation.ts";

function problemsOf(run: () => unknown): readonly InputProblem[] {
	try {
		run();
	} catch (error) {
		if (error instanceof AppError && error.code === "bad-input") return error.problems;
		throw error;
	}
	return [];
}

const NEED = {
	services: [{ id: "n1", segment: "nettoyage-locaux" }],
	sites: [{ id: "vannes", commune: "56260" }],
};

/** The problems of a need, narrow spaces made plain. */
function needProblems(change: object): InputProblem[] {
	return problemsOf(() => parseNeed({ ...NEED, ...change })).map(({ path, message }) => ({
		path,
		message: message.replaceAll("\u202f", " "),
	}));
}

test("a need in good form is taken as it is", () => {
	expect(parseNeed(NEED)).toEqual(NEED);
});

test("an unknown property is named with its path and the one that was meant", () => {
	const services = [{ id: "n1", segment: "nettoyage-locaux", daysPerWeeks: 5 }];
	expect(needProblems({ services })).toEqual([
		{
			path: "services[0].daysPerWeeks",
			message: "propriété inconnue. Vouliez-vous dire « daysPerWeek » ?",
		},
	]);
});

test("a property like none of ours comes with the list of those that exist", () => {
	const [problem] = needProblems({ location: { rule: "serves", flavour: 1 } });
	expect(problem).toEqual({
		path: "location.flavour",
		message: "propriété inconnue. Propriétés possibles : rule, km, undeclaredKm.",
	});
});

test("30 February is refused with the last day that February has", () => {
	expect(needProblems({ startsOn: "2027-02-30" })).toEqual([
		{
			path: "startsOn",
			message:
				"« 2027-02-30 » n’est pas une date : février 2027 a 28 jours. Donnez une date qui existe, par exemple 2027-02-28.",
		},
	]);
	expect(needProblems({ on: "2027-13-01" })[0]?.message).toContain("il n’y a pas de mois 13");
	expect(needProblems({ on: "21/11/2026" })[0]?.message).toContain("écrivez AAAA-MM-JJ");
});

test("a distance of −5 is refused with what it must be", () => {
	expect(needProblems({ location: { rule: "sits-within", km: -5 } })[0]).toEqual({
		path: "location.km",
		message: "La distance en km doit dépasser 0, pas −5. Laissez vide si vous ne savez pas.",
	});
});

test("a value outside a closed list comes with the nearest one and the list", () => {
	const { path, message } = needProblems({ reservation: "handicaps" })[0] as InputProblem;
	expect(path).toBe("reservation");
	expect(message).toContain(
		"« handicaps » n’est pas une valeur connue. Vouliez-vous dire « handicap » ?",
	);
	expect(message).toContain("handicap, insertion, joint, prison, ess");
});

test("a French day or period is answered with its code", () => {
	const message = (requirements: object) =>
		needProblems({ services: [{ id: "n1", segment: "traiteur", ...requirements }] })[0]?.message;
	expect(message({ weekdays: ["lun"] })).toContain("Vouliez-vous dire « mon » ?");
	expect(message({ quantity: { amount: 1, unit: "m2", per: "semaine" } })).toContain(
		"Vouliez-vous dire « week » ?",
	);
});

test("a missing part, a wrong type and an empty list are told apart", () => {
	expect(problemsOf(() => parseNeed({}))[0]?.message.replaceAll("\u202f", " ")).toBe(
		"il manque les services : il faut une liste.",
	);
	expect(needProblems({ minCompetition: "trois" })[0]?.message).toBe(
		"pour le nombre d’opérateurs attendus, il faut un nombre, pas le texte « trois ».",
	);
	expect(needProblems({ services: [] })[0]?.message).toBe("Les services : il en faut au moins 1.");
	expect(problemsOf(() => parseNeed("texte"))[0]).toMatchObject({ path: "" });
});

test("a code that has not the form of its kind is refused with the form it should have", () => {
	expect(needProblems({ sites: [{ id: "a", commune: "Vannes" }] })[0]).toEqual({
		path: "sites[0].commune",
		message:
			"« Vannes » n’a pas la bonne forme : il faut un code INSEE de commune, cinq caractères, par exemple 56260 (pas un code postal).",
	});
	expect(needProblems({ zone: "vannes", sites: null })[0]?.message).toContain("departement:56");
});

test("a line of a file is named with the file and the line", () => {
	const [problem] = problemsOf(() =>
		parseSupplier({ ...makeSupplier(), commune: 56 }, { file: "base.ndjson", line: 12 }),
	);
	expect(problem?.path).toBe("base.ndjson, ligne 12, commune");
});

/** The problems of a supplier, narrow spaces made plain. */
function supplierProblems(change: object): InputProblem[] {
	return problemsOf(() => parseSupplier({ ...makeSupplier(), ...change })).map(
		({ path, message }) => ({ path, message: message.replaceAll("\u202f", " ") }),
	);
}

test("a supplier in good form is taken as it is", () => {
	expect(parseSupplier(makeSupplier({ siret: "73282932000074" })).siret).toBe("73282932000074");
});

test("a SIRET with a wrong key, or that is none, is refused", () => {
	expect(supplierProblems({ siret: "73282932000075" })[0]).toEqual({
		path: "siret",
		message:
			"la clé du SIRET « 73282932000075 » est fausse : un chiffre a sans doute été mal recopié. Vérifiez-le sur l’avis de situation.",
	});
	expect(supplierProblems({ siret: "732 829 320 00074" })[0]?.message).toContain("14 chiffres");
	expect(supplierProblems({ siren: "732829321" })[0]?.path).toBe("siren");
	expect(supplierProblems({ siret: "73282932000074", siren: "356000000" })[0]?.message).toContain(
		"n’est pas celui du SIRET",
	);
});

test("a radius of −5, a window of no length and a 30 February are refused where they stand", () => {
	expect(supplierProblems({ offers: [makeOffer({ area: { radiusKm: -5 } })] })[0]).toMatchObject({
		path: "offers[0].area.radiusKm",
		message: "Le rayon en km doit dépasser 0, pas −5. Laissez vide si vous ne savez pas.",
	});
	expect(
		supplierProblems({ offers: [makeOffer({ windows: [{ from: "08:00", to: "08:00" }] })] })[0],
	).toEqual({
		path: "offers[0].windows[0]",
		message:
			"cet horaire commence et finit à 08:00 : il n’a pas de durée. Donnez une fin après le début (ou 00:00–24:00 pour toute la journée).",
	});
	expect(supplierProblems({ defaults: { closures: [{ from: "02-30", to: "03-02" }] } })[0]).toEqual(
		{
			path: "defaults.closures[0].from",
			message:
				"le 30 février n’existe pas : février a 29 jours au plus. Écrivez MM-JJ, par exemple 02-29.",
		},
	);
	expect(supplierProblems({ offers: [makeOffer({ orderEur: { min: 9, max: 5 } })] })[0]?.path).toBe(
		"offers[0].orderEur",
	);
});

test("a text with a null character, that no spreadsheet reads, is refused where it stands", () => {
	const problems = supplierProblems({ name: "Ate\0lier", tags: ["reemploi", "b\0"] });
	expect(problems.map(({ path }) => path)).toEqual(["name", "tags"]);
	expect(problems[0]?.message).toContain("(\\u0000)");
});
