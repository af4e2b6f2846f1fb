import { NO_DAY } from "../../dates.ts";
import { PERIODS, UNITS } from "../../vocabulary.ts";
import type { OfferColumns } from "../columns.ts";
import { type CheckMask, MET, UNKNOWN, UNMET } from "../masks.ts";
import type { Load, Terms } from "../prepared.ts";
import { inFamilyUnit, inPeriod, unitFamily } from "./quantities.ts";
import { addOutcome, type EvaluateRows } from "./rows.ts";

/** What is left counts for that many days; then the maximum does, and the check is at best unknown. */
export const REMAINING_DAYS = 90;

/** A sum of converted quantities may differ from the limit by rounding alone. */
const ROUNDING = 1 + 1e-9;

/**
 * Capacity of many loads at once: each capacity entry is read once, then compared with what every load asks in its unit and period.
 */
export function bindCapacity(
	loads: readonly Load[],
	terms: Terms,
	{ offers, capacity }: OfferColumns,
	bit: CheckMask,
): EvaluateRows {
	const sums = new LoadSums(loads);
	const outcomes = new Uint8Array(loads.length);
	return (start, count, out) => {
		for (let i = 0; i < count; i++) {
			const row = start + i;
			const end = offers.capacityStart[row + 1] as number;
			for (let l = 0; l < outcomes.length; l++) outcomes[l] = MET;
			let families = 0;
			for (let entry = offers.capacityStart[row] as number; entry < end; entry++) {
				const unit = capacity.unit[entry] as number;
				const remaining = capacity.remaining[entry] as number;
				const remainingOn = capacity.remainingOn[entry] as number;
				const known = !Number.isNaN(remaining);
				const fresh = known && remainingOn !== NO_DAY && terms.on - remainingOn <= REMAINING_DAYS;
				const limit = fresh ? remaining : (capacity.max[entry] as number);
				families |= FAMILY_BITS[unit] as number;
				const doubtful = Number.isNaN(limit) || (known && !fresh);
				sums.compare(unit, capacity.per[entry] as number, limit * ROUNDING, doubtful, outcomes);
			}
			for (let l = 0; l < loads.length; l++) {
				let outcome = outcomes[l] as typeof MET | typeof UNMET | typeof UNKNOWN;
				// Something is asked that no entry speaks of.
				if (outcome === MET && sums.leavesOpen(l, families)) outcome = UNKNOWN;
				addOutcome(out, i * loads.length + l, outcome, bit);
			}
		}
	};
}

/** Per rank in UNITS, the bit of its family. */
const FAMILY_BITS = UNITS.map((unit) => 1 << UNITS.indexOf(unitFamily(unit)));

/** What loads ask in each unit and period. */
class LoadSums {
	/** Per unit, period and load: the sum, in that unit and period, of what converts; NaN when nothing of the unit is asked. */
	readonly #sums: Float64Array;
	/** Likewise: 1 when something asked does not convert. */
	readonly #lossy: Uint8Array;
	/** Per load: bits of the families asked. */
	readonly #families: Int32Array;
	readonly #missing: readonly boolean[];
	readonly #count: number;

	constructor(loads: readonly Load[]) {
		this.#count = loads.length;
		this.#sums = new Float64Array(UNITS.length * PERIODS.length * loads.length).fill(Number.NaN);
		this.#lossy = new Uint8Array(this.#sums.length);
		this.#families = new Int32Array(loads.length);
		this.#missing = loads.map((load) => load.quantityMissing);
		loads.forEach((load, l) => {
			this.#add(load, l);
		});
	}

	#add(load: Load, l: number): void {
		for (const quantity of load.quantities) {
			const family = unitFamily(quantity.unit);
			this.#families[l] = (this.#families[l] as number) | (1 << UNITS.indexOf(family));
			UNITS.forEach((unit, u) => {
				if (unitFamily(unit) !== family) return;
				PERIODS.forEach((per, p) => {
					const at = this.#at(u, p) + l;
					const amount = inPeriod(quantity, per) / inFamilyUnit(unit);
					const sum = this.#sums[at] as number;
					if (Number.isNaN(amount)) this.#lossy[at] = 1;
					this.#sums[at] = (Number.isNaN(sum) ? 0 : sum) + (Number.isNaN(amount) ? 0 : amount);
				});
			});
		}
	}

	#at(unit: number, per: number): number {
		return (unit * PERIODS.length + per) * this.#count;
	}

	/** Compares one entry with every load: one that exceeds it stays unmet. */
	compare(unit: number, per: number, limit: number, doubtful: boolean, outcomes: Uint8Array): void {
		const at = this.#at(unit, per);
		for (let l = 0; l < this.#count; l++) {
			const sum = this.#sums[at + l] as number;
			if (sum > limit) outcomes[l] = UNMET;
			else if (!Number.isNaN(sum) && outcomes[l] === MET) {
				if (doubtful || this.#lossy[at + l] === 1) outcomes[l] = UNKNOWN;
			}
		}
	}

	/** Whether a load asks of a family that no entry speaks of, or a part of its quantity is not known. */
	leavesOpen(l: number, families: number): boolean {
		return this.#missing[l] === true || ((this.#families[l] as number) & ~families) !== 0;
	}
}
