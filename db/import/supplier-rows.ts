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
		this.#writeDerived(supplierId, shown.rows);
		return supplierId;
	}

	update(supplierId: number, shown: ShownRow): void {
		const { updateSupplier, deleteOffers, deleteAccreditations, deleteCircle } = this.#statements;
		deleteOffers.run(supplierId);
		deleteAccreditations.run(supplierId);
		deleteCircle.run(supplierId);
		updateSupplier.run(...this.#columns(shown), supplierId);
		this.#writeDerived(supplierId, shown.rows);
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

	#writeDerived(supplierId: number, rows: ProjectedSupplier): void {
		const statements = this.#statements;
		statements.markPending.run(supplierId);
		for (const kind of rows.kinds) statements.insertAccreditation.run(supplierId, kind);
		for (const offer of rows.offers) statements.insertOffer.run(supplierId, offer);
		for (const zone of rows.zones) statements.insertZone.run(supplierId, zone);
		for (const capacity of rows.capacities) statements.insertCapacity.run(supplierId, capacity);
		for (const certificate of rows.certificates) {
			statements.insertCertificate.run(supplierId, certificate);
		}
		if (rows.circle) statements.insertCircle.run(supplierId, rows.circle);
	}

	#organisation({ siren, name, legalForm, ess, group }: ProjectedSupplier): number | null {
		if (siren === null) return null;
		const { saveOrganisation } = this.#statements;
		return saveOrganisation.get(siren, name, legalForm, ess, group) as number;
	}
}

const SUPPLIER_COLUMNS =
	"public_id,siret,organisation_id,operator_key,name,commune,postcode,address,lat,lon,position,ess,status,verified_on,sort_name,demo,document";

function prepareStatements(raw: RawDb) {
	const insert = (table: string, columns: string, verb = "INSERT"): Statement =>
		raw.prepare(`${verb} INTO ${table} (${columns}) VALUES (${columns.replace(/[^,]+/g, "?")})`);
	// OR IGNORE: a list may name an accreditation, a zone or a certificate twice; the first one written is the one shown.
	const insertNew = (table: string, columns: string) => insert(table, columns, "INSERT OR IGNORE");
	return {
		insertSupplier: insert("supplier", SUPPLIER_COLUMNS),
		updateSupplier: raw.prepare(
			`UPDATE supplier SET ${SUPPLIER_COLUMNS.replace(/[^,]+/g, "$& = ?")} WHERE id = ?`,
		),
		saveOrganisation: raw
			.prepare(
				`INSERT INTO organisation (siren, name, legal_form, ess, operator_group) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (siren) DO UPDATE SET legal_form = coalesce(excluded.legal_form, legal_form),
					ess = coalesce(excluded.ess, ess), operator_group = coalesce(excluded.operator_group, operator_group)
				RETURNING id`,
			)
			.pluck(),
		insertAccreditation: insertNew("accreditation", "supplier_id,code,proof,as_of,until,source_id"),
		insertOffer: insert(
			"offer",
			"supplier_id,position,segment,basis,includes_children,modes,order_min,order_max,days_per_week,lead_time_days,available_from,radius_km,country,verified_on,verified_by",
		),
		insertZone: insertNew("offer_zone", "supplier_id,position,zone"),
		insertCapacity: insert(
			"offer_capacity",
			"supplier_id,position,rank,unit,per,max,remaining,remaining_on",
		),
		insertCertificate: insertNew("offer_certificate", "supplier_id,position,code,until"),
		insertCircle: insert("supplier_circle", "id,min_lat,max_lat,min_lon,max_lon"),
		deleteOffers: raw.prepare("DELETE FROM offer WHERE supplier_id = ?"),
		deleteAccreditations: raw.prepare("DELETE FROM accreditation WHERE supplier_id = ?"),
		deleteCircle: raw.prepare("DELETE FROM supplier_circle WHERE id = ?"),
		markPending: insertNew("search_pending", "supplier_id"),
	};
}
