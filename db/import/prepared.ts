import type { Provenance, Supplier } from "#app/domain/supplier.ts";
import { EVERY_FACT, withOriginText } from "#app/domain/upkeep/provenance.ts";
import { searchEntry } from "#search/entry.ts";
import { digest } from "./digest.ts";
import type { ImportReference } from "./known-codes.ts";
import { type ProjectedSupplier, projectSupplier } from "./project.ts";

/** A row read, checked and written in its one form: what is staged, then applied. */
export interface PreparedRow {
	readonly kind: "row";
	readonly line: number;
	/** The row's id in its source. */
	readonly key: string;
	/** The id that the supplier would have, if nobody else bears it. */
	readonly id: string;
	readonly siret: string | null;
	/** Digest of what the row says, whatever the day it is read. */
	readonly hash: string;
	/** The supplier in exchange form, canonical, with the origin of every value. */
	readonly value: string;
	/** The rows of a supplier that this one alone describes: ProjectedSupplier as JSON. */
	readonly rows: string;
	/** What the search index keeps of that supplier: SearchEntry as JSON. Null: the index reads it from the base later. */
	readonly entry: string | null;
	/** The row as received; null when `value` is the row. */
	readonly raw: string | null;
}

export interface RejectedRow {
	readonly kind: "reject";
	readonly line: number;
	/** The row's id in its source when it could be read: a row in error is not a row gone. */
	readonly key?: string;
	/** Path or column; null: the whole row. */
	readonly column: string | null;
	readonly value: string;
	readonly reason: string;
}

export interface Origin {
	readonly sourceId: string;
	/** Date of the list, when it says one. */
	readonly listDate: string | null;
	/** What stands for it otherwise: the day the file is received. */
	readonly receivedOn: string;
}

/** Where rows come from and what they are checked against. */
export interface RowContext {
	readonly reference: ImportReference;
	readonly origin: Origin;
	/** New suppliers enter the index with their rows. */
	readonly isIndexed: boolean;
}

/**
 * @param text the supplier's exchange line, in canonical form
 * @param raw the row as received, null when the supplier is all of it
 */
export function prepareRow(
	supplier: Supplier,
	text: string,
	{ key, line, raw }: { key: string; line: number; raw: string | null },
	{ origin, reference, isIndexed }: RowContext,
): PreparedRow {
	const provenance: Provenance = {
		source: origin.sourceId,
		on: origin.listDate ?? origin.receivedOn,
	};
	const source = supplier.facts?.[EVERY_FACT]?.source ?? origin.sourceId;
	const rows = projectSupplier(supplier, source, (code) => reference.points.get(code) ?? null);
	return {
		kind: "row",
		line,
		key,
		id: supplier.id,
		siret: supplier.siret ?? null,
		// The day a file is received is left out: the same file a day later changes nothing.
		hash: digest(`${origin.listDate ?? ""}\n${text}${raw === null ? "" : `\n${raw}`}`),
		value: withOriginText(text, supplier.facts, provenance),
		rows: JSON.stringify(rows),
		entry: isIndexed ? entryOf(supplier, rows, reference) : null,
		raw,
	};
}

function entryOf(supplier: Supplier, rows: ProjectedSupplier, reference: ImportReference): string {
	const { verifiedOn, sortName, place } = rows;
	const [commune, , , lat, lon] = place;
	// The internal id is known when the row is written.
	const source = { supplierId: 0, supplier, commune, lat, lon, verifiedOn, sortName };
	return JSON.stringify(searchEntry(source, { commune: (code) => reference.points.get(code) }));
}
