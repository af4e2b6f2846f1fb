import { maskOf } from "../match/masks.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import type { RelaxationChange } from "../match-types.ts";
import type { Lever } from "./lever.ts";
import { roundUp } from "./round-values.ts";
import { amountOf, isCounted, measuresOf, quantityOf } from "./volumes.ts";

const MAX_SHARES = 6;

/**
 * The market shared in equal lots, 2 to 6: amounts and quantities go down together, to round values that still hold the whole.
 * Null when no amount is given.
 */
export function shareLever({ need }: PreparedNeed): Lever | null {
	const total = amountOf(need, { service: null, cell: null });
	if (total === 0) return null;
	const shares = new Map<number, number>();
	for (let count = 2; count <= MAX_SHARES; count++) shares.set(roundUp(total / count, true), count);
	shares.delete(total);
	return {
		check: "order",
		service: null,
		nature: "allotment",
		asked: total,
		values: [...shares.keys()],
		scale: "sliding",
		with: (value) => sharedQuantities(need, shares.get(value as number) ?? 1),
		answers: maskOf(["order", "capacity"]),
		repairs: maskOf(["order", "capacity"]),
	};
}

function sharedQuantities(need: PreparedNeed["need"], count: number): RelaxationChange[] {
	const services = [...need.services].sort((a, b) => (a.id < b.id ? -1 : 1));
	return services.flatMap((service) =>
		measuresOf(need, service).flatMap((measure): RelaxationChange[] => {
			const part = { service: service.id, cell: null };
			const total = quantityOf(need, part, measure);
			const amount = roundUp(total / count, isCounted(measure.unit));
			if (amount >= total) return [];
			const [from, to] = [
				{ amount: total, ...measure },
				{ amount, ...measure },
			];
			return [{ check: "capacity", ...part, from, to }];
		}),
	);
}

/** The changes without the quantities that a shared market shares too: one move. */
export function movesOf(changes: readonly RelaxationChange[]): readonly RelaxationChange[] {
	if (!changes.some(({ check }) => check === "order")) return changes;
	return changes.filter(({ check }) => check !== "capacity");
}
