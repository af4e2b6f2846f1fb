import { workerData } from "piscina";
import { AppError } from "#app/domain/errors.ts";
import type { ColumnsState } from "#app/domain/match/columns.ts";
import { OfferColumns } from "#app/domain/match/columns.ts";
import { type MatchOptions, matchNeed } from "#app/domain/match/match.ts";
import type { PreparedNeed } from "#app/domain/match/prepared.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import { supplierReader } from "#db/columns.server.ts";
import { openDb } from "#db/open.server.ts";
import { loadPlaces } from "#db/places.server.ts";

export interface MatchWorkerData {
	readonly state: ColumnsState;
	readonly file: string;
}

export interface MatchTask {
	readonly prepared: PreparedNeed;
	readonly options: MatchOptions;
}

const { state, file } = workerData as MatchWorkerData;
const columns = new OfferColumns(state);
const db = openDb(file, { readonly: true, cacheMb: 8, mmapMb: 0 });
const places = loadPlaces(db);
const readSuppliers = supplierReader(db);

/** An expected failure loses its code and problems when it is thrown across threads: it is handed over as data. */
export interface Refusal {
	readonly refused: Pick<AppError, "code" | "context" | "problems">;
}

/** Worker thread: one match over the shared columns; only the suppliers shown are read from the base. */
export default function match({ prepared, options }: MatchTask): MatchAnswer | Refusal {
	const refs = columns.state.suppliers.ref;
	const source = {
		columns,
		places,
		describe: (rows: readonly number[]) => readSuppliers(rows.map((row) => refs[row] ?? -1)),
	};
	try {
		return matchNeed(prepared, source, options);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		const { code, context, problems } = error;
		return { refused: { code, context, problems } };
	}
}
