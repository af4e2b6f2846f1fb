import type { Capacity, Offer, Supplier } from "#app/domain/supplier.ts";
import type { CheckId, CheckVerdict } from "#app/domain/vocabulary.ts";
import { canCarry } from "./flow.ts";
import { offerChecks } from "./offer-checks.ts";
import { cellId, cellsOf, isStale, placeChecks } from "./oracle.ts";
import { segmentVerdict } from "./place-checks.ts";
import {
	asked,
	askedChecks,
	fact,
	type OracleCell,
	plusDays,
	serviceOf,
	type World,
} from "./world.ts";

/** A supplier with the offer it uses for each segment. */
export interface Chosen {
	supplier: Supplier;
	offers: ReadonlyMap<string, Offer>;
}

const NEVER: CheckId[] = ["segment", "near", "kind", "reservation"];
const ON_SHARE: CheckId[] = ["capacity", "order", "daysPerWeek", "eInvoicing"];

export const segmentOf = (world: World, cell: OracleCell) => serviceOf(world.need, cell).segment;

export function discusses(
	{ need }: World,
	supplier: Supplier,
	offer: Offer,
	check: CheckId,
): boolean {
	if (NEVER.includes(check)) return false;
	const flexible = fact(supplier, offer, "flexible") ?? [];
	return (need.negotiable ?? []).includes(check) || flexible.includes(check);
}

/** The largest part of a cell that a member may take: 0, the share of the days it offers, or 1. */
export function partOf(
	world: World,
	chosen: Chosen,
	cell: OracleCell,
	sure: boolean,
	capacityToo = true,
): number {
	const { supplier, offers } = chosen;
	const offer = offers.get(segmentOf(world, cell));
	if (!offer) return 0;
	const verdicts: Partial<Record<CheckId, CheckVerdict>> = {
		segment: segmentVerdict(world, segmentOf(world, cell), offer) as CheckVerdict,
		...placeChecks(world, supplier, offer, cell),
		...offerChecks(world, supplier, offer, cell),
	};
	for (const [id, verdict] of Object.entries(verdicts)) {
		const check = id as CheckId;
		if (ON_SHARE.includes(check) || verdict === "met") continue;
		if (sure) return 0;
		if (verdict === "unmet" && !discusses(world, supplier, offer, check)) return 0;
	}
	if (sure && isStale(world.need, supplier, offer)) return 0;
	const amounts = askedChecks(world.need, cellsOf(world.need)).includes("order");
	if (sure && amounts && !hasLimits(fact(supplier, offer, "orderEur"))) return 0;
	if (sure && capacityToo && !knownCapacity(world, chosen, offer, cell)) return 0;
	if (verdicts.daysPerWeek === undefined || verdicts.daysPerWeek === "met") return 1;
	if (verdicts.daysPerWeek === "unknown") return sure ? 0 : 1;
	if (!sure && discusses(world, supplier, offer, "daysPerWeek")) return 1;
	return (
		(fact(supplier, offer, "daysPerWeek") ?? 0) / (asked(world.need, cell, "daysPerWeek") ?? 1)
	);
}

const hasLimits = (limits: Offer["orderEur"]): boolean =>
	typeof limits?.min === "number" || typeof limits?.max === "number";

/** Cells of one unit and period that add up, in the unit's tonne or square metre, by the year where periods convert. */
function weight(world: World, cell: OracleCell): { key: string; amount: number } | null {
	const quantity = cell.quantity;
	if (!quantity) return null;
	const family = quantity.unit === "kg" ? "t" : quantity.unit;
	const amount = quantity.unit === "kg" ? quantity.amount / 1000 : quantity.amount;
	const yearly = timesAYear(quantity.per, asked(world.need, cell, "daysPerWeek") ?? null);
	return yearly === null
		? { key: `${family}/${quantity.per}`, amount }
		: { key: `${family}/year`, amount: amount * yearly };
}

function timesAYear(per: string, days: number | null): number | null {
	if (per === "day" || per === "visit") return days === null ? null : 52 * days;
	return ({ year: 1, month: 12, week: 52 } as Record<string, number>)[per] ?? null;
}

/** How much an offer carries of what adds up under a key; null: not wholly known. Infinite: nothing limits it. */
function limitOf(
	world: World,
	entries: readonly Capacity[],
	key: string,
	cells: readonly OracleCell[],
): { limit: number; sure: boolean } {
	const [family, base] = key.split("/") as [string, string];
	const own = entries.filter((entry) => (entry.unit === "kg" ? "t" : entry.unit) === family);
	let limit = Number.POSITIVE_INFINITY;
	let sure = own.length > 0;
	for (const entry of own) {
		const on = entry.remainingOn;
		const remaining = entry.remaining ?? null;
		const fresh = remaining !== null && Boolean(on) && plusDays(on as string, 90) >= world.need.on;
		if (remaining !== null && !fresh) sure = false;
		const value = fresh ? remaining : (entry.max ?? null);
		if (value === null) {
			sure = false;
			continue;
		}
		const amount = entry.unit === "kg" ? value / 1000 : value;
		const inKey = converted(world, amount, entry.per, base, cells);
		if (inKey === null) sure = false;
		else limit = Math.min(limit, inKey);
	}
	return { limit, sure };
}

