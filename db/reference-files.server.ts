import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { departementOf } from "#app/domain/place-names.ts";
import type { PlaceAlias, PlaceRows, ZoneName } from "#app/domain/places-index.ts";
import type { Commune, Criterion, Segment } from "#app/domain/reference.ts";
import { zoneSchema } from "#app/domain/supplier.ts";

/** The committed reference files, as `npm run reference:build` wrote them. */

const FOLDER = join(import.meta.dirname, "reference");
const DOMAIN_FOLDER = join(import.meta.dirname, "../app/domain/reference");

function readTsv(name: string): string[][] {
	const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
	return lines.slice(1).flatMap((line) => (line === "" ? [] : [line.split("\t")]));
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(path, "utf8"));
}

/** NAF labels by code without dot: divisions (`81`) to sub-classes (`8121Z`). */
export function readNafLabels(): Map<string, string> {
	const labels = z.record(z.string(), z.string()).parse(readJson(join(FOLDER, "naf.json")));
	return new Map(Object.entries(labels));
}

/** Our own files, checked by their tests. */
export function readSegments(): Segment[] {
	return readJson(join(DOMAIN_FOLDER, "segments.json")) as Segment[];
}

export function readCriteria(): Criterion[] {
	return readJson(join(DOMAIN_FOLDER, "criteria.json")) as Criterion[];
}

export function readPlaceAliases(): PlaceAlias[] {
	return readTsv("aliases.tsv").map(([code = "", kind, name = "", commune = ""]) => ({
		code,
		kind: kind as PlaceAlias["kind"],
		name,
		commune,
	}));
}

/** EPCI, départements and régions. The overseas collectivities are départements only: the format has no région for them. */
export function readZones(): ZoneName[] {
	const zones = [
		...readTsv("epci.tsv").map(([code, name]) => ({ zone: `epci:${code}`, name })),
		...readTsv("departements.tsv").map(([code, name]) => ({ zone: `departement:${code}`, name })),
		...readTsv("regions.tsv").map(([code, name]) => ({ zone: `region:${code}`, name })),
	];
	return zones.flatMap(({ zone, name = "" }) => {
		const parsed = zoneSchema.safeParse(zone);
		return parsed.success ? [{ zone: parsed.data, name }] : [];
	});
}

export function readCommunes(): Commune[] {
	const regions = new Map(
		readTsv("departements.tsv").map(([code = "", , region = ""]) => [code, region]),
	);
	return readTsv("communes.tsv").map(
		([code = "", name = "", epci, postcodes, population, lat, lon, errorKm]) => {
			const departement = departementOf(code);
			return {
				code,
				name,
				epci: epci ? epci : null,
				departement,
				region: regions.get(departement) ?? "",
				postcodes: postcodes ? postcodes.split(",") : [],
				population: population ? Number(population) : null,
				lat: Number(lat),
				lon: Number(lon),
				errorKm: Number(errorKm),
			};
		},
	);
}

/** The places of the files, for use without a database. */
export function readPlaceRows(): PlaceRows {
	return { communes: readCommunes(), aliases: readPlaceAliases(), zones: readZones() };
}

/** Changes when the committed places do. */
export function placeFilesDigest(): string {
	const hash = createHash("sha256");
	for (const name of ["communes.tsv", "aliases.tsv", "epci.tsv", "departements.tsv", "regions.tsv"])
		hash.update(readFileSync(join(FOLDER, name)));
	return hash.digest("hex");
}
