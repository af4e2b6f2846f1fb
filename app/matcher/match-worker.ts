import { workerData } from "piscina";
import { AppError } from "#app/domain/errors.ts";
import type { ColumnsState } from "#app/domain/match/columns.ts";
import { OfferColumns } from "#app/domain/match/columns.ts";
import { type MatchOptions, matchNeed } from "#app/domain/match/match.ts";
import type { PreparedNeed } from "#app/domain/match/prepared.ts";
import { type RealOffer, realOffer } from "#app/domain/match/real-offer.ts";
import type { SupplierSource } from "#app/domain/match/supplier-source.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import { type RelaxAnswer, type RelaxOptions, relaxNeed } from "#app/domain/relax/relax.ts";
import type { Scope } from "#app/domain/vocabulary.ts";
import { supplierReader } from "#db/columns.server.ts";
import { openDb } from "#db/open.server.ts";
import { loadPlaces } from "#db/places.server.ts";

export interface MatchWorkerData {
	readonly state: ColumnsState;
	readonly file: string;
}

/** What a worker may be asked, and what it answers. */
export interface MatchTasks {
	match: { readonly options: MatchOptions; readonly answer: MatchAnswer };
	relax: { readonly options: RelaxOptions; readonly answer: RelaxAnswer };
	count: { readonly options: { readonly scope?: Scope }; readonly answer: RealOffer };
}
export type TaskName = keyof MatchTasks;

export interface MatchTask<Name extends TaskName = TaskName> {
	readonly name: Name;
	readonly prepared: PreparedNeed;
	readonly options: MatchTasks[Name]["options"];
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

type Run<Name extends TaskName> = (
	prepared: PreparedNeed,
	options: MatchTasks[Name]["options"],
) => MatchTasks[Name]["answer"];

const source: SupplierSource = {
	columns,
	places,
	describe: (rows) => readSuppliers(rows.map((row) => columns.state.suppliers.ref[row] ?? -1)),
};

const RUNS: { readonly [Name in TaskName]: Run<Name> } = {
	match: (prepared, options) => matchNeed(prepared, source, options),
	relax: (prepared, options) => relaxNeed(prepared, source, options),
	count(prepared, { scope = "any" }) {
		const { confirmed, possible, organisations } = realOffer(prepared, columns, scope);
		return { confirmed, possible, organisations, suppliers: [] };
	},
};

/** Worker thread: one task over the shared columns; only the suppliers shown are read from the base. */
export default function run<Name extends TaskName>({
	name,
	prepared,
	options,
}: MatchTask<Name>): MatchTasks[Name]["answer"] | Refusal {
	try {
		return RUNS[name](prepared, options);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		const { code, context, problems } = error;
		return { refused: { code, context, problems } };
	}
}
