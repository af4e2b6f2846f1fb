import type { SegmentInference } from "#app/domain/inference/index.ts";
import type { PlaceFinder } from "#app/domain/place-finder.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import type { FormatId } from "../types.ts";
import type { TableOptions } from "./table.server.ts";

/** The places a reader of lists needs. */
export type ListPlaces = PlaceFinder & Pick<Places, "nearestCommune" | "zone">;

/** One row of a known list, cells by column as the list names them. */
export interface ListRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

export interface ListContext {
	readonly places: ListPlaces;
	readonly inference: SegmentInference;
	readonly sourceId: string;
	/** Date at which the list was true; null when nothing says it. */
	readonly listDate: string | null;
	/** Positions found elsewhere in the file, by record id (FINESS puts them at its end). */
	readonly positions: ReadonlyMap<string, { lat: number; lon: number }>;
	/** Keeps a French sentence about a value set aside. */
	warn(sentence: string): void;
}

export interface Reject {
	readonly column: string | null;
	readonly value: string;
	readonly reason: string;
}

/** What a reader makes of the rows of one supplier. `null`: not in the list's scope, passed over in silence. */
export type Reading =
	| { readonly key: string; readonly supplier: Supplier }
	| { readonly reject: Reject }
	| null;

export interface ListFormat {
	readonly id: Exclude<FormatId, "exchange">;
	/** Columns that make this list known, all there; folded names. */
	readonly columns: readonly string[];
	/** For a list whose columns vary: whether these are its own, judged with the file's name. */
	readonly recognises?: (columns: ReadonlySet<string>, fileName: string) => boolean;
	readonly table?: Pick<TableOptions, "headers" | "isHeader" | "keepSpaces">;
	/** Rows that share this value speak of one supplier. Null: the row stands alone. */
	readonly groupBy?: (row: ListRow) => string | null;
	/** Date of the list written inside it. */
	readonly dateInside?: (sample: readonly string[][]) => string | null;
	readonly read: (rows: readonly [ListRow, ...ListRow[]], context: ListContext) => Reading;
	/** Positions given in rows of their own. */
	readonly position?: (row: ListRow) => { key: string; lat: number; lon: number } | null;
}
