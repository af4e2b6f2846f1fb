import { joinAnd } from "../../french-format.ts";
import { MODE_LABELS } from "../../french-labels.ts";
import { MODES, type Mode } from "../../vocabulary.ts";
import { effectiveModes } from "../compile-supplier.ts";
import { FLAG_FIELDS } from "../flags.ts";
import { MET, UNKNOWN, UNMET } from "../masks.ts";
import type { CheckDefinition } from "./definition.ts";
import { flagRows } from "./rows.ts";

export const mode: CheckDefinition = {
	id: "mode",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.mode !== null,
	bind(ask, _, { offers }, bit) {
		const wanted = ask.mode === null ? 0 : 1 << MODES.indexOf(ask.mode);
		const outcome = (modes: number) => (modes === 0 ? UNKNOWN : (modes - 1) & wanted ? MET : UNMET);
		return flagRows(offers.flags, FLAG_FIELDS.modes, outcome, bit);
	},
	explain({ cell, offer, kinds }) {
		return {
			asked: cell.ask.mode,
			offered: effectiveModes(offer, kinds),
			margin: null,
			fact: "modes",
		};
	},
	sentence(result, verdict) {
		const asked = MODE_LABELS[result.asked as Mode];
		const offered = result.offered as Mode[] | null | undefined;
		if (!offered) return `n’a pas dit si elle travaille en ${asked}`;
		const words = joinAnd(offered.map((one) => MODE_LABELS[one]));
		return verdict === "met"
			? `travaille en ${words}`
			: `ne travaille qu’en ${words || "aucun mode déclaré"}\u202f; vous demandez une ${asked}`;
	},
	relaxation: { nature: "need", step: { type: "drop" } },
};
