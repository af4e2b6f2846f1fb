import { expect, test } from "vitest";
import { checkOf, makeNeed } from "#tests/factories/match.ts";
import { makeAccreditation, makeOffer } from "#tests/factories/supplier.ts";
import type { Need, Service } from "../../need.ts";
import type { Accreditation, Offer } from "../../supplier.ts";
import type { CheckId } from "../../vocabulary.ts";

/** Verdict of a check for what a service asks and an offer says. */
function verdict(
	check: CheckId,
	service: Partial<Service>,
	offer: Partial<Offer>,
	need: Partial<Need> = {},
) {
	return checkOf(check, makeNeed(need, service), offer).verdict;
}

test("segment: the needed node, or its child, is met; inferred is unknown", () => {
	expect(verdict("segment", {}, {})).toBe("met");
	expect(verdict("segment", { segment: "proprete" }, { segment: "vitrerie" })).toBe("met");
	expect(verdict("segment", {}, { basis: "inferred" })).toBe("unknown");
});

test("segment: an offer on the parent is met with includesChildren, else unknown", () => {
	expect(verdict("segment", {}, { segment: "proprete", includesChildren: true })).toBe("met");
	expect(verdict("segment", {}, { segment: "proprete" })).toBe("unknown");
});

test("segment: without an offer on node, parent or child the supplier fails it and is checked on nothing else", () => {
	const { suppliers } = matchedSegment("vitrerie");
	expect(suppliers[0]?.checks.map(({ check, verdict }) => [check, verdict])).toEqual([
		["segment", "unmet"],
	]);
});

function matchedSegment(segment: string) {
	const result = checkOf("segment", makeNeed({}, { daysPerWeek: 5 }), { segment });
	return { suppliers: [{ checks: [result] }] };
}

function kind(accreditations: Accreditation[] | null, need: Partial<Need> = { kinds: ["ESAT"] }) {
	const check = need.kinds ? "kind" : "reservation";
	const full = makeNeed({ startsOn: "2027-03-01", ...need });
	return checkOf(check, full, {}, { kinds: accreditations }).verdict;
}

test("kind: proved by a registry or a document, and valid at the start", () => {
	expect(kind([makeAccreditation()])).toBe("met");
	expect(kind([makeAccreditation({ proof: "document" })])).toBe("met");
	expect(kind([makeAccreditation({ until: "2027-03-01" })])).toBe("met");
	expect(kind([makeAccreditation({ asOf: null, until: "2027-03-01" })])).toBe("met");
});

test("kind: none of the wanted ones, or one that has ended, is unmet", () => {
	expect(kind([])).toBe("unmet");
	expect(kind([makeAccreditation({ code: "EA" })])).toBe("unmet");
	expect(kind([makeAccreditation({ until: "2027-02-28" })])).toBe("unmet");
	expect(kind([makeAccreditation({ proof: "declared", until: "2027-02-28" })])).toBe("unmet");
});

test("kind: declared only, undated, or seen more than 24 months before the start, is unknown; so are absent kinds", () => {
	expect(kind([makeAccreditation({ proof: "declared" })])).toBe("unknown");
	expect(kind([makeAccreditation({ asOf: null })])).toBe("unknown");
	expect(kind([makeAccreditation({ asOf: "2025-03-01" })])).toBe("met");
	expect(kind([makeAccreditation({ asOf: "2025-02-28" })])).toBe("unknown");
	expect(kind(null)).toBe("unknown");
});

test("kind: the best of several accreditations counts", () => {
	expect(kind([makeAccreditation({ proof: "declared" }), makeAccreditation()])).toBe("met");
});

test("kind: a person's disability is used and shown only by consent", () => {
	const need = makeNeed({ kinds: ["TIH"] });
	const kinds = [makeAccreditation({ code: "TIH" })];
	const hidden = checkOf("kind", need, {}, { kinds });
	expect([hidden.verdict, hidden.offered]).toEqual(["unknown", null]);
	expect(checkOf("kind", need, {}, { kinds, tihConsent: true }).verdict).toBe("met");
});

test("reservation: the kinds named by the article open it, the others of the table are unknown", () => {
	const of = (code: Accreditation["code"], reservation: NonNullable<Need["reservation"]>) =>
		kind([makeAccreditation({ code })], { reservation });
	expect([of("ESAT", "handicap"), of("EA", "handicap"), of("EATT", "handicap")]).toEqual([
		"met",
		"met",
		"unknown",
	]);
	expect(of("EI", "handicap")).toBe("unmet");
	for (const code of ["EI", "ACI", "AI", "ETTI"] as const)
		expect(of(code, "insertion")).toBe("met");
	for (const code of ["EITI", "GEIQ"] as const) expect(of(code, "insertion")).toBe("unknown");
	expect([of("ESAT", "joint"), of("ACI", "joint"), of("EATT", "joint")]).toEqual([
		"met",
		"met",
		"unknown",
	]);
	expect([of("SEP", "prison"), of("ESAT", "prison")]).toEqual(["unknown", "unmet"]);
	expect(of("ESUS", "insertion")).toBe("unmet");
});

