import { BUYER_LABELS } from "#app/domain/french-labels.ts";
import {
	askedWords,
	frameWords,
	type NeedNames,
	placeWords,
} from "#app/domain/need-form/asked-words.ts";
import { isZoneCode } from "#app/domain/need-form/places.ts";
import { STEP_LABELS, STEPS, type StepId } from "#app/domain/need-form/steps.ts";
import type { CheckId } from "#app/domain/vocabulary.ts";
import type { SummaryLine } from "../view-types.ts";
import type { OpenDraft } from "./draft-access.server.ts";

const CHECKS: Partial<Record<StepId, readonly CheckId[]>> = {
	quoi: ["segment"],
	rythme: ["daysPerWeek", "weekdays", "window", "visitHours", "continuity"],
	volume: ["mode", "capacity", "order", "stock"],
	exigences: [
		"certificates",
		"capabilities",
		"delivery",
		"installation",
		"staffTransfer",
		"eInvoicing",
	],
	reservation: ["reservation", "kind"],
};

/** All that is said so far, one line a step, each leading back to its step. */
export function summaryLines(
	{ draft, reading, reference }: Pick<OpenDraft, "draft" | "reading" | "reference">,
	names: NeedNames,
): readonly (SummaryLine & { details: readonly string[] })[] {
	const need = reading.partial;
	const zoneName = (zone: string) =>
		isZoneCode(zone) ? (reference.places.zone(zone)?.name ?? null) : null;
	return STEPS.filter((step) => step !== "relecture").map((step) => {
		const details = detailsOf(step);
		return {
			step,
			label: STEP_LABELS[step],
			text: details.join(" · "),
			details,
			to: `/besoins/${draft.id}/decrire/${step}`,
			wrong: draft.form.passed.includes(step) && reading.problems.some((one) => one.step === step),
		};
	});

	function detailsOf(step: StepId): string[] {
		if (step === "ou") return [placeWords(need, zoneName)].filter(Boolean);
		if (step === "cadre") {
			return [...(need.buyer ? [BUYER_LABELS[need.buyer]] : []), ...frameWords(need)];
		}
		if (step === "reservation" && !need.reservation && draft.form.passed.includes(step)) {
			const kinds = askedWords(need, "kind", names);
			return [kinds === "" ? "ouvert à tous" : `ouvert à tous, ${kinds}`];
		}
		return (CHECKS[step] ?? []).map((check) => askedWords(need, check, names)).filter(Boolean);
	}
}
