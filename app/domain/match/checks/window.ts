import { formatHours, formatWindow, joinAnd } from "../../french-format.ts";
import type { Window } from "../../supplier.ts";
import { windowNumbers } from "../compile-supplier.ts";
import { MET, UNMET } from "../masks.ts";
import type { CheckDefinition } from "./definition.ts";
import { setRows } from "./rows.ts";

const DAY_MINUTES = 1440;

const WHOLE_DAY: Window = { from: "00:00", to: "24:00" };

/** Minutes left on the shorter side when the asked window is inside the offered one, negative when it sticks out; modulo 24 h. */
export function windowSlack(
	askedFrom: number,
	askedLength: number,
	offeredFrom: number,
	offeredLength: number,
): number {
	if (offeredLength >= DAY_MINUTES) return DAY_MINUTES - askedLength;
	const offset = (askedFrom - offeredFrom + DAY_MINUTES) % DAY_MINUTES;
	// The asked window may be seen as beginning after the offered one, or the day before it.
	return Math.max(
		slackAt(offset, askedLength, offeredLength),
		slackAt(offset - DAY_MINUTES, askedLength, offeredLength),
	);
}

function slackAt(start: number, length: number, offeredLength: number): number {
	const before = start;
	const after = offeredLength - start - length;
	return before >= 0 && after >= 0
		? Math.min(before, after)
		: Math.min(0, before) + Math.min(0, after);
}

export const window: CheckDefinition = {
	id: "window",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.window !== null,
	bind(ask, _, { offers, sets }, bit) {
		const [askedFrom, askedLength] = windowNumbers(ask.window ?? WHOLE_DAY);
		return setRows(
			offers.windows,
			sets.windows,
			(values, start, end) => {
				for (let i = start; i < end; i += 2) {
					const [from, length] = [values[i] as number, values[i + 1] as number];
					if (windowSlack(askedFrom, askedLength, from, length) >= 0) return MET;
				}
				return UNMET;
			},
			bit,
		);
	},
	explain({ cell, offer }) {
		const asked = cell.ask.window;
		const offered = offer.windows ?? null;
		return {
			asked: asked && { from: asked.from, to: asked.to },
			offered: offered?.map(({ from, to }) => ({ from, to })) ?? null,
			margin: asked && offered ? bestSlackHours(asked, offered) : null,
			fact: "windows",
		};
	},
	sentence(result, verdict) {
		const asked = formatWindow(result.asked as unknown as Window);
		const offered = result.offered as unknown as Window[] | null | undefined;
		if (!offered) return `n’a pas dit ses horaires\u202f; vous demandez ${asked}`;
		if (offered.length === 0) return `n’a aucun horaire possible\u202f; vous demandez ${asked}`;
		const words = joinAnd(offered.map(formatWindow), "ou");
		if (verdict === "met") return `intervient sur ${words}`;
		const missing = result.margin ? ` (${formatHours(-result.margin)} d’écart)` : "";
		return `intervient sur ${words}\u202f; vous demandez ${asked}${missing}`;
	},
	relaxation: { nature: "need", step: { type: "move-window", incrementMinutes: 30 } },
};

/** In hours, over the best of the offered windows; null when there is none. */
function bestSlackHours(asked: Window, offered: readonly Window[]): number | null {
	const [askedFrom, askedLength] = windowNumbers(asked);
	let best: number | null = null;
	for (const one of offered) {
		const slack = windowSlack(askedFrom, askedLength, ...windowNumbers(one));
		if (best === null || slack > best) best = slack;
	}
	return best === null ? null : best / 60;
}
