import { sql } from "kysely";
import { AppError } from "#app/domain/errors.ts";
import { compactSiret } from "#app/domain/siret.ts";
import { type Supplier, supplierSchema } from "#app/domain/supplier.ts";
import type { Disagreement } from "#app/domain/upkeep/merge.ts";
import type { Db } from "./open.server.ts";
import type { SourceRow } from "./schema.ts";

/**
 * The shown supplier with this public id or SIRET (spaces allowed), tombstones included: `status` tells.
 *
 * @throws {AppError} "supplier-not-found" | "corrupt-row"
 */
export async function getSupplier(db: Db, idOrSiret: string): Promise<Supplier> {
	const siret = compactSiret(idOrSiret);
	const row = await db
		.selectFrom("supplier")
		.select(["public_id", "document"])
		.where("public_id", "=", idOrSiret)
		.$if(/^\d{14}$/.test(siret), (query) =>
			query
				.clearWhere()
				.where((where) =>
					where.or([where("siret", "=", siret), where("public_id", "=", idOrSiret)]),
				),
		)
		.executeTakeFirst();
	if (!row) throw new AppError("supplier-not-found", { id: idOrSiret });
	return toSupplier(row);
}

/** The shown suppliers with these internal ids, in the order asked; the ones that do not exist are left out. @throws {AppError} "corrupt-row" */
export async function listSuppliersByIds(db: Db, ids: readonly number[]): Promise<Supplier[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom("supplier")
		.select(["id", "public_id", "document"])
		.where("id", "in", [...ids])
		.execute();
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		return row ? [toSupplier(row)] : [];
	});
}

/** What a supplier says of groups, and for whom it counts as one operator. */
export interface GroupWord {
	readonly operatorKey: string;
	readonly refuses: boolean;
}

/** What the suppliers with these public ids say of groups. */
export async function listGroupWords(
	db: Db,
	publicIds: readonly string[],
): Promise<ReadonlyMap<string, GroupWord>> {
	if (publicIds.length === 0) return new Map();
	const rows = await db
		.selectFrom("supplier")
		.select(["public_id", "operator_key", sql<string | null>`document ->> 'consortium'`.as("word")])
		.where("public_id", "in", [...publicIds])
		.execute();
	return new Map(
		rows.map(({ public_id, operator_key, word }) => [
			public_id,
			{ operatorKey: operator_key, refuses: word === "no" },
		]),
	);
}

/** Where sources say otherwise than what is shown, by field. */
export async function listDisagreements(db: Db, publicId: string): Promise<Disagreement[]> {
	const rows = await db
		.selectFrom("disagreement")
		.innerJoin("supplier", "supplier.id", "disagreement.supplier_id")
		.select([
			"disagreement.field",
			"disagreement.source_id",
			"disagreement.value",
			"disagreement.stated_on",
		])
		.where("supplier.public_id", "=", publicId)
		.orderBy("disagreement.field")
		.orderBy("disagreement.source_id")
		.execute();
	return rows.map((row) => ({
		field: row.field,
		sourceId: row.source_id,
		value: parseJson(row.value, publicId),
		statedOn: row.stated_on,
	}));
}

/** One record that speaks of a supplier. */
export interface SupplierRecord {
	readonly source: SourceRow;
	/** The row's id in its source. */
	readonly key: string;
	/** Line of the file that brought it. */
	readonly line: number;
	/** Day it was received, or the list's own date. */
	readonly statedOn: string | null;
	/** The last edition of its source no longer holds it. */
	readonly isGone: boolean;
}

/** The records that make a supplier, with their sources. */
export async function listRecords(db: Db, publicId: string): Promise<SupplierRecord[]> {
	const rows = await db
		.selectFrom("supplier")
		.innerJoin("assertion", "assertion.supplier_id", "supplier.id")
		.innerJoin("source_record", "source_record.id", "assertion.record_id")
		.innerJoin("source", "source.id", "assertion.source_id")
		.selectAll("source")
		.select([
			"source_record.record_key",
			"source_record.line",
			"source_record.gone_run_id",
			"assertion.stated_on",
		])
		.where("supplier.public_id", "=", publicId)
		.orderBy("source.id")
		.orderBy("source_record.record_key")
		.execute();
	return rows.map(({ record_key, line, gone_run_id, stated_on, ...source }) => ({
		source,
		key: record_key,
		line,
		statedOn: stated_on,
		isGone: gone_run_id !== null,
	}));
}

export interface SourceWithCount extends SourceRow {
	/** Records of its last edition. */
	readonly records: number;
}

/** The sources of suppliers, by label. */
export async function listSources(db: Db): Promise<SourceWithCount[]> {
	const rows = await db
		.selectFrom("source")
		.leftJoin("source_record", (join) =>
			join
				.onRef("source_record.source_id", "=", "source.id")
				.on("source_record.gone_run_id", "is", null),
		)
		.selectAll("source")
		.select(({ fn }) => fn.count<number>("source_record.id").as("records"))
		.groupBy("source.id")
		.orderBy("source.label")
		.execute();
	return rows;
}

function toSupplier(row: { public_id: string; document: string }): Supplier {
	const parsed = supplierSchema.safeParse(parseJson(row.document, row.public_id));
	if (parsed.success) return parsed.data;
	throw new AppError("corrupt-row", { supplier: row.public_id }, { cause: parsed.error });
}

function parseJson(text: string, publicId: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch (cause) {
		throw new AppError("corrupt-row", { supplier: publicId }, { cause });
	}
}
