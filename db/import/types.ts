import type { Supplier } from "#app/domain/supplier.ts";

export const FORMATS = [
	"exchange",
	"siae-national",
	"siae-autre-source",
	"geiq",
	"siae-rome",
	"reemploi-etat",
	"reemploi-osm",
	"circulaire-calaisis",
	"initiatives-niort",
	"ess-numerique",
	"mediation-numerique",
	"finess",
	"entreprises-adaptees",
] as const;
/** The files Vivier recognises. `exchange` is the NDJSON of the API. */
export type FormatId = (typeof FORMATS)[number];

/** Strength of a source's word, from the strongest for identity; `upkeep.md` orders offers otherwise. */
export type SourceTier = "registry" | "supplier" | "cress" | "import" | "inferred";

/** Who speaks in a list. */
export interface ListSource {
	readonly id: string;
	readonly label: string;
	readonly originUrl: string | null;
	readonly licence: string | null;
	/** Date at which the list was true (ISO). Null: the list does not say. */
	readonly listDate: string | null;
	readonly tier: SourceTier;
	/** The credit its licence asks for. */
	readonly attribution: string | null;
	/** True: fictional data, labelled so on every page. */
	readonly demo?: boolean;
}

/** One row of a list, read and checked. `bytes`: how far the file has been read after it. */
export type ReadRow =
	| {
			readonly kind: "supplier";
			readonly line: number;
			/** The row's id in its source: stable from one edition of the list to the next. */
			readonly key: string;
			/** The row as received. Null: the supplier is the row (exchange format). */
			readonly raw: Readonly<Record<string, string>> | string | null;
			/** In exchange form. `facts` carries where single values come from; the source and its date cover the rest. */
			readonly supplier: Supplier;
			readonly bytes: number;
			/** French sentences about values set aside. */
			readonly warnings?: readonly string[];
	  }
	| {
			readonly kind: "reject";
			readonly line: number;
			/** The row's id in its source when it could be read: a row in error is not a row gone. */
			readonly key?: string;
			/** Column header, or path in an exchange row; null when the whole row is at fault. */
			readonly column: string | null;
			readonly value: string;
			/** French, says what to do. */
			readonly reason: string;
			readonly bytes: number;
	  };

/** A file recognised and opened. Reading it throws AppError "bad-file" when it turns out not to be what it says. */
export interface ListReader {
	readonly format: FormatId;
	readonly source: ListSource;
	readonly totalBytes: number;
	rows(): AsyncIterable<ReadRow>;
}
