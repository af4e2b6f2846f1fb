import { formatDay } from "../../dates.ts";
import { joinAnd } from "../../french-format.ts";
import { regimeOn, toProveNote } from "../../regimes.ts";
import type { Accreditation } from "../../supplier.ts";
import type { KindCode, Reservation } from "../../vocabulary.ts";
import type { OfferColumns } from "../columns.ts";
import { NO } from "../facts.ts";
import { type CheckMask, UNKNOWN, UNMET } from "../masks.ts";
import { accreditationOutcome, kindSet, kindsInWords, type WantedKinds } from "./accreditation.ts";
import type { CheckDefinition } from "./definition.ts";
import { addOutcome, type EvaluateRows, setRows } from "./rows.ts";

const RESERVED_TO: Record<Reservation, string> = {
	handicap: "au secteur du handicap",
	insertion: "à l’insertion par l’activité économique",
	joint: "au handicap et à l’insertion",
	prison: "au travail en prison",
	ess: "à l’ESS",
};

export const kind: CheckDefinition = {
	id: "kind",
	level: "offer",
	visibility: "public",
	asked: (_, terms) => terms.kinds !== null,
	bind(_, terms, columns, bit) {
		const wanted = { green: kindSet(terms.kinds ?? []), toProve: 0, start: terms.start };
		return kindRows(columns, wanted, bit);
	},
	explain({ kinds, terms }) {
		return {
			asked: terms.kinds ?? [],
			offered: (kinds?.map((one) => ({ ...one })) ?? null) as never,
			margin: null,
			fact: "kinds",
		};
	},
	sentence(result, verdict) {
		const asked = joinAnd(result.asked as string[], "ou");
		const offered = result.offered as unknown as Accreditation[] | null | undefined;
		if (!offered) return `son type de structure n’est pas connu\u202f; vous demandez ${asked}`;
		const wanted = offered.filter((one) => (result.asked as string[]).includes(one.code));
		if (verdict === "met") return `est ${kindsInWords(wanted)}`;
		if (verdict === "unmet") {
			return wanted.length > 0
				? `n’est plus ${kindsInWords(wanted)} au début du marché`
				: `n’est pas ${asked}\u202f: ${kindsInWords(offered)}`;
		}
		return `est ${kindsInWords(wanted)}\u202f: à justifier`;
	},
	relaxation: { nature: "need", step: { type: "drop" } },
};

export const reservation: CheckDefinition = {
	id: "reservation",
	level: "offer",
	visibility: "public",
	asked: (_, terms) => terms.reservation !== null,
	bind(_, terms, columns, bit) {
		if (terms.reservation === "ess") return essRows(columns, bit);
		const regime = regimeOn(terms.reservation ?? "handicap", formatDay(terms.on));
		const wanted = {
			green: kindSet(regime?.green ?? []),
			toProve: kindSet(regime?.toProve ?? []),
			start: terms.start,
		};
		return kindRows(columns, wanted, bit);
	},
	explain({ supplier, kinds, terms }) {
		const on = formatDay(terms.on);
		const regime = terms.reservation ? regimeOn(terms.reservation, on) : undefined;
		const asked = {
			reservation: terms.reservation,
			article: regime?.article ?? null,
			confidence: regime?.confidence ?? null,
			kinds: regime?.green ?? [],
			toProve: regime?.toProve ?? [],
			on,
		};
		const byStatus = terms.reservation === "ess";
		return {
			asked,
			offered: byStatus
				? (supplier.ess ?? null)
				: ((kinds?.map((one) => ({ ...one })) ?? null) as never),
			margin: null,
			fact: byStatus ? "ess" : "kinds",
		};
	},
	sentence(result, verdict) {
		const asked = result.asked as unknown as {
			reservation: Reservation;
			article: string | null;
			kinds: KindCode[];
			toProve: KindCode[];
			on: string;
		};
		const article = asked.article ? ` (${asked.article})` : "";
		const regime = `un marché réservé ${RESERVED_TO[asked.reservation]}${article}`;
		if (asked.reservation === "ess") {
			return result.offered === false
				? `n’est pas de l’ESS\u202f: ne peut pas répondre à ${regime}`
				: `doit justifier, pour ${regime}, qu’elle est de l’ESS et que le service en relève`;
		}
		const offered = result.offered as unknown as Accreditation[] | null | undefined;
		if (!offered) return `son type de structure n’est pas connu\u202f; vous préparez ${regime}`;
		if (verdict === "unmet") {
			return `ne peut pas répondre à ${regime}\u202f: ${kindsInWords(offered)}`;
		}
		const named = offered.filter((one) => asked.kinds.includes(one.code));
		if (verdict === "met") return `peut répondre à ${regime}\u202f: ${kindsInWords(named)}`;
		if (named.length > 0) return `${kindsInWords(named)}, à justifier pour ${regime}`;
		const toProve = offered.filter((one) => asked.toProve.includes(one.code));
		const notes = toProve.map((one) => `${one.code}, ${toProveNote(one.code, asked.on)}`);
		return `${joinAnd(notes)}, pour ${regime}`;
	},
	relaxation: { nature: "law", step: { type: "regime" } },
};

function kindRows(columns: OfferColumns, wanted: WantedKinds, bit: CheckMask): EvaluateRows {
	return setRows(
		columns.offers.kinds,
		columns.sets.kinds,
		(values, from, to) => accreditationOutcome(values, from, to, wanted),
		bit,
	);
}

/** Being of the ESS by status opens nothing by itself: the service and the mission are to be read too. */
function essRows({ suppliers, offers }: OfferColumns, bit: CheckMask): EvaluateRows {
	return (start, count, out) => {
		for (let i = 0; i < count; i++) {
			const ess = suppliers.ess[offers.supplierRow[start + i] as number];
			addOutcome(out, i, ess === NO ? UNMET : UNKNOWN, bit);
		}
	};
}
