import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packagedReference } from "#db/reference.server.ts";
import { makeNeed, PLACES, prepared, suppliersWith } from "#tests/factories/match.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { fileSource } from "../match/file-source.ts";
import { prepareNeed } from "../match/prepare-need.ts";
import type { FactValue } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Offer, Supplier } from "../supplier.ts";
import { parseNeed, parseSupplier } from "../validation.ts";
import type { CheckId, Scope } from "../vocabulary.ts";
import { changeSentence } from "./change-words.ts";
import { relaxNames } from "./names.ts";
import { questionsFor } from "./questions.ts";
import { type RelaxOptions, relaxNeed } from "./relax.ts";
import { rewriteSentences } from "./rewrite.ts";

const reference = packagedReference();
const { taxonomy, places, criteria } = reference;
const NAMES = relaxNames(reference, "2026-11-21");
const FIXTURE = "tests/fixtures/scenario-1";

function scenario(scope: Scope) {
	const need = parseNeed(JSON.parse(readFileSync(join(FIXTURE, "need.json"), "utf8")));
	const suppliers = readFileSync(join(FIXTURE, "suppliers.ndjson"), "utf8")
		.split("\n")
		.filter(Boolean)
		.map((line) => parseSupplier(JSON.parse(line)));
	const ready = prepareNeed(need, { today: "2026-11-21", taxonomy, places, criteria });
	const answer = relaxNeed(ready, fileSource(suppliers, reference.places), { scope });
	return { need, answer };
}

function relax(need: Need, suppliers: readonly Supplier[], options: RelaxOptions = {}) {
	return relaxNeed(prepared(need), fileSource(suppliers, PLACES), {
		viewer: "identified",
		...options,
	});
}

/** Values of the points of one condition, with the ids gained and lost. */
function points(check: CheckId, need: Need, offers: readonly Partial<Offer>[]) {
	const step = relax(need, suppliersWith(...offers)).steps.find((one) => one.check === check);
	return step?.points.map(({ value, gained, lost }): [FactValue, string, string] => [
		value,
		gained.join(),
		lost.join(),
	]);
}

test("days per week: a point at each whole number of days at which somebody comes in", () => {
	const need = makeNeed({}, { daysPerWeek: 5 });
	const offers = [{ daysPerWeek: 3.5 }, { daysPerWeek: 5 }, { daysPerWeek: 2 }];
	expect(points("daysPerWeek", need, offers)).toEqual([
		[3, "a", ""],
		[2, "a,c", ""],
	]);
});

test("hours: moved to where each can come, then left open", () => {
	const need = makeNeed({}, { window: { from: "06:00", to: "08:00" } });
	const offers = [
		{ windows: [{ from: "08:30", to: "16:30" }] },
		{ windows: [{ from: "07:00", to: "15:00" }] },
		{ windows: [] },
	];
	expect(points("window", need, offers)).toEqual([
		[{ from: "07:00", to: "09:00" }, "b", ""],
		[{ from: "08:30", to: "10:30" }, "a,b", ""],
		[null, "a,b,c", ""],
	]);
});

test("start: a later one brings in who was not ready, and loses whose certificate will have ended", () => {
	const need = makeNeed({ startsOn: "2027-01-01" }, { certificates: ["haccp"] });
	const held = [{ code: "haccp" }];
	const offers = [
		{ availableFrom: "2027-02-15", certificates: held },
		{ leadTimeDays: 120, certificates: held },
		{ certificates: [{ code: "haccp", until: "2027-03-31" }] },
	];
	expect(points("leadTime", need, offers)).toEqual([
		["2027-03-01", "a", ""],
		["2027-04-01", "a,b", "c"],
	]);
});

test("certificates: each of them in turn, then all", () => {
	const need = makeNeed({}, { certificates: ["haccp", "caces"] });
	const offers = [{ certificates: [{ code: "haccp" }] }, { certificates: [] }];
	expect(points("certificates", need, offers)).toEqual([
		[["haccp"], "a", ""],
		[[], "a,b", ""],
	]);
});

