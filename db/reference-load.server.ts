import { AppError } from "#app/domain/errors.ts";
import { boundingBox, distanceKm } from "#app/domain/geo.ts";
import { bumpDataVersion, type Db, type RawDb, rawOf } from "./open.server.ts";
import type { Centre, CpvRow } from "./reference-lists.server.ts";
import { type LoadedSet, loadKey, type ReferenceLoad } from "./reference-origins.server.ts";

/** Says where a list came from, and that what is shown changed: no two loads leave the same record. */
function recordLoad(raw: RawDb, set: LoadedSet, load: ReferenceLoad): void {
	bumpDataVersion(raw);
	raw
		.prepare(
			`INSERT OR REPLACE INTO meta (key, value)
			 SELECT ?, json_set(?, '$.dataVersion', CAST(value AS INTEGER)) FROM meta WHERE key = 'data_version'`,
		)
		.run(loadKey(set), JSON.stringify(load));
}

/** Replaces the CPV list, in one transaction. */
export function replaceCpv(
	db: Db,
	rows: readonly CpvRow[],
	load: Omit<ReferenceLoad, "rows">,
): void {
	const raw = rawOf(db);
	const insert = raw.prepare("INSERT INTO cpv (code, label, parent) VALUES (?, ?, ?)");
	const replace = raw.transaction(() => {
		raw.exec("DELETE FROM cpv");
		for (const { code, label, parent } of rows) insert.run(code, label, parent);
		recordLoad(raw, "cpv", { ...load, rows: rows.length });
	});
	replace.immediate();
}

export interface CentresReport {
	/** Communes whose centre is now exact. */
	readonly updated: number;
	/** Codes that are not communes of this base: former or future ones. */
	readonly unknown: number;
	/** Suppliers placed at the centre of one of these communes. */
	readonly moved: number;
}

/** A centre farther than this from where the commune was is not a correction. */
const FAR_KM = 200;
const FAR_SHARE = 0.1;

/**
 * Takes over exact centres, in one transaction; suppliers known by their commune only move with it, and with them the
 * squares round the circles they serve.
 *
 * @throws {AppError} "bad-file" when no code is known, or when more than a tenth of the centres are far from their communes
 */
export function updateCentres(
	db: Db,
	centres: readonly Centre[],
	load: Omit<ReferenceLoad, "rows">,
): CentresReport {
	const raw = rawOf(db);
	const known = new Map(
		(raw.prepare("SELECT code, lat, lon FROM place WHERE kind = 'commune'").all() as Centre[]).map(
			(place) => [place.code, place],
		),
	);
	const ours = centres.filter(({ code }) => known.has(code));
	checkCentres(ours, known, load.origin);
	const updatePlace = raw.prepare(
		"UPDATE place SET lat = @lat, lon = @lon, error_km = 0, source = 'loaded' WHERE code = @code",
	);
	let moved = 0;
	const update = raw.transaction(() => {
		for (const centre of ours) {
			updatePlace.run(centre);
			const before = known.get(centre.code);
			if (before?.lat !== centre.lat || before.lon !== centre.lon)
				moved += moveSuppliers(raw, centre);
		}
		// Delegated communes and arrondissements are where their commune is.
		raw.exec(
			`UPDATE place SET lat = commune.lat, lon = commune.lon, error_km = 0, source = 'loaded'
			 FROM place AS commune WHERE commune.code = place.parent_code AND commune.source = 'loaded'`,
		);
		recordLoad(raw, "centres", { ...load, rows: ours.length });
	});
	update.immediate();
	return { updated: ours.length, unknown: centres.length - ours.length, moved };
}

function checkCentres(
	centres: readonly Centre[],
	known: ReadonlyMap<string, Centre>,
	origin: string,
): void {
	const refuse = (message: string) =>
		new AppError("bad-file", { file: origin }, { problems: [{ path: origin, message }] });
	if (centres.length === 0)
		throw refuse("Aucun code de ce fichier n’est celui d’une commune d’aujourd’hui.");
	const far = centres.filter(({ code, lat, lon }) => {
		const place = known.get(code);
		// Atolls are known to a thousand kilometres only.
		return place && !code.startsWith("98") && distanceKm(place.lat, place.lon, lat, lon) > FAR_KM;
	});
	if (far.length / centres.length > FAR_SHARE) {
		throw refuse(
			`${far.length} centres sont à plus de ${FAR_KM} km de leur commune : latitude et longitude sont peut-être inversées, ou dans une autre projection que les degrés.`,
		);
	}
}

function moveSuppliers(raw: RawDb, { code, lat, lon }: Centre): number {
	const suppliers = raw
		.prepare(
			`SELECT id, (SELECT max(radius_km) FROM offer WHERE supplier_id = id) AS widestKm
			 FROM supplier WHERE commune = ? AND position = 'commune'`,
		)
		.all(code) as { id: number; widestKm: number | null }[];
	for (const { id, widestKm } of suppliers) {
		raw.prepare("UPDATE supplier SET lat = ?, lon = ? WHERE id = ?").run(lat, lon, id);
		raw.prepare("INSERT OR IGNORE INTO search_pending (supplier_id) VALUES (?)").run(id);
		if (widestKm === null) continue;
		const { minLat, maxLat, minLon, maxLon } = boundingBox(lat, lon, widestKm);
		raw
			.prepare(
				"INSERT OR REPLACE INTO supplier_circle (id, min_lat, max_lat, min_lon, max_lon) VALUES (?, ?, ?, ?, ?)",
			)
			.run(id, minLat, maxLat, minLon, maxLon);
	}
	return suppliers.length;
}