function converted(
	world: World,
	amount: number,
	per: string,
	base: string,
	cells: readonly OracleCell[],
): number | null {
	if (base !== "year") return per === base ? amount : null;
	const daysOf = (cell: OracleCell) => asked(world.need, cell, "daysPerWeek") ?? null;
	const days = new Set(cells.map(daysOf));
	if ((per !== "day" && per !== "visit") || days.size === 1) {
		const times = timesAYear(per, cells[0] ? daysOf(cells[0]) : null);
		return times === null ? null : amount * times;
	}
	let total = 0;
	for (const cell of cells) {
		const times = timesAYear(per, daysOf(cell));
		if (times === null) return null;
		total += (weight(world, cell) as { amount: number }).amount / times;
	}
	return total <= amount * (1 + 1e-9) ? Number.POSITIVE_INFINITY : null;
}

/** The cells that one of a member's offers could hold under a key. */
function heldUnder(world: World, chosen: Chosen, offer: Offer, key: string, sure: boolean) {
	return cellsOf(world.need).filter(
		(cell) =>
			chosen.offers.get(segmentOf(world, cell)) === offer &&
			weight(world, cell)?.key === key &&
			partOf(world, chosen, cell, sure, false) > 0,
	);
}

function knownCapacity(world: World, chosen: Chosen, offer: Offer, cell: OracleCell): boolean {
	const own = weight(world, cell);
	if (!own) return true;
	const held = heldUnder(world, chosen, offer, own.key, true);
	return limitOf(world, fact(chosen.supplier, offer, "capacity") ?? [], own.key, held).sure;
}

export function shortCells(world: World, chosen: Chosen, sure: boolean): Set<string> {
	const short = new Set<string>();
	const { supplier, offers } = chosen;
	for (const offer of new Set(offers.values())) {
		const keys = new Set(cellsOf(world.need).flatMap((cell) => weight(world, cell)?.key ?? []));
		for (const key of keys) {
			const { limit } = usedLimit(world, chosen, offer, key, sure);
			const held = heldUnder(world, chosen, offer, key, sure).filter(
				(cell) => partOf(world, { supplier, offers }, cell, sure) > 0,
			);
			const total = held.reduce((sum, cell) => sum + (weight(world, cell)?.amount ?? 0), 0);
			if (total > limit * (1 + 1e-9)) for (const cell of held) short.add(cellId(cell));
		}
	}
	return short;
}

function usedLimit(world: World, chosen: Chosen, offer: Offer, key: string, sure: boolean) {
	const { supplier } = chosen;
	if (!sure && discusses(world, supplier, offer, "capacity")) {
		return { limit: Number.POSITIVE_INFINITY, sure: false };
	}
	const held = heldUnder(world, chosen, offer, key, sure);
	if (held.length === 0) return { limit: Number.POSITIVE_INFINITY, sure: true };
	return limitOf(world, fact(supplier, offer, "capacity") ?? [], key, held);
}

export function loadsFit(
	world: World,
	members: readonly Chosen[],
	cells: readonly OracleCell[],
	parts: readonly (readonly number[])[],
	sure: boolean,
): boolean {
	const keys = new Set(cells.flatMap((cell) => weight(world, cell)?.key ?? []));
	const carriers = members.flatMap((chosen, m) =>
		[...new Set(chosen.offers.values())].map((offer) => ({ chosen, m, offer })),
	);
	return [...keys].every((key) =>
		canCarry(
			cells.flatMap((cell, c) => {
				const own = weight(world, cell);
				if (own?.key !== key) return [];
				const share = carriers.map(({ chosen, m, offer }) =>
					chosen.offers.get(segmentOf(world, cell)) === offer ? (parts[c]?.[m] as number) : 0,
				);
				return [{ amount: own.amount, parts: share }];
			}),
			carriers.map(({ chosen, offer }) => ({
				min: 0,
				max: usedLimit(world, chosen, offer, key, sure).limit * (1 + 1e-9),
			})),
		),
	);
}

export function ordersFit(
	world: World,
	members: readonly Chosen[],
	cells: readonly OracleCell[],
	parts: readonly (readonly number[])[],
	unpriced: readonly boolean[],
	sure: boolean,
): boolean {
	const limits = members.map(({ supplier, offers }, m) => {
		let min = 0;
		let max = Number.POSITIVE_INFINITY;
		for (const offer of offers.values()) {
			if (!sure && discusses(world, supplier, offer, "order")) continue;
			const own = fact(supplier, offer, "orderEur");
			if (!unpriced[m]) min = Math.max(min, own?.min ?? 0);
			max = Math.min(max, own?.max ?? Number.POSITIVE_INFINITY);
		}
		return { min, max };
	});
	if (limits.some(({ min, max }) => min > max)) return false;
	// A shared cell's amount is divided as its takers agree, within the parts that their days allow.
	return canCarry(
		cells.map((cell, c) => ({ amount: cell.amountEur ?? 0, parts: parts[c] ?? [] })),
		limits,
	);
}
