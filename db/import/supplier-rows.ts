import type { Statement } from "better-sqlite3";
import type { Supplier } from "#app/domain/supplier.ts";
import type { RawDb } from "../open.server.ts";
import { type CommunePoint, type ProjectedOffer, projectSupplier } from "./project.ts";

/** What a shown supplier needs besides its document. */
export interface ShownRow {
	readonly supplier: Supplier;
	/** `supplier` as its exchange line. */
	readonly document: string;
	/** Source of each accreditation, by code. */
	readonly kindSources: Readonly<Record<string, string>>;
	readonly isDemo: boolean;
}

/** Writes the third layer: a shown supplier and the rows derived from its document. Call it inside a transaction. */
export class SupplierRows {
	readonly #communes = new Map<string, CommunePoint | null>();
	readonly #statements: ReturnType<typeof prepareStatements>;

	constructor(raw: RawDb) {
		this.#statements = prepareStatements(raw);
	}

	/** @returns the internal id */
	insert(row: ShownRow): number {
		return this.#write(row, null);
	}

	update(supplierId: number, row: ShownRow): void {
		const { deleteCircles, deleteOffers, deleteAccreditations } = this.#statements;
		// The R-tree has no foreign key: its rows go first, while the offers still name them.
		deleteCircles.run(supplierId);
		deleteOffers.run(supplierId);
		deleteAccreditations.run(supplierId);
		this.#write(row, supplierId);
	}

	#write({ supplier, document, kindSources, isDemo }: ShownRow, known: number | null): number {
		const shown = projectSupplier(supplier, (code) => this.#commune(code));
		const statements = this.#statements;
		const values = [
			supplier.id,
			supplier.siret ?? null,
			this.#organisation(supplier, shown.siren),
			shown.operatorKey,
			supplier.name,
			shown.commune,
			supplier.postcode ?? null,
			supplier.address ?? null,
			shown.lat,
			shown.lon,
			shown.position,
			flag(supplier.ess),
			shown.status,
			shown.verifiedOn,
			shown.sortName,
			document,
			isDemo ? 1 : 0,
		];
		let supplierId = known;
		if (supplierId === null) {
			supplierId = Number(statements.insertSupplier.run(values).lastInsertRowid);
		} else {
			statements.updateSupplier.run(...values, supplierId);
		}
		statements.markPending.run(supplierId);
		if (shown.status !== "open") return supplierId;
		for (const { code, proof, asOf, until } of supplier.kinds ?? []) {
			const source = kindSources[code] ?? "";
			statements.insertAccreditation.run(
				supplierId,
				code,
				proof,
				asOf ?? null,
				until ?? null,
				source,
			);
		}
		shown.offers.forEach((offer, position) => {
			this.#insertOffer(supplierId, position, offer);
		});
		return supplierId;
	}

	#insertOffer(supplierId: number, position: number, projected: ProjectedOffer): void {
		const { offer, facts, zones, circle } = projected;
		const statements = this.#statements;
		const offerId = Number(
			statements.insertOffer.run(
				supplierId,
				position,
				offer.segment,
				offer.basis ?? "declared",
				offer.includesChildren ? 1 : 0,
				offer.modes ? JSON.stringify(offer.modes) : null,
				offer.orderEur?.min ?? null,
				offer.orderEur?.max ?? null,
				offer.daysPerWeek ?? null,
				offer.leadTimeDays ?? null,
				offer.availableFrom ?? null,
				offer.area?.radiusKm ?? null,
				offer.area?.country ? 1 : 0,
				facts,
				offer.verifiedOn ?? null,
				offer.verifiedBy ?? null,
			).lastInsertRowid,
		);
		if (circle) {
			const { minLat, maxLat, minLon, maxLon } = circle;
			statements.insertCircle.run(offerId, minLat, maxLat, minLon, maxLon);
		}
		for (const zone of zones) statements.insertZone.run(offerId, zone);
		offer.capacity?.forEach(({ unit, per, max, remaining, remainingOn }, rank) => {
			statements.insertCapacity.run(
				offerId,
				rank,
				unit,
				per,
				max ?? null,
				remaining ?? null,
				remainingOn ?? null,
			);
		});
		for (const { code, until } of offer.certificates ?? []) {
			statements.insertCertificate.run(offerId, code, until ?? null);
		}
	}

	#organisation(supplier: Supplier, siren: string | null): number | null {
		if (siren === null) return null;
		const row = this.#statements.saveOrganisation.get(
			siren,
			supplier.name,
			supplier.legalForm ?? null,
			flag(supplier.ess),
			supplier.group ?? null,
		) as { id: number };
		return row.id;
	}

	#commune(code: string): CommunePoint | null {
		const known = this.#communes.get(code);
		if (known !== undefined) return known;
		const found = (this.#statements.findCommune.get(code) as CommunePoint | undefined) ?? null;
		this.#communes.set(code, found);
		return found;
	}
}

function flag(value: boolean | null | undefined): 0 | 1 | null {
	return value === null || value === undefined ? null : value ? 1 : 0;
}

function prepareStatements(raw: RawDb) {
	const insert = (table: string, columns: string, verb = "INSERT"): Statement =>
		raw.prepare(`${verb} INTO ${table} (${columns}) VALUES (${columns.replace(/[^,]+/g, "?")})`);
	const supplierColumns =
		"public_id,siret,organisation_id,operator_key,name,commune,postcode,address,lat,lon,position,ess,status,verified_on,sort_name,document,demo";
	return {
		insertSupplier: insert("supplier", supplierColumns),
		updateSupplier: raw.prepare(
			`UPDATE supplier SET ${supplierColumns.replace(/[^,]+/g, "$& = ?")} WHERE id = ?`,
		),
		saveOrganisation: raw.prepare(
			`INSERT INTO organisation (siren, name, legal_form, ess, operator_group) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (siren) DO UPDATE SET legal_form = coalesce(excluded.legal_form, legal_form),
				ess = coalesce(excluded.ess, ess), operator_group = coalesce(excluded.operator_group, operator_group)
			RETURNING id`,
		),
		// A list may name an accreditation twice; the first one written is the one shown.
		insertAccreditation: insert(
			"accreditation",
			"supplier_id,code,proof,as_of,until,source_id",
			"INSERT OR IGNORE",
		),
		insertOffer: insert(
			"offer",
			"supplier_id,position,segment,basis,includes_children,modes,order_min,order_max,days_per_week,lead_time_days,available_from,radius_km,country,facts,verified_on,verified_by",
		),
		insertCircle: insert("offer_circle", "id,min_lat,max_lat,min_lon,max_lon"),
		insertZone: insert("offer_zone", "offer_id,zone", "INSERT OR IGNORE"),
		insertCapacity: insert(
			"offer_capacity",
			"offer_id,position,unit,per,max,remaining,remaining_on",
		),
		insertCertificate: insert("offer_certificate", "offer_id,code,until", "INSERT OR IGNORE"),
		deleteCircles: raw.prepare(
			"DELETE FROM offer_circle WHERE id IN (SELECT id FROM offer WHERE supplier_id = ?)",
		),
		deleteOffers: raw.prepare("DELETE FROM offer WHERE supplier_id = ?"),
		deleteAccreditations: raw.prepare("DELETE FROM accreditation WHERE supplier_id = ?"),
		markPending: insert("search_pending", "supplier_id", "INSERT OR IGNORE"),
		findCommune: raw.prepare(
			`SELECT current.code, current.lat, current.lon, current.error_km AS errorKm
			FROM place JOIN place AS current ON current.code = coalesce(place.parent_code, place.code)
			WHERE place.code = ?`,
		),
	};
}
