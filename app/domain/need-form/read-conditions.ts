import type { Requirements } from "../need.ts";
import type { Segment } from "../reference.ts";
import { MODES } from "../vocabulary.ts";
import type { ConditionsForm } from "./form-state.ts";
import { parseDays, parseWeekdays, parseWindow } from "./hours.ts";
import {
	type Parsed,
	parseAmountEur,
	parseHours,
	parsePeriod,
	parseQuantity,
	parseUnit,
} from "./values.ts";

/** What conditions as typed say, and what cannot be read in them. */
export interface ReadConditions {
	readonly requirements: Requirements;
	readonly problems: readonly { field: keyof ConditionsForm; message: string }[];
	/** How a loose wording was understood: shown, never silent. */
	readonly notes: readonly { field: keyof ConditionsForm; message: string }[];
}

/** The unit and period a quantity takes when it does not name its own. */
export type UsualMeasure = Pick<Segment, "unit" | "per">;

/** Reads the conditions of a service, or of one cell. */
export function readConditions(form: ConditionsForm, { unit, per }: UsualMeasure): ReadConditions {
	const requirements: Requirements = {};
	const problems: ReadConditions["problems"][number][] = [];
	const notes: ReadConditions["notes"][number][] = [];
	function take<T>(
		field: keyof ConditionsForm,
		parse: (typed: string) => Parsed<T>,
		keep: (value: T) => void,
	): void {
		const typed = form[field];
		if (typeof typed !== "string" || typed.trim() === "") return;
		const parsed = parse(typed.trim());
		if (!parsed.ok) problems.push({ field, message: parsed.message });
		else {
			keep(parsed.value);
			if (parsed.understoodAs !== undefined) {
				notes.push({ field, message: `« ${typed} » est compris ainsi : ${parsed.understoodAs}` });
			}
		}
	}
	take("mode", oneOf(MODES), (mode) => {
		requirements.mode = mode;
	});
	readQuantity(form, { unit, per }, requirements, problems);
	take("amount", parseAmountEur, (amount) => {
		requirements.amountEur = amount;
	});
	take("days", parseDays, ({ daysPerWeek, weekdays }) => {
		requirements.daysPerWeek = daysPerWeek;
		if (weekdays) requirements.weekdays = [...weekdays];
	});
	take("weekdays", parseWeekdays, (weekdays) => {
		requirements.weekdays = weekdays;
	});
	take("window", parseWindow, (window) => {
		requirements.window = window;
	});
	take("visitHours", parseHours, (hours) => {
		requirements.visitHours = hours;
	});
	for (const flag of [
		"continuity",
		"firmStock",
		"delivery",
		"installation",
		"staffTransfer",
	] as const) {
		if (form[flag] !== undefined) requirements[flag] = form[flag] === "yes";
	}
	if (form.eInvoicing === "yes") requirements.eInvoicing = "chorus";
	if (form.certificates !== undefined) requirements.certificates = form.certificates;
	if (form.capabilities !== undefined) requirements.capabilities = form.capabilities;
	const { daysPerWeek, weekdays } = requirements;
	if (daysPerWeek && weekdays && weekdays.length > 0 && weekdays.length < daysPerWeek) {
		problems.push({
			field: "weekdays",
			message: `${weekdays.length} jours sont nommés pour ${String(daysPerWeek).replace(".", ",")} jours par semaine : nommez-en autant, ou laissez les jours au choix.`,
		});
	}
	return { requirements, problems, notes };
}

function readQuantity(
	form: ConditionsForm,
	usual: UsualMeasure,
	requirements: Requirements,
	problems: { field: keyof ConditionsForm; message: string }[],
): void {
	const unit = optional(form.unit, parseUnit);
	const per = optional(form.per, parsePeriod);
	const typed = form.quantity?.trim() ?? "";
	if (typed === "") return;
	const quantity = parseQuantity(typed);
	if (!quantity.ok) problems.push({ field: "quantity", message: quantity.message });
	if (unit && !unit.ok) problems.push({ field: "unit", message: unit.message });
	if (per && !per.ok) problems.push({ field: "per", message: per.message });
	if (!quantity.ok || unit?.ok === false || per?.ok === false) return;
	const saidUnit = quantity.value.unit ?? unit?.value ?? usual.unit;
	const saidPer = quantity.value.per ?? per?.value ?? usual.per;
	if (saidUnit === null) {
		problems.push({ field: "unit", message: "Dites l’unité de la quantité : m², pièce, kg…" });
	}
	if (saidPer === null) {
		problems.push({
			field: "per",
			message: "Dites la période de la quantité : par semaine, par an…",
		});
	}
	if (saidUnit === null || saidPer === null) return;
	requirements.quantity = { amount: quantity.value.amount, unit: saidUnit, per: saidPer };
}

function optional<T>(
	typed: string | undefined,
	parse: (typed: string) => Parsed<T>,
): Parsed<T> | null {
	return typed === undefined || typed.trim() === "" ? null : parse(typed.trim());
}

function oneOf<T extends string>(list: readonly T[]): (typed: string) => Parsed<T> {
	return (typed) => {
		const value = list.find((one) => one === typed);
		return value === undefined
			? { ok: false, message: `« ${typed} » n’est pas un choix de la liste : choisissez-en un.` }
			: { ok: true, value };
	};
}
