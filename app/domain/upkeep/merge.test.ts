import fc from "fast-check";
import { expect, test } from "vitest";
import { makeStatement } from "#tests/factories/statement.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { effectiveOffer } from "../match/effective-offer.ts";
import { type Offer, supplierSchema } from "../supplier.ts";
import { canonicalSupplier } from "./canonical.ts";
import { mergeStatements, type Statement } from "./merge.ts";
import { provenanceOf } from "./provenance.ts";

const merge = (...statements: Statement[]) => mergeStatements("s", null, statements);

const registry = (overrides: Partial<Statement> = {}) =>
	makeStatement({ sourceId: "registre", tier: "registry", ...overrides });

const word = (verifiedBy: "supplier" | "cress" | "import", offer: Partial<Offer> = {}) =>
	makeSupplier({ offers: [makeOffer({ verifiedBy, ...offer })] });

test("a supplier known from one record is shown as that record says, with its origin", () => {
	const value = makeSupplier({ facts: { name: { source: "revue-2026" } } });
	const { supplier, disagreements } = merge(makeStatement({ value }));
	expect(supplier).toEqual({
		...canonicalSupplier(value),
		id: "s",
		facts: { "*": { source: "liste", on: "2026-01-01" }, name: { source: "revue-2026" } },
	});
	expect(disagreements).toEqual([]);
});

test("the registry names the supplier, however old its word", () => {
	const { supplier, disagreements } = merge(
		makeStatement({ statedOn: "2026-11-01", value: makeSupplier({ name: "Les Genêts" }) }),
		registry({ statedOn: "2019-01-01", value: makeSupplier({ name: "Les Ajoncs", offers: [] }) }),
	);
	expect(supplier.name).toBe("Les Ajoncs");
	expect(provenanceOf(supplier, "name")).toEqual({ source: "registre", on: "2019-01-01" });
	expect(disagreements).toEqual([
		{ field: "name", sourceId: "liste", value: "Les Genêts", statedOn: "2026-11-01" },
	]);
});

test("a name that differs by case and accents is no disagreement", () => {
	const { disagreements } = merge(
		makeStatement({ value: makeSupplier({ name: "LES GENETS", offers: [] }) }),
		registry({ value: makeSupplier({ name: "Les Genêts", offers: [] }) }),
	);
	expect(disagreements).toEqual([]);
});

test("the registry closes a supplier that a list still holds open", () => {
	const { supplier } = merge(
		makeStatement({ statedOn: "2026-11-01", value: makeSupplier({ status: "open" }) }),
		registry({ value: makeSupplier({ status: "closed", offers: [] }) }),
	);
	expect(supplier.status).toBe("closed");
});

test("offer facts: the supplier, then the CRESS, then lists, then what was inferred", () => {
	const said = [
		makeStatement({ sourceId: "a", value: word("supplier", { daysPerWeek: 2 }) }),
		makeStatement({ sourceId: "b", value: word("cress", { daysPerWeek: 3 }) }),
		registry({ sourceId: "c", value: word("import", { daysPerWeek: 4 }) }),
		makeStatement({
			sourceId: "d",
			statedOn: "2026-11-20",
			value: word("import", { daysPerWeek: 5, basis: "inferred" }),
		}),
	];
	for (let from = 0; from < said.length; from++) {
		const { supplier } = merge(...said.slice(from));
		expect(supplier.offers[0]?.daysPerWeek).toBe(from + 2);
	}
});

test("a newer value of a weaker source shows as a disagreement and overwrites nothing", () => {
	const { supplier, disagreements } = merge(
		makeStatement({ sourceId: "eux", value: word("supplier", { daysPerWeek: 3 }) }),
		makeStatement({
			sourceId: "liste",
			statedOn: "2026-11-20",
			value: word("import", { daysPerWeek: 5 }),
		}),
	);
	expect(supplier.offers[0]?.daysPerWeek).toBe(3);
	expect(disagreements).toContainEqual({
		field: "offers[0].daysPerWeek",
		sourceId: "liste",
		value: 5,
		statedOn: "2026-11-20",
	});
});

test("among equals the most recent word is shown", () => {
	const { supplier } = merge(
		makeStatement({
			sourceId: "b",
			statedOn: "2026-03-01",
			value: word("import", { daysPerWeek: 4 }),
		}),
		makeStatement({
			sourceId: "a",
			statedOn: "2026-02-01",
			value: word("import", { daysPerWeek: 3 }),
		}),
	);
	expect(supplier.offers[0]?.daysPerWeek).toBe(4);
});

test("an unknown value is filled by a weaker source", () => {
	const { supplier } = merge(
		makeStatement({ sourceId: "eux", value: word("supplier") }),
		makeStatement({ value: word("import", { leadTimeDays: 20 }) }),
	);
	expect(supplier.offers[0]?.leadTimeDays).toBe(20);
	expect(provenanceOf(supplier, "offers[0].leadTimeDays")?.source).toBe("liste");
	expect(provenanceOf(supplier, "offers[0].area")?.source).toBe("eux");
});

