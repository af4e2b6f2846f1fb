import type { Places } from "../reference.ts";
import type { Supplier } from "../supplier.ts";
import type { OfferColumns } from "./columns.ts";

/** A base of suppliers to match against: its offers in columns, and the suppliers themselves when they are shown. */
export interface SupplierSource {
	readonly columns: OfferColumns;
	readonly places: Places;
	/** Suppliers of the given rows, in the same order, their offers in the order in which the columns were built. */
	describe(rows: readonly number[]): readonly Supplier[];
}
