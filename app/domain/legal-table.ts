import { DUTY_RULES } from "./legal-duties.ts";
import { PROCEDURE_RULES } from "./legal-procedure.ts";
import { RESERVED_RULES } from "./legal-reserved.ts";
import { THRESHOLD_RULES } from "./legal-thresholds.ts";

/** V1: text read; V2: secondary page; M: from memory; U: uncertain. A rule that is not V1 or V2 never shows green. */
export type LegalConfidence = "V1" | "V2" | "M" | "U";

export type LegalValue =
	| null
	| boolean
	| number
	| string
	| readonly string[]
	| { readonly [key: string]: number | null | { readonly [key: string]: number | null } };

/** One version of one rule. No legal number stands anywhere else. */
export interface LegalRule {
	readonly id: string;
	/** Articles of the Code de la commande publique unless said otherwise. */
	readonly article: string;
	/** First day in force. Null: unknown. */
	readonly effectiveFrom: string | null;
	/** Last day in force. Null: still in force. */
	readonly effectiveTo: string | null;
	/** Null: unknown, to be filled by a person; never read as zero. */
	readonly value: LegalValue;
	readonly unit: string;
	readonly confidence: LegalConfidence;
	readonly note: string;
	/** For display. */
	readonly label: string;
	readonly noteFr: string;
}

/** The day on which the table was last read over against its sources. */
export const LEGAL_TABLE_DATE = "2026-11-21";

/** Every version of every rule. */
export const LEGAL_RULES: readonly LegalRule[] = [
	...RESERVED_RULES,
	...THRESHOLD_RULES,
	...PROCEDURE_RULES,
	...DUTY_RULES,
];

/** The version of a rule in force on an ISO date; undefined when none is. */
export function legalRule(id: string, on: string): LegalRule | undefined {
	return LEGAL_RULES.find(
		(rule) =>
			rule.id === id &&
			(rule.effectiveFrom === null || rule.effectiveFrom <= on) &&
			(rule.effectiveTo === null || on <= rule.effectiveTo),
	);
}

/** The value of a rule in force on an ISO date; null when unknown or when no version is in force. */
export function legalValue(id: string, on: string): LegalValue {
	return legalRule(id, on)?.value ?? null;
}

/** A numeric value of a rule in force on an ISO date; null when unknown, not in force or not a number. */
export function legalNumber(id: string, on: string): number | null {
	const value = legalValue(id, on);
	return typeof value === "number" ? value : null;
}
