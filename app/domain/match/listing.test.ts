import { expect, test } from "vitest";
import { makeNeed, matched, suppliersWith } from "#tests/factories/match.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import type { MatchedSupplier } from "../match-types.ts";
import { drawRank, hashOfText } from "./draw.ts";

const DAYS = makeNeed({}, { daysPerWeek: 5 });

const TWO_SITES = makeNeed(
	{
		sites: [
			{ id: "vannes", commune: "56260" },
			{ id: "lorient", commune: "56121" },
		],
	},
	{ daysPerWeek: 5 },
);

test("the list is in the order of verdicts, then of a draw that anyone can compute again", () => {
	const suppliers = suppliersWith(
		...Array.from({ length: 12 }, (_, i) => ({
			daysPerWeek: i % 3 === 0 ? 5 : i % 3 === 1 ? null : 4,
		})),
	);
	const need = { ...DAYS, id: "besoin-1" };
	const list = matched(need, suppliers).suppliers;
	const rank = ({ id, verdict }: MatchedSupplier): [number, number] => [
		["confirmed", "possible", "excluded"].indexOf(verdict),
		drawRank(hashOfText("besoin-1"), hashOfText(id)),
	];
	const expected = [...list].sort((a, b) => {
		const [x, y] = [rank(a), rank(b)];
		return x[0] - y[0] || x[1] - y[1];
	});
	expect(list.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
	const other = matched({ ...DAYS, id: "besoin-2" }, suppliers).suppliers;
	expect(other.map(({ id }) => id)).not.toEqual(list.map(({ id }) => id));
});

test("the draw is a published hash: FNV-1a of each id, mixed by MurmurHash3's last step", () => {
	expect(hashOfText("")).toBe(0x811c9dc5);
	expect(hashOfText("a")).toBe(0xe40c292c);
	expect(drawRank(0, 0)).toBe(0);
});

test("after the theoretical offer come the nearest of those whom only the area keeps out", () => {
	const far = (id: string, commune: string, kinds = [makeAccreditation()]) =>
		makeSupplier({
			id,
			commune,
			lat: null,
			lon: null,
			kinds,
			offers: [makeOffer({ area: { radiusKm: 1 } })],
		});
	const suppliers = [
		makeSupplier({ id: "here" }),
		far("lorient", "56121"),
		far("nantes", "44109"),
		// Out of the theoretical offer for another reason too.
		far("saint-brieuc", "22278", []),
	];
	const need = makeNeed({ reservation: "handicap" });
	const { theoretical, suppliers: list } = matched(need, suppliers);
	expect(theoretical).toBe(1);
	expect(list[0]?.id).toBe("here");
	expect(
		list
			.slice(1)
			.map(({ id }) => id)
			.sort(),
	).toEqual(["lorient", "nantes"]);
});

test("at most 50 near misses follow, the nearest", () => {
	const suppliers = Array.from({ length: 80 }, (_, i) =>
		makeSupplier({
			id: `s${i}`,
			commune: "22278",
			lat: 48 + i * 0.01,
			lon: -2.76,
			offers: [makeOffer({ area: { radiusKm: 1 } })],
		}),
	);
	const ids = matched(makeNeed(), suppliers).suppliers.map(({ id }) => Number(id.slice(1)));
	expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test("a list is read page by page without loss or repetition, in every order", () => {
	const suppliers = suppliersWith(
		...Array.from({ length: 25 }, (_, i) => ({ daysPerWeek: i % 2 ? 5 : null })),
	);
	for (const sort of ["draw", "distance", "name"] as const) {
		const all = matched(DAYS, suppliers, { sort }).suppliers.map(({ id }) => id);
		const pages: string[] = [];
		let cursor: string | null = null;
		do {
			const page = matched(DAYS, suppliers, { sort, cursor, pageSize: 4 });
			pages.push(...page.suppliers.map(({ id }) => id));
			cursor = page.nextCursor;
		} while (cursor);
		expect(pages).toEqual(all);
		expect(new Set(pages).size).toBe(25);
	}
});

test("a cursor of another list is refused", () => {
	expect(() => matched(DAYS, [], { cursor: "n'importe quoi" })).toThrow("bad-input");
	expect(() => matched(DAYS, [], { cursor: "name.12.3", sort: "draw" })).toThrow("bad-input");
});

test("removedBy lists those whom a check removes, also those without an offer on the segment", () => {
	const suppliers = [
		...suppliersWith({ daysPerWeek: 5 }, { daysPerWeek: 4 }, { daysPerWeek: 3 }),
		makeSupplier({ id: "none", offers: [makeOffer({ segment: "mobilier-reemploi" })] }),
	];
	const removed = (removedBy: "daysPerWeek" | "segment" | "area") =>
		matched(DAYS, suppliers, { removedBy })
			.suppliers.map(({ id }) => id)
			.sort();
	expect(removed("daysPerWeek")).toEqual(["b", "c"]);
	expect(removed("segment")).toEqual(["none"]);
	expect(removed("area")).toEqual([]);
});

test("distances are to the nearest site, null without position", () => {
	const [supplier] = matched(TWO_SITES, suppliersWith({})).suppliers;
	expect(supplier?.distanceKm).toBeCloseTo(0.21, 2);
	const nowhere = makeSupplier({ commune: null, lat: null, lon: null });
	expect(matched(TWO_SITES, [nowhere]).suppliers[0]?.distanceKm).toBeNull();
});

test("a supplier of the theoretical offer is shown where it is one, and told what it fails there", () => {
	const need = {
		...TWO_SITES,
		cells: [
			{ service: "n1", site: "lorient", daysPerWeek: 3 },
			{ service: "n1", site: "vannes" },
		],
	};
	// Out of reach of Lorient, where its days would do; too few days for Vannes.
	const [supplier] = matched(need, suppliersWith({ daysPerWeek: 4 })).suppliers;
	expect(supplier?.cell).toBe("n1/vannes");
	expect(unmetChecks(supplier)).toEqual(["daysPerWeek"]);
});

test("among cells where a supplier does as well, the nearest is shown", () => {
	const area = { radiusKm: 100, zones: [], country: false };
	const shown = (position: { lat: number; lon: number }) =>
		matched(TWO_SITES, [
			makeSupplier({ ...position, offers: [makeOffer({ area, daysPerWeek: 4 })] }),
		]).suppliers[0]?.cell;
	expect(shown({ lat: 47.66, lon: -2.76 })).toBe("n1/vannes");
	expect(shown({ lat: 47.75, lon: -3.37 })).toBe("n1/lorient");
});

function unmetChecks(supplier: MatchedSupplier | undefined) {
	return supplier?.checks.filter(({ verdict }) => verdict === "unmet").map(({ check }) => check);
}
