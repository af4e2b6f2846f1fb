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
