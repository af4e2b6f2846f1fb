import { quote } from "../../french-format.ts";
import { PARENT_NODE } from "../facts.ts";
import { FLAG_FIELDS, readFlag } from "../flags.ts";
import type { CheckDefinition } from "./definition.ts";

interface OfferedSegment {
	readonly segment: string;
	readonly basis: "declared" | "inferred";
	readonly includesChildren: boolean;
}

export const segment: CheckDefinition = {
	id: "segment",
	level: "offer",
	visibility: "public",
	asked: () => true,
	// A supplier without any offer on the node, its parent or a child never gets here: the engine fails it at once.
	bind: (_ask, _terms, { offers }, bit) => {
		const { flags } = offers;
		return (start, count, { unknown }, relation) => {
			for (let i = 0; i < count; i++) {
				const packed = flags[start + i] as number;
				if (
					readFlag(packed, FLAG_FIELDS.inferred) === 1 ||
					(relation === PARENT_NODE && readFlag(packed, FLAG_FIELDS.includesChildren) === 0)
				) {
					unknown[i] = (unknown[i] as number) | bit;
				}
			}
		};
	},
	explain({ offer, segment: needed }) {
		return {
			asked: needed,
			offered: {
				segment: offer.segment,
				basis: offer.basis ?? "declared",
				includesChildren: offer.includesChildren === true,
			},
			margin: null,
			fact: "segment",
		};
	},
	sentence(result, verdict, words) {
		const asked = quote(words.segment(result.asked as string));
		const offered = result.offered as unknown as OfferedSegment | null;
		if (!offered) return `ne propose rien dans le segment ${asked}`;
		const own = quote(words.segment(offered.segment));
		if (verdict === "met") return `propose ${own}`;
		if (offered.basis === "inferred") {
			return `propose sans doute ${own}, d’après son activité\u202f: à lui demander`;
		}
		return `propose ${own}, sans dire si ${asked} en fait partie`;
	},
	relaxation: { nature: "none", step: { type: "none" } },
};
