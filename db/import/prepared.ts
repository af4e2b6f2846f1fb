import type { Provenance, Supplier } from "#app/domain/supplier.ts";
import { withOrigin } from "#app/domain/upkeep/provenance.ts";
import { digest } from "./digest.ts";
import type { ImportReference } from "./known-codes.ts";
import { projectSupplier } from "./project.ts";

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
}

/**
 * @param canonical in canonical form
 * @param raw the row as received, null when the supplier is all of it
 */
export function prepareRow(
	canonical: Supplier,
	key: string,
	line: number,
	raw: string | null,
	{ origin, reference }: RowContext,
): PreparedRow {
	const provenance: Provenance = {
		source: origin.sourceId,
		on: origin.listDate ?? origin.receivedOn,
	};
	const full = withOrigin(canonical, provenance);
	const value = JSON.stringify(full);
	// The day a file is received is left out: the same file a day later changes nothing.
	const said = full === canonical ? value : value.replace(JSON.stringify(provenance), "");
	return {
		kind: "row",
		line,
		key,
		id: canonical.id,
		siret: canonical.siret ?? null,
		hash: digest(`${origin.listDate ?? ""}\n${said}${raw === null ? "" : `\n${raw}`}`),
		value,
		rows: JSON.stringify(projectSupplier(full, null, (code) => reference.points.get(code) ?? null)),
		raw,
	};
}
