import type { Offer } from "../../supplier.ts";
import type { CheckId, CheckVerdict } from "../../vocabulary.ts";
import {
	NO,
	STOCK_AS_FOUND,
	STOCK_FIRM,
	TRANSFER_ACCEPTS,
	TRANSFER_IMPOSSIBLE,
	YES,
} from "../facts.ts";
import { FLAG_FIELDS } from "../flags.ts";
import { MET, UNKNOWN, UNMET } from "../masks.ts";
import type { CellAsk } from "../prepared.ts";
import type { CheckDefinition } from "./definition.ts";
import { flagRows } from "./rows.ts";

/** A check that one small fact settles: one value meets it, another does not, any other leaves it unknown. */
function simpleCheck(shape: {
	id: CheckId;
	asks: keyof CellAsk;
	asked: string | boolean;
	flag: keyof typeof FLAG_FIELDS;
	met: number;
	unmet: number;
	fact: keyof Offer;
	visibility?: "buyers";
	sentences: Record<CheckVerdict, string>;
}): CheckDefinition {
	return {
		id: shape.id,
		level: "offer",
		visibility: shape.visibility ?? "public",
		asked: ({ ask }) => Boolean(ask[shape.asks]),
		bind: (_ask, _terms, { offers }, bit) =>
			flagRows(
				offers.flags,
				FLAG_FIELDS[shape.flag],
				(value) => (value === shape.met ? MET : value === shape.unmet ? UNMET : UNKNOWN),
				bit,
			),
		explain: ({ offer }) => ({
			asked: shape.asked,
			offered: (offer[shape.fact] ?? null) as string | boolean | null,
			margin: null,
			fact: shape.fact,
		}),
		sentence: (_, verdict) => shape.sentences[verdict],
		relaxation: { nature: "need", step: { type: "drop" } },
	};
}

export const stock = simpleCheck({
	id: "stock",
	asks: "firmStock",
	asked: "firm",
	flag: "stock",
	met: STOCK_FIRM,
	unmet: STOCK_AS_FOUND,
	fact: "stock",
	sentences: {
		met: "garantit des quantités fermes",
		unmet: "travaille selon ce qu’elle trouve et ne garantit pas des quantités fermes",
		unknown: "n’a pas dit si elle garantit des quantités fermes",
	},
});

export const delivery = simpleCheck({
	id: "delivery",
	asks: "delivery",
	asked: true,
	flag: "delivers",
	met: YES,
	unmet: NO,
	fact: "delivers",
	sentences: {
		met: "livre",
		unmet: "ne livre pas",
		unknown: "n’a pas dit si elle livre",
	},
});

export const installation = simpleCheck({
	id: "installation",
	asks: "installation",
	asked: true,
	flag: "installs",
	met: YES,
	unmet: NO,
	fact: "installs",
	sentences: {
		met: "installe",
		unmet: "n’installe pas",
		unknown: "n’a pas dit si elle installe",
	},
});

export const staffTransfer: CheckDefinition = {
	...simpleCheck({
		id: "staffTransfer",
		asks: "staffTransfer",
		asked: true,
		flag: "staffTransfer",
		met: TRANSFER_ACCEPTS,
		unmet: TRANSFER_IMPOSSIBLE,
		fact: "staffTransfer",
		visibility: "buyers",
		sentences: {
			met: "accepte la reprise du personnel en place",
			unmet: "ne peut pas reprendre le personnel en place",
			unknown: "n’a pas dit si elle peut reprendre le personnel en place",
		},
	}),
	sentence(result, verdict) {
		if (result.offered === "studies")
			return "étudie au cas par cas la reprise du personnel en place";
		if (verdict === "met") return "accepte la reprise du personnel en place";
		return verdict === "unmet"
			? "ne peut pas reprendre le personnel en place"
			: "n’a pas dit si elle peut reprendre le personnel en place";
	},
};

export const eInvoicing = simpleCheck({
	id: "eInvoicing",
	asks: "eInvoicing",
	asked: "chorus",
	flag: "eInvoicing",
	met: YES,
	unmet: NO,
	fact: "eInvoicing",
	sentences: {
		met: "facture par Chorus Pro",
		unmet: "ne facture pas par Chorus Pro",
		unknown: "n’a pas dit si elle facture par Chorus Pro",
	},
});
