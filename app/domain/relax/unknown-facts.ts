import { bindNeed } from "../match/bind.ts";
import { describeSuppliers } from "../match/describe-page.ts";
import type { Viewer } from "../match/explain.ts";
import type { SupplierSource } from "../match/supplier-source.ts";
import type { CheckResult, FactValue, MatchedSupplier } from "../match-types.ts";
import type { CheckId } from "../vocabulary.ts";
import type { Rematch } from "./rematch.ts";
import { isRequirementCheck } from "./requirement-fields.ts";

/** Suppliers looked at in detail: more of them would not be asked one by one. */
const MAX_SUPPLIERS = 200;

/** One thing that is not known of a supplier. */
export interface UnknownFact {
	/** Null: whether what it said is still true. */
	readonly check: CheckId | null;
	/** Null: a condition of the whole need. */
	readonly service: string | null;
	/** One certificate or condition by trade. */
	readonly criterion: string | null;
	/** It does not do it as asked, and somebody is ready to discuss. */
	readonly negotiable: boolean;
	readonly asked: FactValue;
}

/** A supplier of the real offer and what stands between it and « compatible »: nothing when it is. */
export interface UnknownFacts {
	readonly id: string;
	/** The same number for establishments of one operator. */
	readonly operator: number;
	readonly facts: readonly UnknownFact[];
}

/** What is not known of those whom nothing excludes. An anonymous reader is not told who would discuss. */
export function unknownsOf(
	rematch: Rematch,
	source: SupplierSource,
	viewer: Viewer,
): UnknownFacts[] {
	const { prepared, columns, scope, offer } = rematch;
	const rows = offer.suppliers.slice(0, MAX_SUPPLIERS);
	const bound = bindNeed(prepared, columns);
	const described = describeSuppliers(bound, source, rows, { scope, viewer });
	return described.map((supplier, i) => ({
		id: supplier.id,
		operator: rematch.operatorOf(rows[i] as number),
		facts: factsOf(supplier),
	}));
}

function factsOf({ checks, stale }: MatchedSupplier): UnknownFact[] {
	const facts = checks.filter(({ verdict }) => verdict === "unknown").flatMap(factsOfCheck);
	if (!stale) return facts;
	const still = { check: null, service: null, criterion: null, negotiable: false, asked: null };
	return [...facts, still];
}

function factsOfCheck(result: CheckResult): UnknownFact[] {
	const { check, negotiable, asked } = result;
	const service = isByService(check) ? result.service : null;
	const fact = { check, service, criterion: null, negotiable, asked };
	if (check === "capabilities" && !negotiable) {
		const offered = (result.offered ?? {}) as Record<string, boolean | null>;
		return (asked as string[])
			.filter((code) => typeof offered[code] !== "boolean")
			.map((criterion) => ({ ...fact, criterion }));
	}
	if (check === "certificates" && !negotiable) {
		return (asked as string[]).map((criterion) => ({ ...fact, criterion }));
	}
	return [fact];
}

/** Whether services of one need may ask different things. */
function isByService(check: CheckId): boolean {
	return check === "segment" || check === "capacity" || isRequirementCheck(check);
}
