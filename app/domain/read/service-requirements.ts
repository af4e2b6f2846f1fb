import { PERIOD_LABELS } from "../french-labels.ts";
import { frNumber } from "../need-form/values.ts";
import { type Period, type Unit, WEEKDAYS, type Weekday } from "../vocabulary.ts";
import type { Span } from "./folded-text.ts";
import type { SaidQuantity } from "./quantities.ts";
import type { Mention, Sheet } from "./sheet.ts";
import type { Json } from "./types.ts";

/** A requirement of one service, put together from what the text says of it. */
export interface SaidRequirement {
	readonly field: string;
	readonly value: Json;
	readonly words: readonly Span[];
}

/** The unit and period that a segment is usually counted in. */
export interface Measure {
	readonly unit: Unit | null;
	readonly per: Period | null;
}

/** Adds up the mentions of one service. What contradicts an earlier mention is set aside, and stays visible. */
export function requirementsOf(
	sheet: Sheet,
	mentions: readonly Mention[],
	measure: Measure,
): SaidRequirement[] {
	const byField = new Map<string, Mention[]>();
	for (const mention of mentions) {
		const field = mention.field.startsWith("rhythm.") ? "rhythm" : mention.field;
		byField.set(field, [...(byField.get(field) ?? []), mention]);
	}
	return [...byField].flatMap(([field, said]) => {
		if (field === "rhythm") return rhythmOf(sheet, said);
		if (field === "quantity") return quantityOf(sheet, said, measure);
		if (field === "certificates" || field === "capabilities") return [union(field, said)];
		return firstOf(sheet, field, said);
	});
}

function firstOf(sheet: Sheet, field: string, said: readonly Mention[]): SaidRequirement[] {
	const first = said[0];
	if (!first) return [];
	const same = said.filter(({ value }) => JSON.stringify(value) === JSON.stringify(first.value));
	for (const other of said) if (!same.includes(other)) sheet.withdraw(other);
	return [{ field, value: first.value, words: same.flatMap(({ words }) => words) }];
}

function union(field: string, said: readonly Mention[]): SaidRequirement {
	const values = said.flatMap(({ value }) => (Array.isArray(value) ? value : [])) as string[];
	return {
		field,
		value: [...new Set(values)],
		words: said.flatMap(({ words }) => words),
	};
}

function daysIn({ value }: Mention): readonly Weekday[] {
	return WEEKDAYS.filter((day) => Array.isArray(value) && value.includes(day));
}

/** « tous les jours sauf le mercredi », « 3 fois par semaine du lundi au vendredi ». */
function rhythmOf(sheet: Sheet, said: readonly Mention[]): SaidRequirement[] {
	const of = (field: string) => said.filter((mention) => mention.field === field);
	const counts = of("rhythm.count");
	const named = [...of("rhythm.days"), ...of("rhythm.also")];
	const except = of("rhythm.except").flatMap(daysIn);
	const words = said.flatMap((mention) => mention.words);
	const count = typeof counts[0]?.value === "number" ? counts[0].value : null;
	for (const other of counts.slice(1)) if (other.value !== count) sheet.setAside(other);
	const base =
		named.length > 0 ? named.flatMap(daysIn) : except.length > 0 && count === 7 ? WEEKDAYS : [];
	const weekdays = WEEKDAYS.filter((day) => base.includes(day) && !except.includes(day));
	if (weekdays.length === 0) {
		for (const mention of of("rhythm.except")) sheet.setAside(mention);
		const counted = counts.filter(({ value }) => value === count);
		return count === null
			? []
			: [
					{
						field: "daysPerWeek",
						value: count,
						words: counted.flatMap((mention) => mention.words),
					},
				];
	}
	// « tous les jours, du lundi au vendredi »: the named days say what every day means.
	const days = count === null || count === 7 ? weekdays.length : count;
	if (days < weekdays.length) {
		sheet.warn(
			`${frNumber(days)} jours au choix parmi ceux qui sont nommés : aucun jour précis n’est imposé.`,
			...named,
		);
		return [{ field: "daysPerWeek", value: days, words }];
	}
	return [
		{ field: "daysPerWeek", value: days, words },
		{ field: "weekdays", value: weekdays, words },
	];
}

/** Like quantities add up; among unlike ones, the segment's own unit wins. */
function quantityOf(sheet: Sheet, said: readonly Mention[], measure: Measure): SaidRequirement[] {
	const read = said
		.map((mention) => ({ mention, quantity: mention.value as unknown as SaidQuantity }))
		.filter(({ mention }) => {
			// « deux bureaux » are desks when furniture is bought, rooms otherwise.
			const isRoom = measure.unit !== "piece" && /bureaux$/i.test(sheet.quote(mention));
			if (isRoom) sheet.setAside(mention);
			return !isRoom;
		});
	const main =
		read.find(({ quantity }) => quantity.unit === measure.unit) ??
		read.find(({ quantity }) => quantity.unit !== "intervention") ??
		read[0];
	if (!main) return [];
	const { unit } = main.quantity;
	const per = main.quantity.per ?? periodOf(sheet, main.mention, unit, measure);
	const same = read.filter(
		({ quantity }) => quantity.unit === unit && (quantity.per ?? per) === per,
	);
	for (const { mention } of read) {
		if (!same.some((one) => one.mention === mention)) sheet.setAside(mention);
	}
	const amount = same.reduce((sum, { quantity }) => sum + quantity.amount, 0);
	return [
		{
			field: "quantity",
			value: { amount, unit, per },
			words: same.flatMap(({ mention }) => mention.words),
		},
	];
}

/** A quantity without a period is the segment's usual one when it is in its usual unit, else the whole order. */
function periodOf(sheet: Sheet, mention: Mention, unit: Unit, measure: Measure): Period {
	const per = unit === measure.unit && measure.per !== null ? measure.per : "order";
	if (per !== "order") {
		sheet.warn(
			`« ${sheet.quote(mention)} » : la période n’est pas dite ; ${PERIOD_LABELS[per]} est retenu, comme d’ordinaire pour ce segment.`,
			mention,
		);
	}
	return per;
}
