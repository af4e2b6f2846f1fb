import { formatEuros } from "../../french-format.ts";
import type { CheckDefinition } from "./definition.ts";

/** Amounts are sums of euros and cents: rounding is far below a cent. */
const ROUNDING_EUR = 1e-6;

export const order: CheckDefinition = {
	id: "order",
	level: "load",
	visibility: "buyers",
	asked: ({ needHasAmount }) => needHasAmount,
	bind(loads, _, { offers }, bit) {
		const amounts = Float64Array.from(loads, (load) => load.amountEur);
		const missing = loads.map((load) => load.amountMissing);
		const { orderMin, orderMax } = offers;
		return (start, count, { failed, unknown }) => {
			let at = 0;
			for (let i = 0; i < count; i++) {
				const min = (orderMin[start + i] as number) - ROUNDING_EUR;
				const max = (orderMax[start + i] as number) + ROUNDING_EUR;
				// A limit that is not known is NaN: no comparison holds.
				const unlimited = Number.isNaN(min) && Number.isNaN(max);
				for (let l = 0; l < amounts.length; l++, at++) {
					const amount = amounts[l] as number;
					if (amount > max) failed[at] = (failed[at] as number) | bit;
					else if (unlimited || missing[l] === true) {
						unknown[at] = (unknown[at] as number) | bit;
					} else if (amount < min) failed[at] = (failed[at] as number) | bit;
				}
			}
		};
	},
	explain({ load, offer }) {
		const min = offer.orderEur?.min ?? null;
		const max = offer.orderEur?.max ?? null;
		const known = min !== null || max !== null;
		const room = Math.min(
			max === null ? Number.POSITIVE_INFINITY : max - load.amountEur,
			min === null ? Number.POSITIVE_INFINITY : load.amountEur - min,
		);
		return {
			asked: { amountEur: load.amountEur, complete: !load.amountMissing },
			offered: known ? { min, max } : null,
			margin: Number.isFinite(room) && !load.amountMissing ? room : null,
			fact: "orderEur",
		};
	},
	sentence(result, verdict) {
		const asked = result.asked as unknown as { amountEur: number; complete: boolean };
		const yours =
			asked.complete || asked.amountEur > 0
				? `le vôtre est de ${formatEuros(asked.amountEur)}${asked.complete ? "" : " au moins"} par an`
				: "le vôtre n’est pas précisé";
		const offered = result.offered as unknown as {
			min: number | null;
			max: number | null;
		} | null;
		if (!offered) return `n’a pas dit quels montants elle accepte\u202f; ${yours}`;
		const range = rangeInWords(offered.min, offered.max);
		return verdict === "met"
			? `accepte des contrats ${range}`
			: `accepte des contrats ${range}\u202f; ${yours}`;
	},
	relaxation: { nature: "allotment", step: { type: "split" } },
};

function rangeInWords(min: number | null, max: number | null): string {
	if (min !== null && max !== null) return `de ${formatEuros(min)} à ${formatEuros(max)} par an`;
	if (max !== null) return `jusqu’à ${formatEuros(max)} par an`;
	return `à partir de ${formatEuros(min ?? 0)} par an`;
}
