import { placeKey } from "#app/domain/place-names.ts";
import type { PlaceRows } from "#app/domain/places-index.ts";
import { type Db, type RawDb, rawOf } from "./open.server.ts";
import { placeFilesDigest, readPlaceRows } from "./reference-files.server.ts";

/** Sources of a centre that come with Vivier; any other was loaded by a user and stays. */
const PACKAGED = "('geonames', 'approximate')";

/** Up to this error a packaged centre is a place that GeoNames knows in the commune. */
const GEONAMES_ERROR_KM = 5;

const UPSERT_PLACE = `
	INSERT INTO place (code, kind, name, name_folded, parent_code, epci, departement, region, population, lat, lon, error_km, source)
	VALUES (@code, @kind, @name, @folded, @parent, @epci, @departement, @region, @population, @lat, @lon, @errorKm, @source)
	ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name, name_folded = excluded.name_folded,
		parent_code = excluded.parent_code, epci = excluded.epci, departement = excluded.departement,
		region = excluded.region, population = excluded.population,
		lat = CASE WHEN source IN ${PACKAGED} THEN excluded.lat ELSE lat END,
		lon = CASE WHEN source IN ${PACKAGED} THEN excluded.lon ELSE lon END,
		error_km = CASE WHEN source IN ${PACKAGED} THEN excluded.error_km ELSE error_km END,
		source = CASE WHEN source IN ${PACKAGED} THEN excluded.source ELSE source END`;

/**
 * Fills the place tables from the committed files, in one transaction. Does nothing when these files were already
 * taken over; after an update of Vivier it takes the new ones and keeps the exact centres a user loaded.
 *
 * @returns whether anything was written
 */
export function loadReferenceFiles(db: Db): boolean {
	const raw = rawOf(db);
	const digest = placeFilesDigest();
	const known = raw.prepare("SELECT value FROM meta WHERE key = 'reference_files'").get() as
		| { value: string }
		| undefined;
	if (known?.value === digest) return false;
	const rows = readPlaceRows();
	const fill = raw.transaction(() => {
		fillPlaces(raw, rows);
		fillZones(raw, rows);
		raw
			.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('reference_files', ?)")
			.run(digest);
	});
	fill.immediate();
	return true;
}

function fillPlaces(raw: RawDb, { communes, aliases }: PlaceRows): void {
	const upsert = raw.prepare(UPSERT_PLACE);
	const addPostcode = raw.prepare(
		"INSERT OR IGNORE INTO place_postcode (postcode, code) VALUES (?, ?)",
	);
	raw.exec("DELETE FROM place_postcode");
	for (const { postcodes, ...commune } of communes) {
		upsert.run({
			...commune,
			kind: "commune",
			folded: placeKey(commune.name),
			parent: null,
			source: commune.errorKm <= GEONAMES_ERROR_KM ? "geonames" : "approximate",
		});
		for (const postcode of postcodes) addPostcode.run(postcode, commune.code);
	}
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	for (const alias of aliases) {
		const commune = byCode.get(alias.commune);
		// A delegated commune may bear its commune's own code: one row per code, the commune's.
		if (!commune || byCode.has(alias.code)) continue;
		const { postcodes: _, ...place } = commune;
		const name = alias.name === "" ? commune.name : alias.name;
		upsert.run({
			...place,
			code: alias.code,
			kind: alias.kind === "former" ? "delegated" : alias.kind,
			name,
			folded: placeKey(name),
			parent: alias.commune,
			population: null,
			source: "approximate",
		});
	}
}

function fillZones(raw: RawDb, { communes, zones }: PlaceRows): void {
	const totals = new Map<string, number>();
	for (const { epci, departement, region, population } of communes) {
		for (const zone of [`epci:${epci}`, `departement:${departement}`, `region:${region}`])
			totals.set(zone, (totals.get(zone) ?? 0) + (population ?? 0));
	}
	const add = raw.prepare(
		"INSERT OR REPLACE INTO zone (zone, name, name_folded, population) VALUES (?, ?, ?, ?)",
	);
	for (const { zone, name } of zones) add.run(zone, name, placeKey(name), totals.get(zone) ?? null);
}