test("reservation: a green kind that is not proved is unknown", () => {
	const accreditation = makeAccreditation({ proof: "declared" });
	expect(kind([accreditation], { reservation: "handicap" })).toBe("unknown");
});

test("reservation for the ESS: by status true or absent is unknown, false is unmet", () => {
	const ess = (value: boolean | null) =>
		checkOf("reservation", makeNeed({ reservation: "ess" }), {}, { ess: value }).verdict;
	expect([ess(true), ess(null), ess(false)]).toEqual(["unknown", "unknown", "unmet"]);
});

test("mode: an overlap is met, none is unmet, absent is unknown", () => {
	expect(verdict("mode", { mode: "service" }, { modes: ["goods", "service"] })).toBe("met");
	expect(verdict("mode", { mode: "service" }, { modes: ["goods"] })).toBe("unmet");
	expect(verdict("mode", { mode: "service" }, { modes: null })).toBe("unknown");
});

test("mode: absent, with kinds only among AI, ETTI, GEIQ and EATT, is staffing", () => {
	const mode = (codes: Accreditation["code"][], asked: "staffing" | "service") =>
		checkOf(
			"mode",
			makeNeed({}, { mode: asked }),
			{ modes: null },
			{
				kinds: codes.map((code) => makeAccreditation({ code })),
			},
		).verdict;
	expect(mode(["AI", "ETTI"], "staffing")).toBe("met");
	expect(mode(["GEIQ"], "service")).toBe("unmet");
	expect(mode(["AI", "ACI"], "staffing")).toBe("unknown");
	expect(mode([], "staffing")).toBe("unknown");
});

test("daysPerWeek: at least as many; weekdays: all of them; absent is unknown", () => {
	const days = (offered: number | null) =>
		verdict("daysPerWeek", { daysPerWeek: 3.5 }, { daysPerWeek: offered });
	expect([days(3.5), days(3), days(null)]).toEqual(["met", "unmet", "unknown"]);
	const on = (offered: Offer["weekdays"]) =>
		verdict("weekdays", { weekdays: ["mon", "sat"] }, { weekdays: offered });
	expect([on(["sat", "mon", "tue"]), on(["mon"]), on([]), on(null)]).toEqual([
		"met",
		"unmet",
		"unmet",
		"unknown",
	]);
});

test("window: inside one offered window, modulo 24 h; [] is unmet, absent unknown", () => {
	const window = (asked: [string, string], ...offered: [string, string][]) =>
		checkOf("window", makeNeed({}, { window: { from: asked[0], to: asked[1] } }), {
			windows: offered.map(([from, to]) => ({ from, to })),
		}).verdict;
	expect(window(["06:00", "08:00"], ["06:00", "08:00"])).toBe("met");
	expect(window(["06:00", "08:00"], ["06:30", "20:00"])).toBe("unmet");
	// Two windows that touch are not one.
	expect(window(["06:00", "10:00"], ["06:00", "08:00"], ["08:00", "10:00"])).toBe("unmet");
	expect(window(["23:00", "01:00"], ["22:00", "06:00"])).toBe("met");
	expect(window(["02:00", "04:00"], ["22:00", "06:00"])).toBe("met");
	expect(window(["21:00", "23:00"], ["22:00", "06:00"])).toBe("unmet");
	expect(window(["22:00", "06:00"], ["00:00", "24:00"])).toBe("met");
	expect(window(["06:00", "08:00"])).toBe("unmet");
	expect(verdict("window", { window: { from: "06:00", to: "08:00" } }, { windows: null })).toBe(
		"unknown",
	);
});

test("window: the margin tells by how many hours the best window is missed", () => {
	const margin = (from: string, to: string) =>
		checkOf("window", makeNeed({}, { window: { from: "06:00", to: "08:00" } }), {
			windows: [{ from, to }],
		}).margin;
	expect(margin("08:30", "16:30")).toBe(-2.5);
	expect(margin("05:00", "07:30")).toBe(-0.5);
	expect(margin("05:30", "09:00")).toBe(0.5);
});

test("visitHours: at least the supplier's minimum", () => {
	const visit = (least: number | null) =>
		verdict("visitHours", { visitHours: 2 }, { minVisitHours: least });
	expect([visit(2), visit(2.5), visit(null)]).toEqual(["met", "unmet", "unknown"]);
});

test("leadTime and availability are asked only with a start, and compare with it", () => {
	const start = { startsOn: "2026-12-01" };
	const lead = (days: number | null) => verdict("leadTime", {}, { leadTimeDays: days }, start);
	expect([lead(10), lead(11), lead(null)]).toEqual(["met", "unmet", "unknown"]);
	const from = (day: string | null) => verdict("availability", {}, { availableFrom: day }, start);
	expect([from("2026-12-01"), from("2026-12-02"), from(null)]).toEqual(["met", "unmet", "met"]);
	expect(() => verdict("leadTime", {}, {})).toThrow("no result");
});

