import { distanceKm } from "../geo.ts";
import type { Accreditation, Supplier } from "../supplier.ts";
import { KIND_CODES, PROOFS } from "../vocabulary.ts";
import { canonicalSupplier } from "./canonical.ts";
import { mergeDefaults, mergeOffers } from "./merge-offers.ts";
import { type Disagreement, isSame, isSameText, type Ledger, pick, type Sameness } from "./pick.ts";
import {
	type Candidate,
	candidate,
	compareCandidates,
	compareText,
	identityRank,
	offerRank,
	type SourceTier,
	type Statement,
} from "./precedence.ts";
import { compactFacts, EVERY_FACT, withOrigin } from "./provenance.ts";

export type { Disagreement, SourceTier, Statement };

export interface MergedSupplier {
	/** In canonical form, with `facts` for every shown value. */
	readonly supplier: Supplier;
	/** Source of each accreditation shown, by code. */
	readonly kindSources: Readonly<Record<string, string>>;
	readonly disagreements: readonly Disagreement[];
}

type Field = keyof Supplier;

/** Fields on which the official registry speaks first. Null sameness: differences are noise, not disagreements. */
const IDENTITY_FIELDS: readonly (readonly [Field, Sameness | null])[] = [
	["siren", isSame],
	["name", isSameText],
	["ess", isSame],
	["legalForm", isSameText],
	["employees", null],
	["status", isSame],
];
/** Fields on which the supplier speaks first. */
const OWN_FIELDS: readonly (readonly [Field, Sameness | null])[] = [
	["group", isSameText],
	["network", isSameText],
	["website", null],
	["description", null],
	["turnoverEur", isSame],
	["commercialSharePct", isSame],
	["contacts", null],
	["consortium", isSame],
	["eInvoicing", isSame],
	["tihConsent", isSame],
];

/**
 * The supplier shown, from what each record says of it. Identity and status: the official registry first; offers: the supplier, then
 * the CRESS, lists, what was inferred. Within a strength the most recent wins; a newer value of a weaker source never overwrites.
 * The order of `statements` does not count.
 *
 * @param statements at least one
 */
export function mergeStatements(
	id: string,
	siret: string | null,
	statements: readonly Statement[],
): MergedSupplier {
	const [only] = statements;
	if (!only) throw new Error("mergeStatements: no statement");
	if (statements.length === 1) return shownAlone(id, siret, only);
	const ordered = [...statements].sort(
		(a, b) => compareText(a.sourceId, b.sourceId) || compareText(a.key, b.key),
	);
	const ledger: Ledger = { stated: [], disagreements: [] };
	const merged: Record<string, unknown> = { id, siret };
	for (const [fields, rankOf] of [
		[IDENTITY_FIELDS, identityRank],
		[OWN_FIELDS, (statement: Statement) => offerRank(statement, null)],
	] as const) {
		for (const [field, same] of fields) {
			const winner = pick(ledger, field, statedBy(ordered, field, rankOf), same);
			if (winner) merged[field] = winner.value;
		}
	}
	mergePlace(ledger, merged, ordered);
	const kindSources = mergeKinds(ledger, merged, ordered);
	mergeTags(ledger, merged, ordered);
	const defaults = mergeDefaults(ledger, ordered);
	if (defaults) merged["defaults"] = defaults;
	merged["offers"] = mergeOffers(ledger, ordered, defaults);
	merged["facts"] = compactFacts(ledger.stated);
	const versions = ordered.flatMap(({ value }) => value.schemaVersion ?? []);
	if (versions.length > 0) merged["schemaVersion"] = Math.max(...versions);
	return {
		supplier: canonicalSupplier(merged as unknown as Supplier),
		kindSources,
		disagreements: ledger.disagreements,
	};
}

/** A supplier known from one record is shown as that record says. */
function shownAlone(id: string, siret: string | null, statement: Statement): MergedSupplier {
	const { value, sourceId, statedOn } = statement;
	const shown = withOrigin({ ...value, id, siret }, { source: sourceId, on: statedOn });
	const source = shown.facts?.[EVERY_FACT]?.source ?? sourceId;
	return {
		supplier: canonicalSupplier(shown),
		kindSources: Object.fromEntries((value.kinds ?? []).map(({ code }) => [code, source])),
		disagreements: [],
	};
}

