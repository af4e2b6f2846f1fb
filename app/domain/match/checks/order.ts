import { formatEuros } from "../../french-format.ts";
import type { CheckDefinition } from "./definition.ts";

/** Amounts are sums of euros and cents: rounding is far below a cent. */
const ROUNDING_EUR = 1e-6;

export const order: CheckDefinition = {
	id: "order",
	level: "load",
	visibility: "buyers",
	asked: ({ needHasAmount }) => needHasAmount,
	bind(load, _, { offers }, bit) {
		const { amountEur, amountMissing } = load;
		const { orderMin, orderMax } = offers;
		return (start, count, { failed, unknown }) => {
			for (let i = 0; i < count; i++) {
				const min = orderMin[start + i] as number;
				const max = orderMax[start + i] as number;
				// A limit that is not known is NaN: no comparison holds.
				if (amountEur > max + ROUNDING_EUR) failed[i] = (failed[i] as number) | bit;
				else if (amountMissing || (Number.isNaN(min) && Number.isNaN(max))) {
					unknown[i] = (unknown[i] as number) | bit;
				} else if (amountEur < min - ROUNDING_EUR) failed[i] = (failed[i] as number) | bit;
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
		const amount = asked.complete
			? formatEuros(asked.amountEur)
			: asked.amountEur > 0
				? `${formatEuros(asked.amountEur)} au moins`
				: "un montant non précisé";
		const offered = result.offered as unknown as {
			min: number | null;
			max: number | null;
		} | null;
		if (!offered)
			return `n’a pas dit quels montants elle accepte\u202f; le vôtre est de ${amount} par an`;
		const range = rangeInWords(offered.min, offered.max);
		return verdict === "met"
			? `accepte des contrats ${range}`
			: `accepte des contrats ${range}\u202f; le vôtre est de ${amount} par an`;
	},
	relaxation: { nature: "allotment", step: { type: "split" } },
};

function rangeInWords(min: number | null, max: number | null): string {
	if (min !== null && max !== null) return `de ${formatEuros(min)} à ${formatEuros(max)} par an`;
	if (max !== null) return `jusqu’à ${formatEuros(max)} par an`;
	return `à partir de ${formatEuros(min ?? 0)} par an`;
}