test("quantities: round amounts for an identified buyer, large parts of the need for others", () => {
	const need = makeNeed({}, { quantity: { amount: 860, unit: "m2", per: "week" } });
	const suppliers = suppliersWith({ capacity: [{ unit: "m2", per: "week", max: 730 }] });
	const tried = (viewer: "identified" | "anonymous") =>
		relax(need, suppliers, { viewer }).steps[0]?.points.map(({ value }) => value);
	expect(tried("identified")).toEqual([{ amount: 700, unit: "m2", per: "week" }]);
	expect(tried("anonymous")).toEqual([{ amount: 600, unit: "m2", per: "week" }]);
});

test("a condition that keeps nobody out alone has no point; nobody relaxes the segment or the area", () => {
	const need = makeNeed({}, { daysPerWeek: 5, firmStock: true });
	const answer = relax(need, suppliersWith({ daysPerWeek: 3, stock: "as-found" }));
	expect(answer.steps.map(({ check, points: found }) => [check, found.length])).toEqual([
		["daysPerWeek", 0],
		["stock", 0],
	]);
	expect(answer.relaxations.map(({ changes }) => changes.map(({ check }) => check))).toEqual([
		["daysPerWeek", "stock"],
	]);
});

test("whole: a lot of the sites that the same suppliers reach is proposed, and holds no split group", () => {
	const need = makeNeed({
		minCompetition: 2,
		sites: [
			{ id: "vannes", commune: "56260" },
			{ id: "sene", commune: "56243" },
			{ id: "nantes", commune: "44109" },
		].filter(({ commune }) => PLACES.commune(commune)),
	});
	const near = suppliersWith({}, {});
	const [proposal] = relax(need, near, { scope: "whole" }).relaxations;
	expect(proposal).toMatchObject({ nature: "allotment", gained: ["a", "b"], organisations: 2 });
	expect(proposal?.changes[0]?.to).not.toContain("n1/nantes");
	const tied = { ...need, keepTogether: [["n1/vannes", "n1/nantes"]] };
	const lots = relax(tied, near, { scope: "whole" }).relaxations.flatMap(({ changes }) => changes);
	expect(lots.filter(({ to }) => Array.isArray(to) && to.includes("n1/vannes"))).toEqual([]);
});

test("whole: lots as large as one another come in the order of their ids, whatever the order of the sites", () => {
	const sites = [
		{ id: "a", commune: "56260" },
		{ id: "b", commune: "44109" },
	];
	const suppliers = ["56260", "44109"].map((commune, i) =>
		makeSupplier({
			id: `s${i}`,
			commune,
			lat: null,
			lon: null,
			offers: [makeOffer({ area: { radiusKm: null, zones: [`commune:${commune}`] } })],
		}),
	);
	const lots = (list: typeof sites) =>
		relax(makeNeed({ sites: list }), suppliers, { scope: "whole" }).steps[0]?.points.map(
			({ value }) => value,
		);
	expect(lots(sites)).toEqual([["n1/a"], ["n1/b"]]);
	expect(lots(sites.toReversed())).toEqual(lots(sites));
});

test("a market is shared by its amounts and quantities together", () => {
	const quantity = { amount: 900, unit: "m2", per: "week" } as const;
	const need = makeNeed({ minCompetition: 1 }, { amountEur: 30_000, quantity });
	const suppliers = suppliersWith({
		orderEur: { min: 5000, max: 12_000 },
		capacity: [{ unit: "m2", per: "week", max: 350 }],
	});
	const [proposal] = relax(need, suppliers).relaxations;
	expect(proposal).toMatchObject({
		nature: "allotment",
		changes: [
			{ check: "capacity", to: { ...quantity, amount: 300 } },
			{ check: "order", to: 10_000 },
		],
	});
	expect(changeSentence(need, proposal?.changes ?? [], "to", NAMES)).toBe(
		"Marché partagé en 3\u00a0lots de 10\u202f000\u202f€ HT par an et 300\u202fm² par semaine au plus",
	);
	expect(changeSentence(need, proposal?.changes ?? [], "from", NAMES)).toBe(
		"Un marché de 30\u202f000\u202f€ HT par an et 900\u202fm² par semaine",
	);
});