function statedBy<F extends Field>(
	statements: readonly Statement[],
	field: F,
	rankOf: (statement: Statement) => number,
): Candidate<NonNullable<Supplier[F]>>[] {
	return statements.flatMap((statement) => {
		const value = statement.value[field];
		if (value === null || value === undefined) return [];
		return [candidate(value as NonNullable<Supplier[F]>, rankOf(statement), statement, field)];
	});
}

/** The commune decides; address and position come from the strongest word that agrees with it, never from another town's. */
function mergePlace(
	ledger: Ledger,
	merged: Record<string, unknown>,
	statements: readonly Statement[],
): void {
	const commune = pick(ledger, "commune", statedBy(statements, "commune", identityRank));
	if (commune) merged["commune"] = commune.value;
	const there = statements.filter(
		({ value }) => !commune || !value.commune || value.commune === commune.value,
	);
	for (const field of ["address", "postcode"] as const) {
		const winner = pick(ledger, field, statedBy(there, field, identityRank), null);
		if (winner) merged[field] = winner.value;
	}
	const positions = there.flatMap((statement) => {
		const { lat, lon } = statement.value;
		if (typeof lat !== "number" || typeof lon !== "number") return [];
		return [candidate({ lat, lon }, identityRank(statement), statement, "lat")];
	});
	const position = pick(ledger, "lat", positions, (a, b) => {
		const [first, second] = [a, b] as [{ lat: number; lon: number }, { lat: number; lon: number }];
		return distanceKm(first.lat, first.lon, second.lat, second.lon) < 1;
	});
	if (!position) return;
	merged["lat"] = position.value.lat;
	merged["lon"] = position.value.lon;
	ledger.stated.push(["lon", position.provenance]);
}

/**
 * Accreditations of all sources together: one list rarely knows the others' kinds. For one code, what an official list proved comes
 * first whoever relays it, then a document; then the latest seen.
 */
function mergeKinds(
	ledger: Ledger,
	merged: Record<string, unknown>,
	statements: readonly Statement[],
): Record<string, string> {
	const byCode = new Map<string, Candidate<Accreditation>[]>();
	let isKnown = false;
	for (const statement of statements) {
		const { kinds } = statement.value;
		if (!kinds) continue;
		isKnown = true;
		kinds.forEach((kind, index) => {
			const found = candidate(kind, identityRank(statement), statement, `kinds[${index}]`);
			byCode.set(kind.code, [...(byCode.get(kind.code) ?? []), found]);
		});
	}
	const sources: Record<string, string> = {};
	if (!isKnown) return sources;
	const shown: Accreditation[] = [];
	for (const code of KIND_CODES) {
		const sorted = byCode.get(code)?.sort(compareAccreditations);
		const winner = sorted?.[0];
		if (!winner) continue;
		ledger.stated.push([`kinds[${shown.length}]`, winner.provenance]);
		sources[code] = winner.provenance.source;
		shown.push(winner.value);
	}
	merged["kinds"] = shown;
	return sources;
}

function compareAccreditations(a: Candidate<Accreditation>, b: Candidate<Accreditation>): number {
	return (
		PROOFS.indexOf(a.value.proof) - PROOFS.indexOf(b.value.proof) ||
		compareText(b.value.asOf ?? "", a.value.asOf ?? "") ||
		compareCandidates(a, b)
	);
}

function mergeTags(
	ledger: Ledger,
	merged: Record<string, unknown>,
	statements: readonly Statement[],
): void {
	const candidates = statedBy(statements, "tags", (statement) => offerRank(statement, null));
	const strongest = pick(ledger, "tags", candidates, null);
	if (!strongest) return;
	const words = [...candidates].sort(compareCandidates).flatMap(({ value }) => value);
	merged["tags"] = [...new Set(words)];
}

/** Whether a status makes a tombstone: kept, never listed, never matched. */
export function isTombstone(supplier: Pick<Supplier, "status">): boolean {
	return supplier.status === "closed" || supplier.status === "withdrawn";
}
