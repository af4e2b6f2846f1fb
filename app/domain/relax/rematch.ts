import { bindNeed } from "../match/bind.ts";
import type { OfferColumns } from "../match/columns.ts";
import type { AnyJudge } from "../match/judge-any.ts";
import type { WholeJudge } from "../match/judge-whole.ts";
import type { CheckMask } from "../match/masks.ts";
import { EXCLUDED } from "../match/outcome.ts";
import { reprepareNeed } from "../match/prepare-need.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import { type RealOffer, realOfferOf } from "../match/real-offer.ts";
import type { RelaxationChange } from "../match-types.ts";
import type { Scope } from "../vocabulary.ts";
import { applyChanges } from "./apply.ts";
import { type Reach, reachableBy } from "./reachable.ts";

/** A supplier that something excludes. */
export interface NearMiss {
	readonly supplier: number;
	readonly operator: number;
	/** Its minimal failing sets of three checks at most, the segment left out. */
	readonly sets: readonly CheckMask[];
	/** Checks that keep it out of every cell, with every offer. */
	readonly always: CheckMask;
}

/** What the need becomes with some changes, against what it is. Suppliers by their rows, in ascending order. */
export interface Trial {
	readonly changes: readonly RelaxationChange[];
	readonly offer: RealOffer;
	readonly gained: readonly number[];
	readonly lost: readonly number[];
}

/** Matches a need again and again with changes, over the suppliers that they may concern. */
export class Rematch {
	readonly prepared: PreparedNeed;
	readonly scope: Scope;
	/** The offers within reach. */
	readonly columns: OfferColumns;
	readonly reaches: readonly Reach[];
	/** The need as it stands. */
	readonly offer: RealOffer;
	readonly nearMisses: readonly NearMiss[];
	/** Offers judged so far. */
	work = 0;
	readonly #known = new Map<string, Trial>();

	constructor(prepared: PreparedNeed, columns: OfferColumns, scope: Scope) {
		this.prepared = prepared;
		this.scope = scope;
		const reachable = reachableBy(bindNeed(prepared, columns));
		this.columns = reachable.columns;
		this.reaches = reachable.reaches;
		const misses: NearMiss[] = [];
		this.offer = realOfferOf(bindNeed(prepared, this.columns), scope, (judge) => {
			if (judge.verdict === EXCLUDED) misses.push(nearMiss(judge, this.columns));
		});
		this.nearMisses = misses;
	}

	/** Number of a supplier's operator. */
	operatorOf(supplier: number): number {
		return this.columns.suppliers.operator[supplier] as number;
	}

	/** The answer to the changed need. Changes made before are remembered. */
	try(changes: readonly RelaxationChange[]): Trial {
		const key = JSON.stringify(changes);
		const known = this.#known.get(key);
		if (known) return known;
		const need = applyChanges(this.prepared.need, changes);
		const bound = bindNeed(reprepareNeed(this.prepared, need), this.columns);
		const offer = realOfferOf(bound, this.scope);
		this.work += this.columns.size * bound.prepared.cells.length;
		const trial = {
			changes,
			offer,
			gained: without(offer.suppliers, this.offer.suppliers),
			lost: without(this.offer.suppliers, offer.suppliers),
		};
		this.#known.set(key, trial);
		return trial;
	}
}

function nearMiss(judge: AnyJudge | WholeJudge, columns: OfferColumns): NearMiss {
	const { sets, supplierRow } = judge;
	return {
		supplier: supplierRow,
		operator: columns.suppliers.operator[supplierRow] as number,
		sets: sets.minimal.slice(0, sets.minimalCount),
		always: sets.always,
	};
}

function without(list: readonly number[], others: readonly number[]): number[] {
	const set = new Set(others);
	return list.filter((one) => !set.has(one));
}
