import { NO_DAY } from "../../dates.ts";
import { formatDate, joinAnd } from "../../french-format.ts";
import { MET, UNKNOWN, UNMET } from "../masks.ts";
import type { CheckDefinition, SentenceWords } from "./definition.ts";
import { setRows } from "./rows.ts";

/** Number that no certificate or capability has: nobody in the base names the code. */
const NOBODY = -1;

export const certificates: CheckDefinition = {
	id: "certificates",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.certificates.length > 0,
	bind(ask, terms, columns, bit) {
		const wanted = ask.certificates.map((code) => columns.certificateNumber(code) ?? NOBODY);
		const { offers, sets } = columns;
		return setRows(
			offers.certificates,
			sets.certificates,
			(values, from, to) => {
				for (const certificate of wanted) {
					let held = false;
					for (let i = from; i < to; i += 2) {
						const until = values[i + 1] as number;
						if (values[i] === certificate && (until === NO_DAY || until >= terms.start)) {
							held = true;
						}
					}
					if (!held) return UNMET;
				}
				return MET;
			},
			bit,
		);
	},
	explain({ cell, offer }) {
		return {
			asked: cell.ask.certificates,
			offered:
				offer.certificates?.map(({ code, until }) => ({ code, until: until ?? null })) ?? null,
			margin: null,
			fact: "certificates",
		};
	},
	sentence(result, verdict, words) {
		const asked = result.asked as string[];
		const offered = result.offered as unknown as
			| { code: string; until: string | null }[]
			| null
			| undefined;
		const list = codesInWords(asked, words);
		if (!offered) return `n’a pas dit ses certificats\u202f; vous demandez ${list}`;
		if (verdict === "met") return `détient ${list}`;
		const ended = offered.filter((one) => asked.includes(one.code) && one.until);
		const missing = asked.filter((code) => !offered.some((one) => one.code === code));
		const parts: string[] = [];
		if (missing.length > 0) parts.push(`ne détient pas ${codesInWords(missing, words)}`);
		for (const one of ended) {
			parts.push(`${codesInWords([one.code], words)} se termine le ${formatDate(one.until ?? "")}`);
		}
		return joinAnd(parts) || `ne détient pas ${list} au début du marché`;
	},
	relaxation: { nature: "need", step: { type: "drop-one" } },
};

export const capabilities: CheckDefinition = {
	id: "capabilities",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.capabilities.length > 0,
	bind(ask, _, columns, bit) {
		const wanted = ask.capabilities.map((code) => columns.capabilityNumber(code) ?? NOBODY);
		const { offers, sets } = columns;
		return setRows(
			offers.capabilities,
			sets.capabilities,
			(values, from, to) => {
				let allKnown = true;
				for (const capability of wanted) {
					let known = false;
					for (let i = from; i < to; i++) {
						const value = values[i] as number;
						if (value >> 1 !== capability) continue;
						if ((value & 1) === 0) return UNMET;
						known = true;
					}
					if (!known) allKnown = false;
				}
				return allKnown ? MET : UNKNOWN;
			},
			bit,
		);
	},
	explain({ cell, offer }) {
		const known = offer.capabilities ?? {};
		const offered = Object.fromEntries(
			cell.ask.capabilities.map((code) => [code, known[code] ?? null]),
		);
		return {
			asked: cell.ask.capabilities,
			offered: Object.values(offered).every((value) => value === null) ? null : offered,
			margin: null,
			fact: "capabilities",
		};
	},
	sentence(result, verdict, words) {
		const asked = result.asked as string[];
		const offered = (result.offered ?? {}) as Record<string, boolean | null>;
		if (verdict === "met") return `assure ${codesInWords(asked, words)}`;
		if (verdict === "unmet") {
			const refused = asked.filter((code) => offered[code] === false);
			return `n’assure pas ${codesInWords(refused, words)}`;
		}
		const unknown = asked.filter((code) => typeof offered[code] !== "boolean");
		return `n’a pas répondu sur ${codesInWords(unknown, words)}`;
	},
	relaxation: { nature: "need", step: { type: "drop-one" } },
};

function codesInWords(codes: readonly string[], words: SentenceWords): string {
	return joinAnd(codes.map((code) => `«\u202f${words.criterion(code)}\u202f»`));
}
