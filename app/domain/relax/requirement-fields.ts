import { CHECKS } from "../match/checks/index.ts";
import type { RelaxationNature } from "../match-types.ts";
import type { Requirements } from "../need.ts";
import type { CheckId } from "../vocabulary.ts";

/** The requirement that a check reads, for the checks whose demand stands on a service or on a cell. Quantities and amounts are elsewhere: they add up. */
export const REQUIREMENT_FIELDS = {
	mode: "mode",
	daysPerWeek: "daysPerWeek",
	weekdays: "weekdays",
	window: "window",
	visitHours: "visitHours",
	continuity: "continuity",
	stock: "firmStock",
	certificates: "certificates",
	capabilities: "capabilities",
	delivery: "delivery",
	installation: "installation",
	staffTransfer: "staffTransfer",
	eInvoicing: "eInvoicing",
} as const satisfies Partial<Record<CheckId, keyof Requirements>>;

export type RequirementCheck = keyof typeof REQUIREMENT_FIELDS;

/** Whether a check's demand is one requirement of a service or of a cell. */
export function isRequirementCheck(check: CheckId): check is RequirementCheck {
	return Object.hasOwn(REQUIREMENT_FIELDS, check);
}

/** Whose change relaxes a check; undefined for what nobody relaxes. */
export function natureOf(check: CheckId): RelaxationNature | undefined {
	const { nature } = CHECKS[check].relaxation;
	return nature === "none" ? undefined : nature;
}
