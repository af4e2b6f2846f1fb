import type { Scope } from "../vocabulary.ts";
import { type BoundNeed, bindNeed } from "./bind.ts";
import type { OfferColumns } from "./columns.ts";
import type { GroupRows } from "./group-rows.ts";
import { AnyJudge } from "./judge-any.ts";
import { WholeJudge } from "./judge-whole.ts";
import { CONFIRMED, EXCLUDED } from "./outcome.ts";
import type { PreparedNeed } from "./prepared.ts";
import { type Judge, walkSuppliers } from "./walk.ts";

/** Who can do it, without the reasons: what a need changed by one value is asked for, again and again. */
export interface RealOffer {
	readonly confirmed: number;
	readonly possible: number;
	/** Independent operators among them. */
	readonly organisations: number;
	/** Rows of the suppliers that nothing excludes, in ascending order. */
	readonly suppliers: readonly number[];
}

/** The real offer of a need: the figures that `matchNeed` gives, and nothing else. */
export function realOffer(prepared: PreparedNeed, columns: OfferColumns, scope: Scope): RealOffer {
	return realOfferOf(bindNeed(prepared, columns), scope);
}

/** @param judged called after each supplier, while the judge tells about it */
export function realOfferOf(
	bound: BoundNeed,
	scope: Scope,
	judged?: (judge: AnyJudge | WholeJudge) => void,
): RealOffer {
	const judge = scope === "any" ? new AnyJudge(bound) : new WholeJudge(bound);
	const counter = new RealOfferCounter(judge, bound.columns, judged);
	walkSuppliers(bound, counter);
	return counter;
}

class RealOfferCounter implements Judge, RealOffer {
	confirmed = 0;
	possible = 0;
	organisations = 0;
	readonly suppliers: number[] = [];
	readonly #seen = new Set<number>();
	readonly #judge: AnyJudge | WholeJudge;
	readonly #columns: OfferColumns;
	readonly #judged: ((judge: AnyJudge | WholeJudge) => void) | undefined;

	constructor(
		judge: AnyJudge | WholeJudge,
		columns: OfferColumns,
		judged: ((judge: AnyJudge | WholeJudge) => void) | undefined,
	) {
		this.#judge = judge;
		this.#columns = columns;
		this.#judged = judged;
	}

	begin(supplierRow: number): void {
		this.#judge.begin(supplierRow);
	}

	offer(rows: GroupRows, row: number): void {
		this.#judge.offer(rows, row);
	}

	end(): void {
		const judge = this.#judge;
		judge.end();
		this.#judged?.(judge);
		if (judge.verdict === EXCLUDED) return;
		if (judge.verdict === CONFIRMED) this.confirmed++;
		else this.possible++;
		this.suppliers.push(judge.supplierRow);
		this.#seen.add(this.#columns.suppliers.operator[judge.supplierRow] as number);
		this.organisations = this.#seen.size;
	}
}
