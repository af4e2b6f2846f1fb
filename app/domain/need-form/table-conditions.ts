import type { Column } from "./columns.ts";
import type { ConditionsForm } from "./form-state.ts";
import { parseDays, weekdayNames } from "./hours.ts";
import { parseQuantity } from "./values.ts";

/** The conditions that one line of a table of sites says, as typed. */
export function conditionsOf(get: (column: Column) => string): ConditionsForm {
	const conditions: ConditionsForm = {};
	const plain = {
		quantity: "quantity",
		unit: "unit",
		per: "per",
		amount: "amount",
		visitHours: "visitHours",
	} as const;
	for (const column of Object.values(plain))
		if (get(column) !== "") conditions[column] = get(column);
	const days = get("days");
	const weekdays = get("weekdays");
	if (days !== "") conditions.days = days;
	if (weekdays !== "") {
		// A column « jours » holds either a number or names.
		if (days === "" && /^\d/.test(weekdays)) conditions.days = weekdays;
		else conditions.weekdays = weekdays;
	}
	spreadDays(conditions);
	spreadQuantity(conditions);
	const window =
		get("window") || [get("from"), get("to")].filter((hour) => hour !== "").join(" - ");
	if (window !== "") conditions.window = window;
	return conditions;
}

/** "lun, mar" as a number of days says which days too. */
function spreadDays(conditions: ConditionsForm): void {
	const typed = conditions.days ?? conditions.weekdays;
	if (typed === undefined || !/^\s*[a-zà-ÿ]/i.test(typed)) return;
	const days = parseDays(typed);
	if (!days.ok) return;
	conditions.days = String(days.value.daysPerWeek).replace(".", ",");
	if (days.value.weekdays) conditions.weekdays = weekdayNames(days.value.weekdays);
}

/** "900 m²/semaine" in one cell fills the unit and the period. */
function spreadQuantity(conditions: ConditionsForm): void {
	if (conditions.quantity === undefined) return;
	const quantity = parseQuantity(conditions.quantity);
	if (!quantity.ok) return;
	if (quantity.value.unit) conditions.unit ??= quantity.value.unit;
	if (quantity.value.per) conditions.per ??= quantity.value.per;
}
