import type { Statement } from "better-sqlite3";
import type { RawDb } from "../open.server.ts";
import type { ProjectedSupplier } from "./project.ts";

/** A shown supplier, ready to be written. */
export interface ShownRow {
	readonly publicId: string;
	readonly rows: ProjectedSupplier;
	/** Its exchange line. */
	readonly document: string;
	readonly isDemo: boolean;
	/** The index is told with this row; else it waits in `search_pending`. */
	readonly isIndexed: boolean;
}

/** Writes the third layer: a shown supplier and the rows derived from its document. Call it inside a transaction. */
export class SupplierRows {
	readonly #statements: ReturnType<typeof prepareStatements>;

	constructor(raw: RawDb) {
		this.#statements = prepareStatements(raw);
	}

	/** @returns the internal id */
	insert(shown: ShownRow): number {
		const { lastInsertRowid } = this.#statements.insertSupplier.run(this.#columns(shown));
		const supplierId = Number(lastInsertRowid);
		this.#writeDerived(supplierId, shown);
		return supplierId;
	}

	update(supplierId: number, shown: ShownRow): void {
		const { updateSupplier, deleteDerived } = this.#statements;
		for (const statement of deleteDerived) statement.run(supplierId);
		updateSupplier.run(...this.#columns(shown), supplierId);
		this.#writeDerived(supplierId, shown);
	}

	#columns({ publicId, rows, document, isDemo }: ShownRow): unknown[] {
		return [
			publicId,
			rows.siret,
			this.#organisation(rows),
			rows.operatorKey,
			rows.name,
			...rows.place,
			rows.ess,
			rows.status,
			rows.verifiedOn,
			rows.sortName,
			isDemo ? 1 : 0,
			document,
		];
	}

	#writeDerived(supplierId: number, { rows, isIndexed }: ShownRow): void {
		const statements = this.#statements;
		if (!isIndexed) statements.markPending.run(supplierId);
		statements.insertAccreditations(supplierId, rows.kinds);
		statements.insertOffers(supplierId, rows.offers);
		statements.insertZones(supplierId, rows.zones);
		statements.insertCapacities(supplierId, rows.capacities);
		statements.insertCertificates(supplierId, rows.certificates);
		if (rows.circle) statements.insertCircle.run(supplierId, rows.circle);
	}

	#organisation({ siren, name, legalForm, ess, group }: ProjectedSupplier): number | null {
		if (siren === null) return null;
		const { findOrganisation, insertOrganisation, updateOrganisation } = this.#statements;
		const known = findOrganisation.get(siren) as number | undefined;
		if (known === undefined) {
			return Number(insertOrganisation.run(siren, name, legalForm, ess, group).lastInsertRowid);
		}
		updateOrganisation.run(legalForm, ess, group, known);
		return known;
	}
}

const SUPPLIER_COLUMNS =
	"public_id,siret,organisation_id,operator_key,name,commune,postcode,address,lat,lon,position,ess,status,verified_on,sort_name,demo,document";

function prepareStatements(raw: RawDb) {
	const insert = (table: string, columns: string, verb = "INSERT"): Statement =>
		raw.prepare(`${verb} INTO ${table} (${columns}) VALUES (${columns.replace(/[^,]+/g, "?")})`);
	return {
		insertSupplier: insert("supplier", SUPPLIER_COLUMNS),
		updateSupplier: raw.prepare(
			`UPDATE supplier SET ${SUPPLIER_COLUMNS.replace(/[^,]+/g, "$& = ?")} WHERE id = ?`,
		),
		findOrganisation: raw.prepare("SELECT id FROM organisation WHERE siren = ?").pluck(),
		insertOrganisation: insert("organisation", "siren,name,legal_form,ess,operator_group"),
		updateOrganisation: raw.prepare(
			`UPDATE organisation SET legal_form = coalesce(?, legal_form), ess = coalesce(?, ess),
				operator_group = coalesce(?, operator_group) WHERE id = ?`,
		),
		insertAccreditations: insertRows(
			raw,
			"accreditation",
			"supplier_id,code,proof,as_of,until,source_id",
		),
		insertOffers: insertRows(
			raw,
			"offer",
			"supplier_id,position,segment,basis,includes_children,modes,order_min,order_max,days_per_week,lead_time_days,available_from,radius_km,country,verified_on,verified_by",
		),
		insertZones: insertRows(raw, "offer_zone", "supplier_id,position,zone"),
		insertCapacities: insertRows(
			raw,
			"offer_capacity",
			"supplier_id,position,rank,unit,per,max,remaining,remaining_on",
		),
		insertCertificates: insertRows(raw, "offer_certificate", "supplier_id,position,code,until"),
		insertCircle: insert("supplier_circle", "id,min_lat,max_lat,min_lon,max_lon"),
		deleteDerived: [
			...["accreditation", "offer", "offer_zone", "offer_capacity", "offer_certificate"].map(
				(table) => raw.prepare(`DELETE FROM ${table} WHERE supplier_id = ?`),
			),
			raw.prepare("DELETE FROM supplier_circle WHERE id = ?"),
		],
		markPending: insert("search_pending", "supplier_id", "INSERT OR IGNORE"),
	};
}

/** Rows written by one statement: as many as most suppliers have. */
const ROWS_AT_ONCE = 8;

/** Writes the rows of one supplier, several a statement. @param columns the supplier's first, which `cells` leave out */
function insertRows(raw: RawDb, table: string, columns: string) {
	const width = columns.split(",").length - 1;
	const values = `(@supplierId${",?".repeat(width)})`;
	const statements: Statement[] = [];
	const statementOf = (rows: number) => {
		let statement = statements[rows];
		if (!statement) {
			const list = Array.from({ length: rows }, () => values).join(",");
			// A row refused undoes the transaction, not the statement: nothing need be kept to undo it alone.
			statement = raw.prepare(`INSERT OR ROLLBACK INTO ${table} (${columns}) VALUES ${list}`);
			statements[rows] = statement;
		}
		return statement;
	};
	return (supplierId: number, cells: readonly unknown[]): void => {
		const most = ROWS_AT_ONCE * width;
		for (let from = 0; from < cells.length; from += most) {
			const some = cells.length <= most ? cells : cells.slice(from, from + most);
			statementOf(some.length / width).run({ supplierId }, some);
		}
	};
}
