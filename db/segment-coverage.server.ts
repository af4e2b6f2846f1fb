import type { CoveredArea } from "#app/domain/coverage.ts";
import { type Zone, zoneSchema } from "#app/domain/supplier.ts";
import type { Db } from "./open.server.ts";

/** The areas of all the offers of open suppliers on these segments, or on their family for all its segments; declared or not. */
export async function listOfferAreas(
	db: Db,
	segments: readonly string[],
	family: string | null,
): Promise<CoveredArea[]> {
	const offers = db
		.selectFrom("offer")
		.innerJoin("supplier", "supplier.id", "offer.supplier_id")
		.where("supplier.status", "=", "open")
		.where((where) =>
			where.or([
				where("offer.segment", "in", [...segments]),
				...(family === null
					? []
					: [where.and({ "offer.segment": family, "offer.includes_children": 1 })]),
			]),
		);
	const [rows, zoneRows] = await Promise.all([
		offers
			.select(["offer.supplier_id", "offer.position", "offer.radius_km", "offer.country"])
			.select(["supplier.commune", "supplier.lat", "supplier.lon"])
			.execute(),
		offers
			.innerJoin("offer_zone", (join) =>
				join
					.onRef("offer_zone.supplier_id", "=", "offer.supplier_id")
					.onRef("offer_zone.position", "=", "offer.position"),
			)
			.select(["offer_zone.supplier_id", "offer_zone.position", "offer_zone.zone"])
			.execute(),
	]);
	const zones = new Map<string, Zone[]>();
	for (const { supplier_id, position, zone } of zoneRows) {
		const key = `${supplier_id} ${position}`;
		const list = zones.get(key) ?? [];
		zones.set(key, list);
		list.push(zoneSchema.parse(zone));
	}
	return rows.map((row) => ({
		supplierId: row.supplier_id,
		commune: row.commune,
		lat: row.lat,
		lon: row.lon,
		radiusKm: row.radius_km,
		country: row.country === 1,
		zones: zones.get(`${row.supplier_id} ${row.position}`) ?? [],
	}));
}
