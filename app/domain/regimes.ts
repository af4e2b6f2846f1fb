import { type LegalConfidence, legalRule, legalValue } from "./legal-table.ts";
import { KIND_CODES, type KindCode, type Reservation } from "./vocabulary.ts";

/** A regime of reserved contracts as the matching reads it on a date. */
export interface Regime {
	readonly reservation: Reservation;
	readonly article: string;
	/** Kinds named by the article: proved, they open the contract. */
	readonly green: readonly KindCode[];
	/** Kinds the articles do not name: only as "structure équivalente", by a proof read by a person. */
	readonly toProve: readonly KindCode[];
	readonly confidence: LegalConfidence;
	/** Minimum share of disabled or disadvantaged workers, 0–100; null when the regime has none. */
	readonly minWorkersPct: number | null;
}

interface RegimeShape {
	readonly rule: string;
	readonly article: string;
	readonly families: readonly KindCode[];
	readonly toProve: readonly KindCode[];
}

const HANDICAP: readonly KindCode[] = ["ESAT", "EA"];
const INSERTION: readonly KindCode[] = ["EI", "ACI", "AI", "ETTI"];

const SHAPES: Record<Reservation, RegimeShape> = {
	handicap: { rule: "res.handicap", article: "L2113-12", families: HANDICAP, toProve: ["EATT"] },
	insertion: {
		rule: "res.insertion",
		article: "L2113-13",
		families: INSERTION,
		toProve: ["EITI", "GEIQ"],
	},
	joint: {
		rule: "res.joint",
		article: "L2113-14",
		families: [...HANDICAP, ...INSERTION],
		toProve: ["EATT", "EITI", "GEIQ"],
	},
	prison: { rule: "res.prison", article: "L2113-13-1", families: [], toProve: ["SEP"] },
	ess: { rule: "res.ess.maxdur", article: "L2113-15", families: [], toProve: [] },
};

/**
 * The regime on an ISO date; undefined when it is not in force then.
 *
 * Legal source: `res.*` of the legal table. A kind is green only while `res.kind.reservable` names it.
 */
export function regimeOn(reservation: Reservation, on: string): Regime | undefined {
	const shape = SHAPES[reservation];
	const rule = legalRule(shape.rule, on);
	if (!rule) return undefined;
	const reservable = kindsOf(legalValue("res.kind.reservable", on));
	const green = shape.families.filter((kind) => reservable.includes(kind));
	return {
		reservation,
		article: shape.article,
		green,
		toProve: [...shape.families.filter((kind) => !green.includes(kind)), ...shape.toProve],
		confidence: rule.confidence,
		minWorkersPct: rule.unit === "pct_min_workers" ? (rule.value as number) : null,
	};
}

/**
 * What to say of a kind that a regime's articles do not name, on an ISO date.
 * EITI is an experiment with an end: after it the kind itself no longer stands on a text, and only equivalence is left.
 */
export function toProveNote(kind: KindCode, on: string): string {
	if (kind === "EITI" && !legalRule("res.kind.eiti", on)) {
		return "l’expérimentation des EITI est terminée\u202f: équivalence à prouver";
	}
	return "non citée par l’article\u202f: équivalence à prouver";
}

function kindsOf(value: unknown): readonly KindCode[] {
	return Array.isArray(value) ? KIND_CODES.filter((kind) => value.includes(kind)) : [];
}
