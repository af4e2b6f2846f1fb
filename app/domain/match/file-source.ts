import type { Places } from "../reference.ts";
import type { Supplier } from "../supplier.ts";
import { ColumnsBuilder } from "./columns-builder.ts";
import { compileSupplier, isMatchable } from "./compile-supplier.ts";
import type { SupplierSource } from "./match.ts";

/** A base held in memory, such as an NDJSON file: the same columns, hence the same answers, as the database. */
export function fileSource(suppliers: readonly Supplier[], places: Places): SupplierSource {
	const kept = suppliers
		.filter(isMatchable)
		.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const builder = new ColumnsBuilder();
	kept.forEach((supplier, i) => {
		builder.add(compileSupplier(supplier, places), i);
	});
	return {
		columns: builder.finish(),
		places,
		describe: (rows) => rows.map((row) => kept[row] as Supplier),
	};
}
