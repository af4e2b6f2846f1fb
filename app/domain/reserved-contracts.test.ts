import { expect, test } from "vitest";
import { proofState, reservedContracts } from "./reserved-contracts.ts";
import type { Accreditation } from "./supplier.ts";

const ON = "2026-11-21";

function kind(code: Accreditation["code"], overrides: Partial<Accreditation> = {}): Accreditation {
	return { code, proof: "registry", asOf: "2026-01-15", until: null, ...overrides };
}

function regimes(kinds: readonly Accreditation[] | null, ess: boolean | null = null) {
	return reservedContracts(kinds, ess, ON).map(({ regime, state }) => [regime.reservation, state]);
}

test("an ESAT seen on an official list may answer handicap and joint contracts", () => {
	expect(regimes([kind("ESAT")])).toEqual([
		["handicap", "proved"],
		["joint", "proved"],
	]);
});

test("a kind that is only said, or seen too long ago, is to be confirmed", () => {
	expect(regimes([kind("ACI", { proof: "declared" })])).toContainEqual(["insertion", "to-confirm"]);
	expect(regimes([kind("ACI", { asOf: "2024-11-20" })])).toContainEqual([
		"insertion",
		"to-confirm",
	]);
	expect(regimes([kind("ACI", { asOf: "2024-11-21" })])).toContainEqual(["insertion", "proved"]);
});

test("a kind that the article does not name is never proved by itself", () => {
	expect(regimes([kind("EATT")])).toEqual([
		["handicap", "to-confirm"],
		["joint", "to-confirm"],
	]);
	expect(regimes([kind("SEP")])).toEqual([["prison", "to-confirm"]]);
});

test("an ended accreditation opens nothing", () => {
	expect(regimes([kind("EA", { until: "2026-11-20" })])).toEqual([]);
	expect(proofState(kind("EA", { until: "2026-11-20" }), ON)).toBe("ended");
	expect(proofState(kind("EA", { until: ON }), ON)).toBe("proved");
});

test("unknown kinds open nothing, and the ESS status only the ESS regime, to be confirmed", () => {
	expect(regimes(null)).toEqual([]);
	expect(regimes([], true)).toEqual([["ess", "to-confirm"]]);
	expect(regimes([], false)).toEqual([]);
});

test("the kinds a regime rests on are those of the article that are still valid", () => {
	const [handicap] = reservedContracts(
		[kind("ESAT"), kind("EA", { until: "2025-01-01" }), kind("ESUS")],
		true,
		ON,
	);
	expect(handicap?.kinds).toEqual(["ESAT"]);
});
