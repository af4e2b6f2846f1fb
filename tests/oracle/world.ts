import type { Need } from "#app/domain/need.ts";
import type { Places, Taxonomy } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { CHECK_IDS, type CheckId } from "#app/domain/vocabulary.ts";

/**
 * The matching written a second time straight from the specification: slow, on exchange shapes, with text dates. It shares nothing
 * with the engine but the vocabulary, so that an error in one shows as a difference.
 */
export type OracleNeed = Need & { on: string };
export type OracleCell = NonNullable<Need["cells"]>[number];
type Service = Need["services"][number];
export type Quantity = NonNullable<OracleCell["quantity"]>;

export interface World {
	readonly need: OracleNeed;
	readonly places: Places;
	readonly taxonomy: Taxonomy;
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);

export function plusMonths(text: string, months: number): string {
	const date = utc(text);
	const day = date.getUTCDate();
	const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(day, last));
	return iso(first);
}

export function plusDays(text: string, days: number): string {
	return iso(new Date(utc(text).getTime() + days * 86_400_000));
}

export function serviceOf(need: Need, cell: OracleCell): Service {
	return need.services.find((service) => service.id === cell.service) as Service;
}

/** A cell's own value, else its service's. */
export function asked<K extends keyof OracleCell & keyof Service>(
	need: Need,
	cell: OracleCell,
	key: K,
): Service[K] | OracleCell[K] {
	return cell[key] ?? serviceOf(need, cell)[key];
}

export const startOf = (need: OracleNeed): string => need.startsOn ?? need.on;

/** An offer's fact, else the supplier's default; eInvoicing also from the supplier itself. */
export function fact<K extends keyof NonNullable<Supplier["defaults"]>>(
	supplier: Supplier,
	offer: Offer,
	key: K,
): Offer[K] {
	const value = offer[key] ?? supplier.defaults?.[key];
	if (key === "eInvoicing") return (value ?? supplier.eInvoicing) as Offer[K];
	return value as Offer[K];
}

export function askedChecks(need: OracleNeed, cells: readonly OracleCell[]): CheckId[] {
	const some = (test: (cell: OracleCell) => unknown) => cells.some((cell) => Boolean(test(cell)));
	const is: Record<CheckId, boolean> = {
		segment: true,
		area: true,
		near: need.location?.rule === "sits-within",
		kind: Boolean(need.kinds),
		reservation: Boolean(need.reservation),
		mode: some((cell) => asked(need, cell, "mode")),
		daysPerWeek: some((cell) => asked(need, cell, "daysPerWeek")),
		weekdays: some((cell) => (asked(need, cell, "weekdays") ?? []).length > 0),
		window: some((cell) => asked(need, cell, "window")),
		visitHours: some((cell) => asked(need, cell, "visitHours")),
		capacity: some((cell) => asked(need, cell, "quantity")),
		order: hasAmount(need, cells),
		leadTime: Boolean(need.startsOn),
		availability: Boolean(need.startsOn),
		continuity: some((cell) => asked(need, cell, "continuity")),
		stock: some((cell) => asked(need, cell, "firmStock")),
		certificates: some((cell) => (asked(need, cell, "certificates") ?? []).length > 0),
		capabilities: some((cell) => (asked(need, cell, "capabilities") ?? []).length > 0),
		delivery: some((cell) => asked(need, cell, "delivery")),
		installation: some((cell) => asked(need, cell, "installation")),
		staffTransfer: some((cell) => asked(need, cell, "staffTransfer")),
		eInvoicing: some((cell) => asked(need, cell, "eInvoicing")),
	};
	return CHECK_IDS.filter((check) => is[check]);
}

export function hasAmount(need: Need, cells: readonly OracleCell[]): boolean {
	return cells.some((cell) => typeof asked(need, cell, "amountEur") === "number");
}