test("offers of all sources are shown, a declared one before an inferred one", () => {
	const inferred = makeSupplier({
		offers: [
			makeOffer({ segment: "traiteur", basis: "inferred" }),
			makeOffer({ basis: "inferred" }),
		],
	});
	const { supplier } = merge(
		makeStatement({ value: inferred }),
		makeStatement({ sourceId: "eux", value: word("supplier") }),
	);
	expect(supplier.offers.map(({ segment, basis }) => [segment, basis])).toEqual([
		["nettoyage-locaux", "declared"],
		["traiteur", "inferred"],
	]);
});

test("a supplier's two teams in one segment are kept apart from other lists", () => {
	const teams = [makeOffer({ daysPerWeek: 2 }), makeOffer({ daysPerWeek: 5 })];
	const { supplier } = merge(
		makeStatement({ sourceId: "eux", value: makeSupplier({ offers: teams }) }),
		makeStatement({ value: word("import", { daysPerWeek: 7 }) }),
	);
	expect(supplier.offers.map(({ daysPerWeek }) => daysPerWeek)).toEqual([2, 5]);
});

test("stronger defaults win over a weaker offer's own value", () => {
	const { supplier } = merge(
		makeStatement({
			sourceId: "cress",
			tier: "cress",
			value: makeSupplier({ defaults: { daysPerWeek: 3 }, offers: [] }),
		}),
		makeStatement({ value: word("import", { daysPerWeek: 5 }) }),
	);
	const [offer] = supplier.offers;
	expect(offer && effectiveOffer(supplier, offer).daysPerWeek).toBe(3);
});

test("accreditations of all lists add up; for one kind the latest proof is shown", () => {
	const { supplier, kindSources } = merge(
		registry({
			value: makeSupplier({ kinds: [makeAccreditation({ code: "ACI", asOf: "2021-01-01" })] }),
		}),
		registry({
			sourceId: "autre",
			value: makeSupplier({
				kinds: [
					makeAccreditation({ code: "EI", proof: "declared", asOf: null }),
					makeAccreditation({ code: "ACI", asOf: "2026-01-01" }),
				],
			}),
		}),
	);
	expect(supplier.kinds).toEqual([
		{ code: "EI", proof: "declared" },
		{ code: "ACI", proof: "registry", asOf: "2026-01-01" },
	]);
	expect(kindSources).toEqual({ EI: "autre", ACI: "autre" });
});

test("the position of one town is never shown with another town's name", () => {
	const { supplier } = merge(
		registry({
			value: makeSupplier({ commune: "29019", lat: null, lon: null, address: null, offers: [] }),
		}),
		makeStatement({ value: makeSupplier({ commune: "56260", lat: 47.66, lon: -2.76 }) }),
	);
	expect(supplier.commune).toBe("29019");
	expect(supplier.lat).toBeUndefined();
});

const statementsArb = fc
	.array(
		fc.record({
			sourceId: fc.constantFrom("a", "b", "c"),
			tier: fc.constantFrom("registry", "supplier", "cress", "import", "inferred"),
			statedOn: fc.constantFrom("2026-01-01", "2026-02-01", null),
			run: fc.integer({ min: 1, max: 3 }),
			value: supplierArb,
		}),
		{ minLength: 1, maxLength: 4 },
	)
	.map((drafts) => drafts.map((draft, index): Statement => ({ ...draft, key: `r${index}` })));

test("the order in which sources are heard does not count", () => {
	fc.assert(
		fc.property(statementsArb, fc.infiniteStream(fc.nat()), (statements, draws) => {
			const shuffled = statements
				.map((statement) => ({ statement, draw: draws.next().value }))
				.sort((a, b) => a.draw - b.draw)
				.map(({ statement }) => statement);
			expect(JSON.stringify(merge(...shuffled))).toBe(JSON.stringify(merge(...statements)));
		}),
	);
});

test("what is shown is a valid supplier in its one form, and every offered segment is one that was said", () => {
	fc.assert(
		fc.property(statementsArb, (statements) => {
			const { supplier } = merge(...statements);
			expect(supplierSchema.safeParse(supplier).error).toBeUndefined();
			expect(canonicalSupplier(supplier)).toEqual(supplier);
			const said = new Set(
				statements.flatMap(({ value }) => value.offers.map(({ segment }) => segment)),
			);
			expect(new Set(supplier.offers.map(({ segment }) => segment))).toEqual(said);
		}),
	);
});

test("an offer that two sources infer keeps the reasons of both, each once", () => {
	const inferred = (sourceId: string, because: string, basis: Offer["basis"] = "inferred") =>
		makeStatement({
			sourceId,
			value: makeSupplier({
				offers: [makeOffer({ basis, verifiedBy: null, verifiedOn: null })],
				facts: { "offers[0].segment": { source: sourceId, on: "2026-01-01", because } },
			}),
		});
	const reason = (...statements: Statement[]) =>
		provenanceOf(merge(...statements).supplier, "offers[0].segment")?.because;
	const naf = inferred("a", "NAF 81.21Z ; mots « ménage »");
	const words = inferred("b", "mots « ménage » ; mots « vitres »");
	expect(reason(naf, words)).toBe("NAF 81.21Z ; mots « ménage » ; mots « vitres »");
	expect(reason(words, naf)).toBe(reason(naf, words));
	expect(reason(naf, inferred("c", "rubrique du site", "declared"))).toBe("rubrique du site");
});
