import type { CheckResult, FactValue } from "../../match-types.ts";
import type { Accreditation, Supplier } from "../../supplier.ts";
import type { CheckId, CheckVerdict } from "../../vocabulary.ts";
import type { OfferColumns } from "../columns.ts";
import type { EffectiveOffer } from "../effective-offer.ts";
import type { CheckMask } from "../masks.ts";
import type { CellAsk, Load, Place, PreparedCell, Terms } from "../prepared.ts";
import type { EvaluateRows } from "./rows.ts";

/** A check on the offer alone: the same for every cell with the same requirements. */
interface OfferLevel {
	readonly level: "offer";
	bind(ask: CellAsk, terms: Terms, columns: OfferColumns, bit: CheckMask): EvaluateRows;
}

/** A check on the distance between the offer and the cells' places. Verdicts of row i on place p stand at `i · places + p`. */
interface PlaceLevel {
	readonly level: "place";
	bind(places: readonly Place[], terms: Terms, columns: OfferColumns, bit: CheckMask): EvaluateRows;
}

/** A check on what the cells taken amount to together. Verdicts of row i on load l stand at `i · loads + l`. */
interface LoadLevel {
	readonly level: "load";
	bind(loads: readonly Load[], terms: Terms, columns: OfferColumns, bit: CheckMask): EvaluateRows;
}

/** What an explanation looks at: exchange shapes, one supplier, one cell (or the set of cells taken). */
export interface ExplainInput {
	readonly supplier: Supplier;
	/** Accreditations that may be shown. */
	readonly kinds: readonly Accreditation[] | null;
	readonly offer: EffectiveOffer;
	readonly position: {
		readonly lat: number;
		readonly lon: number;
		readonly errorKm: number;
	} | null;
	/** Current code of the establishment's commune; null when unknown. */
	readonly commune: string | null;
	readonly cell: PreparedCell;
	readonly place: Place;
	readonly load: Load;
	readonly segment: string;
	readonly terms: Terms;
}

/** The figures of one check. */
export interface Explanation {
	readonly asked: FactValue;
	/** Null: not declared. */
	readonly offered: FactValue;
	/** How far from the limit; negative when short; null when it is not a number. */
	readonly margin: number | null;
	/** Property of the supplier or of the offer that was read: leads to its source and date. */
	readonly fact: string;
}

/** Words for codes, given by whoever shows a sentence; each falls back on the code itself. */
export interface SentenceWords {
	criterion(code: string): string;
	place(code: string): string;
	segment(code: string): string;
}

/** Whose change would relax the check: the need's wording, the allotment, the law's regime, or nobody's. */
export type RelaxationNature = "need" | "allotment" | "law" | "none";

/** How a relaxation of the check proceeds: the values it may try, in steps that a contract can hold. */
export type RelaxationStep =
	| { readonly type: "none" }
	/** The requirement is given up. */
	| { readonly type: "drop" }
	/** One item of a list is given up. */
	| { readonly type: "drop-one" }
	/** A number goes down to the next value offered, rounded to the increment. */
	| { readonly type: "lower"; readonly increment: number }
	/** A number goes up, likewise. */
	| { readonly type: "raise"; readonly increment: number }
	/** A window moves to the nearest one offered, in minutes. */
	| { readonly type: "move-window"; readonly incrementMinutes: number }
	/** A date moves later, to the first day of a month. */
	| { readonly type: "later" }
	/** The cells are split into smaller sets. */
	| { readonly type: "split" }
	/** Another regime, or none. */
	| { readonly type: "regime" };

export interface Relaxation {
	readonly nature: RelaxationNature;
	readonly step: RelaxationStep;
}

/** Everything one check needs: adding a check does not compile until it has all of it. */
export type CheckDefinition = (OfferLevel | PlaceLevel | LoadLevel) & {
	readonly id: CheckId;
	/** Public facts are shown to anyone; the others to identified buyers. */
	readonly visibility: "public" | "buyers";
	/** Whether the cell asks for it. `anyAmount`: an amount is given somewhere in the need; `total`: on the service. */
	asked(cell: AskedCell, terms: Terms): boolean;
	explain(input: ExplainInput): Explanation;
	/** One plain French clause with figures, its subject ("la structure") left out, no capital and no full stop. */
	sentence(result: CheckResult, verdict: CheckVerdict, words: SentenceWords): string;
	readonly relaxation: Relaxation;
};

/** What tells which checks a cell asks. */
export interface AskedCell {
	readonly ask: CellAsk;
	/** A quantity is given for the cell or for its service. */
	readonly hasQuantity: boolean;
	/** An amount is given somewhere in the need. */
	readonly needHasAmount: boolean;
}
