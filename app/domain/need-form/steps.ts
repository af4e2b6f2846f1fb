import type { CheckId } from "../vocabulary.ts";

/** The screens that describe a need, in order. Slugs stand in addresses, so they are French. */
export const STEPS = [
	"quoi",
	"ou",
	"rythme",
	"volume",
	"exigences",
	"reservation",
	"cadre",
	"relecture",
] as const;
export type StepId = (typeof STEPS)[number];

export const STEP_LABELS: Record<StepId, string> = {
	quoi: "Prestations",
	ou: "Lieux",
	rythme: "Jours et horaires",
	volume: "Quantités et montants",
	exigences: "Exigences du métier",
	reservation: "Marché réservé",
	cadre: "Calendrier et cadre",
	relecture: "Relecture",
};

/** Whether a text is a step. */
export function isStep(text: string): text is StepId {
	return (STEPS as readonly string[]).includes(text);
}

/** The step after this one; the last one is its own. */
export function stepAfter(step: StepId): StepId {
	return STEPS[STEPS.indexOf(step) + 1] ?? "relecture";
}

/** The step before this one; null for the first. */
export function stepBefore(step: StepId): StepId | null {
	return STEPS[STEPS.indexOf(step) - 1] ?? null;
}

const STEP_OF_CHECK: Record<CheckId, StepId> = {
	segment: "quoi",
	area: "ou",
	near: "cadre",
	kind: "reservation",
	reservation: "reservation",
	mode: "volume",
	daysPerWeek: "rythme",
	weekdays: "rythme",
	window: "rythme",
	visitHours: "rythme",
	capacity: "volume",
	order: "volume",
	leadTime: "cadre",
	availability: "cadre",
	continuity: "rythme",
	stock: "volume",
	certificates: "exigences",
	capabilities: "exigences",
	delivery: "exigences",
	installation: "exigences",
	staffTransfer: "exigences",
	eInvoicing: "exigences",
};

/** The step where a need says what a check asks. */
export function stepOfCheck(check: CheckId): StepId {
	return STEP_OF_CHECK[check];
}
