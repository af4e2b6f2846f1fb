import { AppError } from "#app/domain/errors.ts";
import type { ColumnsState } from "#app/domain/match/columns.ts";
import { ColumnsBuilder } from "#app/domain/match/columns-builder.ts";
import { compileSupplier, isMatchable } from "#app/domain/match/compile-supplier.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { type Db, getDataVersion, rawOf } from "./open.server.ts";

/** The whole base as columns, and the data version they show. */
export interface LoadedColumns {
	readonly state: ColumnsState;
	readonly dataVersion: number;
}

/**
 * Reads every open supplier into columns of shared memory, in the order of their public ids, which breaks equal draws.
 * `columns.suppliers.ref` is `supplier.id`.
 */
export async function loadColumns(db: Db, places: Places): Promise<LoadedColumns> {
	// Before the rows: a change in the meantime is then seen as newer, and read again.
	const dataVersion = await getDataVersion(db);
	const builder = new ColumnsBuilder();
	const rows = rawOf(db)
		.prepare<[], { id: number; document: string }>(
			"SELECT id, document FROM supplier WHERE status = 'open' ORDER BY public_id",
		)
		.iterate();
	for (const { id, document } of rows) {
		// Written by the import from a validated supplier: parsed again only where it is shown.
		const supplier = JSON.parse(document) as Supplier;
		if (isMatchable(supplier)) builder.add(compileSupplier(supplier, places), id);
	}
	return { state: builder.finishState({ shared: true }), dataVersion };
}

/**
 * The shown suppliers with these internal ids, in the order asked.
 *
 * @throws {AppError} "corrupt-row" when one is not there: a supplier is never deleted
 */
export function supplierReader(db: Db): (ids: readonly number[]) => Supplier[] {
	const read = rawOf(db)
		.prepare<[number], string>("SELECT document FROM supplier WHERE id = ?")
		.pluck();
	return (ids) =>
		ids.map((id) => {
			const document = read.get(id);
			if (document === undefined) throw new AppError("corrupt-row", { supplier: id });
			return JSON.parse(document) as Supplier;
		});
}