test("a public buyer is not told to do without Chorus Pro; a private one may be", () => {
	const suppliers = suppliersWith({ eInvoicing: "none" });
	const told = (buyer: Need["buyer"]) =>
		relax(makeNeed({ buyer }, { eInvoicing: "chorus" }), suppliers).relaxations.length;
	expect([told("state"), told("private")]).toEqual([0, 1]);
});

test("names are given for everyone gained or lost", () => {
	const need = makeNeed({}, { firmStock: true });
	const supplier = makeSupplier({
		siret: "80746931700018",
		offers: [makeOffer({ stock: "as-found" })],
	});
	expect(relax(need, [supplier]).suppliers).toEqual([
		{ id: supplier.id, siret: "80746931700018", name: supplier.name },
	]);
});

test("scenario 1: one change of hours or of regime is enough in part; a lot, a regime and hours on the whole", () => {
	const part = scenario("any").answer;
	expect(part.relaxations[0]).toMatchObject({
		nature: "need",
		changes: [
			{
				check: "window",
				from: { from: "06:00", to: "08:00" },
				to: { from: "08:30", to: "10:30" },
			},
		],
		organisations: 10,
	});
	const single = part.relaxations.filter(({ changes }) => changes.length === 1);
	expect(single.flatMap(({ changes }) => changes.map(({ check }) => check))).toContain(
		"reservation",
	);
	const whole = scenario("whole").answer;
	expect(whole.relaxations.slice(0, 5).map(({ organisations }) => organisations)).toEqual([
		4, 6, 6, 4, 6,
	]);
	expect(new Set(whole.relaxations.map(({ nature }) => nature))).toEqual(
		new Set(["allotment", "law"]),
	);
});

test("scenario 1: the sentences that put most off are said as they are and as they could be", () => {
	const { need, answer } = scenario("any");
	const [first] = rewriteSentences(need, answer, NAMES);
	expect(first).toMatchObject({
		checks: ["window"],
		before: "De 6\u202fh à 8\u202fh",
		after: "De 8\u202fh\u202f30 à 10\u202fh\u202f30",
		effect: "10\u00a0structures de plus\u202f: 10\u00a0opérateurs indépendants en tout",
		putOff: 19,
	});
});

test("questions: the fewest that could settle the competition come first, in the words of the trade", () => {
	const need = makeNeed(
		{ minCompetition: 2 },
		{ window: { from: "06:00", to: "08:00" }, capabilities: ["cles-alarme"] },
	);
	const windows = [{ from: "05:00", to: "20:00" }];
	const capabilities = { "cles-alarme": true };
	const answer = relax(
		need,
		suppliersWith({ windows, capabilities }, { windows }, { capabilities }, { capabilities }, {}),
	);
	const questions = questionsFor(answer, NAMES);
	expect(questions.map(({ check, unknown, of, settles }) => [check, unknown, of, settles])).toEqual(
		[
			["window", 3, 5, true],
			["capabilities", 2, 5, false],
		],
	);
	expect(questions[0]).toMatchObject({
		question:
			"À quelles heures pouvez-vous intervenir (nous demandons de 6\u202fh à 8\u202fh)\u202f?",
		sentence: "3 sur 5 n’ont pas dit leurs horaires\u202f: demandez-le",
		suppliers: ["c", "d", "e"],
	});
	expect(questions[1]).toMatchObject({
		criterion: "cles-alarme",
		question: reference.criteria.criterionOf("cles-alarme")?.question,
	});
});

test("questions: what would be discussed is not said to be unknown, and is not told to everyone", () => {
	const need = makeNeed({}, { daysPerWeek: 5 });
	const suppliers = suppliersWith({ daysPerWeek: 3, flexible: ["daysPerWeek"] });
	const asked = (viewer: "identified" | "anonymous") =>
		questionsFor(relax(need, suppliers, { viewer }), NAMES)[0];
	expect(asked("identified")).toMatchObject({ negotiable: true });
	expect(asked("identified")?.sentence).toContain("discutez-en");
	expect(asked("anonymous")).toMatchObject({ negotiable: false });
});

test("questions: who has not confirmed its record for a year is asked whether it is still true", () => {
	const answer = relax(makeNeed(), suppliersWith({ verifiedOn: "2025-11-20" }));
	expect(questionsFor(answer, NAMES)).toMatchObject([{ check: null, unknown: 1, of: 1 }]);
});
