import { civilOf, dayOf, daysInMonth, formatDay } from "../../dates.ts";
import { formatDate, formatMonthDay, joinAnd } from "../../french-format.ts";
import type { Closure } from "../../supplier.ts";
import { FLAG_FIELDS, readFlag } from "../flags.ts";
import { MET, UNMET } from "../masks.ts";
import type { Terms } from "../prepared.ts";
import type { CheckDefinition } from "./definition.ts";
import { addOutcome, SetMemo } from "./rows.ts";

/** Whether a yearly closure (month·100+day, both ends included, may span New Year) has a day between two days. */
export function closureFallsIn(from: number, to: number, start: number, end: number): boolean {
	const firstYear = civilOf(start).year - 1;
	const lastYear = civilOf(end).year;
	for (let year = firstYear; year <= lastYear; year++) {
		const opens = dayInYear(year, from);
		const closes = dayInYear(to < from ? year + 1 : year, to);
		if (opens <= end && closes >= start) return true;
	}
	return false;
}

/** 29 February counts as the 28th in an ordinary year. */
function dayInYear(year: number, monthDay: number): number {
	const month = Math.floor(monthDay / 100);
	return dayOf(year, month, Math.min(monthDay % 100, daysInMonth(year, month)));
}

/** A contract of twelve months or more, or without a duration, holds every closure. */
function holdsAll(terms: Terms): boolean {
	return terms.end === null;
}

export const continuity: CheckDefinition = {
	id: "continuity",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.continuity,
	bind(_, terms, { offers, sets }, bit) {
		const memo = new SetMemo(sets.closures, (values, start, end) => {
			if (start === end) return MET;
			if (holdsAll(terms)) return UNMET;
			for (let i = start; i < end; i += 2) {
				const [from, to] = [values[i] as number, values[i + 1] as number];
				if (closureFallsIn(from, to, terms.start, terms.end ?? terms.start)) return UNMET;
			}
			return MET;
		});
		const { closures, flags } = offers;
		return (start, count, out) => {
			for (let i = 0; i < count; i++) {
				const id = closures[start + i] as number;
				// To cover closures that are not known says nothing of what happens then: absent stays unknown.
				const covers = readFlag(flags[start + i] as number, FLAG_FIELDS.coversClosures) === 1;
				addOutcome(out, i, covers && id >= 0 ? MET : memo.outcome(id), bit);
			}
		};
	},
	explain({ offer, terms }) {
		return {
			asked: {
				from: formatDay(terms.start),
				to: terms.end === null ? null : formatDay(terms.end),
			},
			offered: offer.closures
				? {
						closures: offer.closures.map(({ from, to }) => ({ from, to })),
						coversClosures: offer.coversClosures === true,
					}
				: null,
			margin: null,
			fact: "closures",
		};
	},
	sentence(result, verdict) {
		const asked = result.asked as unknown as { from: string; to: string | null };
		const offered = result.offered as unknown as {
			closures: Closure[];
			coversClosures: boolean;
		} | null;
		if (!offered) return "n’a pas dit ses périodes de fermeture\u202f; vous demandez la continuité";
		if (offered.coversClosures) return "assure la continuité pendant ses fermetures";
		const words = joinAnd(
			offered.closures.map(({ from, to }) => `du ${formatMonthDay(from)} au ${formatMonthDay(to)}`),
		);
		if (verdict === "met") {
			return words === ""
				? "ne ferme pas dans l’année"
				: `ferme ${words}, hors de la période du marché`;
		}
		const until = asked.to ? ` du ${formatDate(asked.from)} au ${formatDate(asked.to)}` : "";
		return `ferme ${words}\u202f; vous demandez la continuité${until}`;
	},
	relaxation: { nature: "need", step: { type: "drop" } },
};
