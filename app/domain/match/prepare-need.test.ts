import { expect, test } from "vitest";
import { makeNeed, PLACES, prepared, TAXONOMY } from "#tests/factories/match.ts";
import { makeCriterion } from "#tests/factories/reference.ts";
import { type Criteria, createCriteria } from "../criteria.ts";
import { AppError } from "../errors.ts";
import type { Need } from "../need.ts";
import { prepareNeed } from "./prepare-need.ts";

function problemsOf(need: Need, criteria?: Criteria): Record<string, string> {
	try {
		prepareNeed(need, {
			today: "2026-11-21",
			places: PLACES,
			taxonomy: TAXONOMY,
			...(criteria ? { criteria } : {}),
		});
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return Object.fromEntries(
			error.problems.map(({ path, message }) => [path, message.replaceAll("\u202f", " ")]),
		);
	}
	return {};
}

test("what is not said takes its default", () => {
	const { terms } = prepared({ ...makeNeed(), on: null });
	expect(terms).toMatchObject({
		minCompetition: 3,
		undeclaredKm: 50,
		nearKm: null,
		startsOn: null,
		start: terms.on,
		end: null,
	});
});

test("without cells, every service is asked at every site", () => {
	const { cells } = prepared({
		services: [
			{ id: "n1", segment: "nettoyage-locaux" },
			{ id: "n2", segment: "vitrerie" },
		],
		sites: [
			{ id: "a", commune: "56260" },
			{ id: "b", commune: "56206" },
		],
	});
	expect(cells.map((cell) => cell.id)).toEqual(["n1/a", "n1/b", "n2/a", "n2/b"]);
});

test("with a zone, there is one cell per service, named service/zone", () => {
	const { cells, places } = prepared({ ...makeNeed({ zone: "departement:56" }), sites: null });
	expect(cells.map((cell) => cell.id)).toEqual(["n1/zone"]);
	expect(places[0]).toMatchObject({ kind: "zone", label: "Morbihan" });
});

test("a cell's own requirement wins over its service's, a false one too", () => {
	const { cells } = prepared(
		makeNeed(
			{ cells: [{ service: "n1", site: "vannes", daysPerWeek: 3, continuity: false }] },
			{ daysPerWeek: 5, continuity: true, visitHours: 2 },
		),
	);
	expect(cells[0]?.ask).toMatchObject({ daysPerWeek: 3, continuity: false, visitHours: 2 });
});

test("a site without a commune takes the nearest one's, a delegated commune counts as its commune", () => {
	const { places } = prepared({
		...makeNeed(),
		sites: [
			{ id: "a", lat: 47.66, lon: -2.75 },
			{ id: "b", commune: "56999" },
		],
	});
	expect(places).toMatchObject([
		{ lat: 47.66, commune: { code: "56260" } },
		{ commune: { code: "56206" } },
	]);
});

test("the digest of a need changes with what it asks, not with the order of its lists", () => {
	const sites = [
		{ id: "a", commune: "56260" },
		{ id: "b", commune: "56206" },
	];
	const need = makeNeed({ sites });
	expect(prepared(makeNeed({ sites: [...sites].reverse() })).id).toBe(prepared(need).id);
	expect(prepared(makeNeed({ sites }, { daysPerWeek: 5 })).id).not.toBe(prepared(need).id);
	expect(prepared({ ...need, id: "mon-besoin" }).id).toBe("mon-besoin");
});

test("a need without a place, or with two kinds of place, is refused", () => {
	expect(problemsOf({ ...makeNeed(), sites: [] })).toEqual({
		sites: "il manque le lieu : donnez au moins un site (sites) ou une zone (zone).",
	});
	expect(problemsOf(makeNeed({ zone: "departement:56" }))["zone"]).toContain("pas les deux");
	expect(problemsOf({ ...makeNeed(), sites: [{ id: "a" }] })["sites[0]"]).toContain(
		"n’a pas de lieu",
	);
});

test("segments, communes, zones and capabilities that do not exist are refused by name", () => {
	expect(problemsOf(makeNeed({}, { segment: "nettoyage-locau" }))).toEqual({
		"services[0].segment": "segment inconnu. Vouliez-vous dire « nettoyage-locaux » ?",
	});
	expect(
		problemsOf(makeNeed({ sites: [{ id: "a", commune: "56000" }] }))["sites[0].commune"],
	).toContain("code INSEE (pas le code postal)");
	expect(problemsOf({ ...makeNeed({ zone: "departement:99" }), sites: null })["zone"]).toContain(
		"zone inconnue",
	);
	const criteria = createCriteria([makeCriterion()], TAXONOMY);
	expect(problemsOf(makeNeed({}, { capabilities: ["cle-alarme"] }), criteria)).toEqual({
		"services[0].capabilities[0]":
			"condition de métier inconnue. Vouliez-vous dire « cles-alarme » ?",
	});
});

test("cells that name an unknown service or site, or come twice, are refused", () => {
	const cells = [
		{ service: "n1", site: "vannes" },
		{ service: "n1", site: "vannes" },
		{ service: "n2", site: "vannse" },
	];
	expect(problemsOf(makeNeed({ cells }))).toEqual({
		"cells[1]": "le couple « n1/vannes » est donné deux fois : gardez-en un.",
		"cells[2].service": "aucun service n’a l’identifiant « n2 ». Vouliez-vous dire « n1 » ?",
		"cells[2].site": "aucun site n’a l’identifiant « vannse ». Vouliez-vous dire « vannes » ?",
	});
});

test("an identifier used twice is refused", () => {
	const services = [
		{ id: "n1", segment: "nettoyage-locaux" },
		{ id: "n1", segment: "vitrerie" },
	];
	expect(Object.keys(problemsOf({ ...makeNeed(), services }))).toEqual(["services[1].id"]);
});

test("contradictions are refused: hours of no length, fewer days named than asked, a distance without its rule", () => {
	expect(
		problemsOf(makeNeed({}, { window: { from: "08:00", to: "08:00" } }))["services[0].window"],
	).toContain("n’a pas de durée");
	expect(
		problemsOf(makeNeed({}, { daysPerWeek: 5, weekdays: ["mon", "tue"] }))["services[0].weekdays"],
	).toContain("vous demandez 5 jours par semaine mais n’en nommez que 2");
	expect(problemsOf(makeNeed({ location: { rule: "sits-within" } }))["location.km"]).toContain(
		"demande une distance",
	);
	expect(problemsOf(makeNeed({ location: { km: 15 } }))["location.km"]).toContain("sits-within");
	expect(problemsOf(makeNeed({ keepTogether: [["n1/paris"]] }))["keepTogether[0][0]"]).toContain(
		"aucun couple service/site",
	);
});