test("continuity: closures inside the contract are unmet, unless they are covered; absent is unknown", () => {
	const summer = [{ from: "08-01", to: "08-21" }];
	const of = (offer: Partial<Offer>, need: Partial<Need> = {}) =>
		verdict("continuity", { continuity: true }, offer, { startsOn: "2027-03-01", ...need });
	expect(of({ closures: [] })).toBe("met");
	expect(of({ closures: summer })).toBe("unmet");
	expect(of({ closures: summer, coversClosures: true })).toBe("met");
	expect(of({ closures: null })).toBe("unknown");
	expect(of({ closures: null, coversClosures: true })).toBe("unknown");
});

test("continuity: a contract of less than twelve months holds only the closures that fall in it", () => {
	const of = (months: number | null, startsOn: string, from: string, to: string) =>
		verdict(
			"continuity",
			{ continuity: true },
			{ closures: [{ from, to }] },
			{
				startsOn,
				durationMonths: months,
			},
		);
	expect(of(5, "2027-03-01", "08-01", "08-21")).toBe("met");
	expect(of(6, "2027-03-01", "08-01", "08-21")).toBe("unmet");
	expect(of(12, "2027-03-01", "08-01", "08-21")).toBe("unmet");
	expect(of(null, "2027-03-01", "08-01", "08-21")).toBe("unmet");
	// A closure over New Year.
	expect(of(1, "2027-01-05", "12-20", "01-05")).toBe("unmet");
	expect(of(1, "2027-01-06", "12-20", "01-05")).toBe("met");
});

test("stock: firm is met, as found unmet, absent unknown", () => {
	const stock = (value: Offer["stock"]) => verdict("stock", { firmStock: true }, { stock: value });
	expect([stock("firm"), stock("as-found"), stock(null)]).toEqual(["met", "unmet", "unknown"]);
});

test("certificates: all held at the start is met, one missing or ended unmet, list absent unknown", () => {
	const held = (certificates: Offer["certificates"]) =>
		verdict(
			"certificates",
			{ certificates: ["haccp", "caces"] },
			{ certificates },
			{
				startsOn: "2027-03-01",
			},
		);
	expect(held([{ code: "caces" }, { code: "haccp", until: "2027-03-01" }])).toBe("met");
	expect(held([{ code: "caces" }, { code: "haccp", until: "2027-02-28" }])).toBe("unmet");
	expect(held([{ code: "caces" }])).toBe("unmet");
	expect(held([])).toBe("unmet");
	expect(held(null)).toBe("unknown");
});

test("capabilities: all true is met, one false unmet, one absent unknown", () => {
	const has = (capabilities: Offer["capabilities"]) =>
		verdict("capabilities", { capabilities: ["a", "b"] }, { capabilities });
	expect(has({ a: true, b: true })).toBe("met");
	expect(has({ a: false })).toBe("unmet");
	expect(has({ a: true, b: null })).toBe("unknown");
	expect(has({ a: true })).toBe("unknown");
	expect(has(null)).toBe("unknown");
});

test("delivery and installation: true, false, absent", () => {
	const delivers = (value: boolean | null) =>
		verdict("delivery", { delivery: true }, { delivers: value });
	expect([delivers(true), delivers(false), delivers(null)]).toEqual(["met", "unmet", "unknown"]);
	const installs = (value: boolean | null) =>
		verdict("installation", { installation: true }, { installs: value });
	expect([installs(true), installs(false), installs(null)]).toEqual(["met", "unmet", "unknown"]);
});

test("staffTransfer: accepts, impossible, else unknown", () => {
	const transfer = (value: Offer["staffTransfer"]) =>
		verdict("staffTransfer", { staffTransfer: true }, { staffTransfer: value });
	expect([
		transfer("accepts"),
		transfer("impossible"),
		transfer("studies"),
		transfer(null),
	]).toEqual(["met", "unmet", "unknown", "unknown"]);
});

test("eInvoicing: chorus, none, absent; the supplier's own serves its offers", () => {
	const need = makeNeed({}, { eInvoicing: "chorus" });
	const of = (offer: Offer["eInvoicing"], supplier: Offer["eInvoicing"]) =>
		checkOf(
			"eInvoicing",
			need,
			{ eInvoicing: offer },
			{
				eInvoicing: supplier,
				offers: [makeOffer({ eInvoicing: offer })],
			},
		).verdict;
	expect([of("chorus", null), of("none", "chorus"), of(null, "chorus"), of(null, null)]).toEqual([
		"met",
		"unmet",
		"met",
		"unknown",
	]);
});

test("a check that the need does not ask is not listed", () => {
	for (const check of ["window", "stock", "order", "kind", "near"] as const) {
		expect(() => verdict(check, {}, {})).toThrow("no result");
	}
});
