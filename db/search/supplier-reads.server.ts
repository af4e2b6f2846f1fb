import { AppError } from "#app/domain/errors.ts";
import { type Supplier, supplierSchema } from "#app/domain/supplier.ts";
import type { RawDb } from "#db/open.server.ts";
import type { SearchSource } from "#search/entry.ts";

/** A supplier as the directory lists it. */
export interface ListedSupplier {
	/** Internal id. */
	readonly id: number;
	readonly siret: string | null;
	/** Current code. */
	readonly commune: string | null;
	readonly lat: number | null;
	readonly lon: number | null;
	readonly position: "exact" | "commune" | null;
	readonly verifiedOn: string | null;
	readonly demo: boolean;
	readonly supplier: Supplier;
}

/** A supplier on the map. */
export interface NamedPoint {
	readonly id: number;
	readonly publicId: string;
	readonly name: string;
	readonly position: "exact" | "commune" | null;
}

/** Suppliers behind the index. */
export interface SupplierReader {
	count(): number;
	/** In the order of the ids; those closed or gone since are left out. */
	listed(ids: readonly number[]): ListedSupplier[];
	points(ids: readonly number[]): NamedPoint[];
	/** What the index is made from: these suppliers. */
	sources(ids: readonly number[]): SearchSource[];
	/** The same, the next `limit` suppliers after an id. */
	sourcesAfter(id: number, limit: number): SearchSource[];
}

interface Row {
	id: number;
	publicId: string;
	siret: string | null;
	commune: string | null;
	lat: number | null;
	lon: number | null;
	position: "exact" | "commune" | null;
	verifiedOn: string | null;
	status: string;
	sortName: string;
	demo: number;
	document: string;
}

const COLUMNS = `supplier.id, public_id AS publicId, siret, commune, lat, lon, position, verified_on AS verifiedOn, status,
	sort_name AS sortName, demo, document`;
const ASKED = "supplier.id IN (SELECT value FROM json_each(?))";

export function createSupplierReader(raw: RawDb): SupplierReader {
	const count = raw.prepare<[], number>("SELECT count(*) FROM supplier").pluck();
	const rows = raw.prepare<[string], Row>(`SELECT ${COLUMNS} FROM supplier WHERE ${ASKED}`);
	const rowsAfter = raw.prepare<[number, number], Row>(
		`SELECT ${COLUMNS} FROM supplier WHERE id > ? ORDER BY id LIMIT ?`,
	);
	const points = raw.prepare<[string], NamedPoint>(
		`SELECT supplier.id, public_id AS publicId, name, position FROM supplier WHERE ${ASKED} AND status = 'open'`,
	);
	const inOrder = <T extends { id: number }>(ids: readonly number[], found: readonly T[]): T[] => {
		const byId = new Map(found.map((row) => [row.id, row]));
		return ids.flatMap((id) => byId.get(id) ?? []);
	};
	return {
		count: () => count.get() ?? 0,
		listed: (ids) =>
			inOrder(ids, rows.all(JSON.stringify(ids)))
				.filter((row) => row.status === "open")
				.map(({ id, siret, commune, lat, lon, position, verifiedOn, demo, ...row }) => ({
					id,
					siret,
					commune,
					lat,
					lon,
					position,
					verifiedOn,
					demo: demo === 1,
					supplier: documentOf({ id, document: row.document }),
				})),
		points: (ids) => inOrder(ids, points.all(JSON.stringify(ids))),
		sources: (ids) => rows.all(JSON.stringify(ids)).map(toSource),
		sourcesAfter: (id, limit) => rowsAfter.all(id, limit).map(toSource),
	};
}

function toSource(row: Row): SearchSource {
	// Indexing must not stop at one row, nor pay for checking what the import has checked.
	const supplier = JSON.parse(row.document) as Supplier;
	return {
		supplierId: row.id,
		commune: row.commune,
		lat: row.lat,
		lon: row.lon,
		verifiedOn: row.verifiedOn,
		sortName: row.sortName,
		supplier: { ...supplier, id: row.publicId, status: row.status as Supplier["status"] },
	};
}

/** @throws {AppError} "corrupt-row" */
function documentOf({ id, document }: { id: number; document: string }): Supplier {
	const parsed = supplierSchema.safeParse(JSON.parse(document));
	if (!parsed.success) throw new AppError("corrupt-row", { supplier: id }, { cause: parsed.error });
	return parsed.data;
}
