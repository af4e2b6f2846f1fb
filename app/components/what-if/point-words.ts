import {
	countOfWord,
	formatDate,
	formatEuros,
	formatHours,
	formatKm,
	formatNumber,
	joinAnd,
} from "#app/domain/french-format.ts";
import type { FactValue } from "#app/domain/match-types.ts";
import type { Quantity } from "#app/domain/need.ts";
import { itemWords, type ValueNames, valueWords } from "#app/domain/what-if/value-words.ts";
import type { ControlView, PointView } from "./types.ts";

const FIRST_NAMES = 6;

/** What a value brings, in one sentence: for whoever does not see the drawing, and beside the pointer. */
export function pointWords(point: PointView, control: ControlView, names: ValueNames): string {
	return `${pointValue(point, control, names)} : ${operators(point)}${changeOf(point)}`;
}

/** The value itself: « 3 jours par semaine », « sans « certibiocide » ». */
export function pointValue(
	{ value }: PointView,
	{ check, value: asked }: ControlView,
	names: ValueNames,
): string {
	const left = Array.isArray(value) ? value : null;
	if (left && Array.isArray(asked) && check !== "area") {
		const dropped = asked.filter((item) => !left.includes(item)).map(String);
		return `sans ${joinAnd(dropped.map((item) => itemWords(check, item, names)))}`;
	}
	if (check !== "reservation" && (value === null || value === false)) return "sans cette condition";
	return valueWords(check, value, names);
}

export function operators({ organisations }: Pick<PointView, "organisations">): string {
	return countOfWord(organisations, "opérateur", "opérateurs");
}

function changeOf({ gained, lost }: PointView): string {
	const named = (list: readonly string[]) =>
		list.length <= FIRST_NAMES
			? joinAnd(list)
			: `${list.slice(0, FIRST_NAMES).join(", ")} et ${countOfWord(list.length - FIRST_NAMES, "autre")}`;
	const come =
		gained.length === 0 ? "" : ` ; ${gained.length > 1 ? "entrent" : "entre"} ${named(gained)}`;
	const go = lost.length === 0 ? "" : ` ; ${lost.length > 1 ? "sortent" : "sort"} ${named(lost)}`;
	return `${come}${go}`;
}

/** A value as short as it can be said under a mark. */
export function shortValue({ check }: Pick<ControlView, "check">, value: FactValue): string {
	if (typeof value === "string") return formatDate(value);
	const amount = typeof value === "number" ? value : (value as unknown as Quantity | null)?.amount;
	if (amount === undefined) return "sans limite";
	switch (check) {
		case "daysPerWeek":
			return `${formatNumber(amount)} j`;
		case "visitHours":
			return formatHours(amount);
		case "order":
			return formatEuros(amount);
		case "near":
			return formatKm(amount);
		default:
			return formatNumber(amount);
	}
}
