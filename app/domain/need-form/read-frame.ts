import { z } from "zod";
import type { Need } from "../need.ts";
import { BUYERS, CHECK_IDS, KIND_CODES, RESERVATIONS } from "../vocabulary.ts";
import type { FrameForm } from "./form-state.ts";
import type { StepId } from "./steps.ts";
import type { FormProblem } from "./to-need.ts";
import { type Parsed, parseAmountEur, parseDay, parseNumber, parseWhole } from "./values.ts";

/** The frame of the purchase: who buys, from when, reserved to whom. */

const frameNeedSchema = z.object({
	reservation: z.enum(RESERVATIONS).optional(),
	buyer: z.enum(BUYERS).optional(),
	form: z.enum(["one-off", "framework"]).optional(),
	rule: z.enum(["serves", "sits-within"]).optional(),
});

/** Reads the frame as typed. */
export function readFrame(frame: FrameForm): {
	need: Partial<Need>;
	problems: readonly FormProblem[];
} {
	const problems: FormProblem[] = [];
	function take<T>(
		step: StepId,
		field: keyof FrameForm,
		parse: (typed: string) => Parsed<T>,
	): T | undefined {
		const typed = frame[field];
		if (typeof typed !== "string" || typed.trim() === "") return undefined;
		const parsed = parse(typed.trim());
		if (parsed.ok) return parsed.value;
		problems.push({ step, field, about: null, message: parsed.message });
		return undefined;
	}
	const choices = frameNeedSchema.safeParse({
		reservation: frame.reservation || undefined,
		buyer: frame.buyer || undefined,
		form: frame.contractForm || undefined,
		rule: frame.locationRule || undefined,
	});
	if (!choices.success) {
		problems.push({
			step: "reservation",
			field: "reservation",
			about: null,
			message: "Un choix n’est pas dans la liste : choisissez-en un.",
		});
	}
	const on = take("cadre", "on", parseDay);
	const startsOn = take("cadre", "startsOn", parseDay);
	const durationMonths = take("cadre", "durationMonths", (typed) => parseWhole(typed, 1, 600));
	const minCompetition = take("cadre", "minCompetition", (typed) => parseWhole(typed, 1, 100));
	const km = take("cadre", "km", positiveKm);
	const undeclaredKm = take("cadre", "undeclaredKm", positiveKm);
	const contract = compact({
		form: choices.data?.form,
		renewals: take("cadre", "renewals", (typed) => parseWhole(typed, 0, 20)),
		maxEur: take("cadre", "maxEur", parseAmountEur),
		minOrderEur: take("cadre", "minOrderEur", parseAmountEur),
	});
	const rule = choices.data?.rule;
	if (rule === "sits-within" && km === undefined && frame.km.trim() === "") {
		problems.push({
			step: "cadre",
			field: "km",
			about: null,
			message: "Dites à combien de kilomètres au plus les structures doivent être établies.",
		});
	}
	const location = compact({ rule, km: rule === "sits-within" ? km : undefined, undeclaredKm });
	const need = compact({
		on,
		buyer: choices.data?.buyer,
		reservation: choices.data?.reservation,
		kinds: frame.kinds.length > 0 ? known(frame.kinds, KIND_CODES) : undefined,
		startsOn,
		durationMonths,
		minCompetition,
		contract: Object.keys(contract).length > 0 ? contract : undefined,
		location: Object.keys(location).length > 0 ? location : undefined,
		negotiable: frame.negotiable.length > 0 ? known(frame.negotiable, CHECK_IDS) : undefined,
		consortiaAllowed: frame.consortia === undefined ? undefined : frame.consortia === "yes",
	});
	return { need, problems };
}

function positiveKm(typed: string): Parsed<number> {
	const number = parseNumber(typed.replace(/ ?km$/i, ""));
	if (!number.ok) return number;
	if (number.value > 0 && number.value <= 2000) return number;
	return {
		ok: false,
		message: `« ${typed} » : écrivez une distance de plus de 0 et d’au plus 2\u202f000 km.`,
	};
}

function known<T extends string>(typed: readonly string[], list: readonly T[]): T[] {
	return list.filter((one) => typed.includes(one));
}

function compact<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
		[K in keyof T]?: Exclude<T[K], undefined>;
	};
}
