import { expect, test } from "vitest";
import { LEGAL_RULES, legalNumber, legalRule, legalValue } from "./legal-table.ts";
import { regimeOn, toProveNote } from "./regimes.ts";

test("a rule is read by date, both ends included", () => {
	expect(legalNumber("disp.fs", "2026-03-31")).toBe(40_000);
	expect(legalNumber("disp.fs", "2026-04-01")).toBe(60_000);
	expect(legalNumber("disp.tx", "2026-12-31")).toBe(100_000);
	expect(legalNumber("disp.tx", "2027-01-01")).toBe(140_000);
	expect(legalRule("disp.fs", "2019-12-31")).toBeUndefined();
	expect(legalValue("agec.others", "2026-11-21")).toBeNull();
	expect(legalValue("formal", "2026-11-21")).toMatchObject({ local: 216_000 });
});

test("two versions of a rule are never in force on the same day", () => {
	for (const rule of LEGAL_RULES) {
		const others = LEGAL_RULES.filter((other) => other.id === rule.id && other !== rule);
		for (const other of others) {
			const [a, b] = [rule, other].sort((x, y) =>
				(x.effectiveFrom ?? "") < (y.effectiveFrom ?? "") ? -1 : 1,
			);
			expect((a?.effectiveTo ?? "9999") < (b?.effectiveFrom ?? "")).toBe(true);
		}
	}
});

test("each regime opens to the kinds its article names, the others are to be proved by hand", () => {
	const kinds = (regime: Parameters<typeof regimeOn>[0]) => {
		const found = regimeOn(regime, "2026-11-21");
		return [found?.article, found?.green, found?.toProve];
	};
	expect(kinds("handicap")).toEqual(["L2113-12", ["ESAT", "EA"], ["EATT"]]);
	expect(kinds("insertion")).toEqual(["L2113-13", ["EI", "ACI", "AI", "ETTI"], ["EITI", "GEIQ"]]);
	expect(kinds("joint")).toEqual([
		"L2113-14",
		["ESAT", "EA", "EI", "ACI", "AI", "ETTI"],
		["EATT", "EITI", "GEIQ"],
	]);
	expect(kinds("prison")).toEqual(["L2113-13-1", [], ["SEP"]]);
	expect(kinds("ess")).toEqual(["L2113-15", [], []]);
});

test("the joint regime did not exist before 9 December 2020", () => {
	expect(regimeOn("joint", "2020-12-08")).toBeUndefined();
	expect(regimeOn("joint", "2020-12-09")).toBeDefined();
});

test("after the end of the experiment an EITI has only equivalence to plead", () => {
	expect(toProveNote("EITI", "2026-12-22")).not.toContain("terminée");
	expect(toProveNote("EITI", "2026-12-23")).toContain("terminée");
});
