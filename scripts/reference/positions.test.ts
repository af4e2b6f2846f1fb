import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { distanceKm } from "#app/domain/geo.ts";
import { readCommunes } from "#db/reference-files.server.ts";
import { ERROR_KM, locateCommunes } from "./positions.ts";
import type { GeoNamesPlace, PackagedCommune } from "./sources.ts";

function commune(code: string, nom: string, postcode: string): PackagedCommune {
	return {
		code,
		nom,
		type: "commune-actuelle",
		departement: "56",
		region: "53",
		codesPostaux: [postcode],
	};
}

function place(
	name: string,
	code: string,
	lat: number,
	lon: number,
	feature = "PPL",
): GeoNamesPlace {
	return { name, lat, lon, feature, country: "FR", adminCodes: [code], population: 1000 };
}

const communes = [
	commune("56260", "Vannes", "56000"),
	commune("56206", "Saint-Avé", "56890"),
	commune("56158", "Plescop", "56890"),
	commune("56053", "Elven", "56250"),
];
const epciOf = new Map(communes.map(({ code }) => [code, "200067932"]));
const locate = (places: GeoNamesPlace[], aliases = new Map<string, string>()) =>
	locateCommunes({ communes, aliases, epciOf, places });

test("a place of the commune’s own name is exact, another one of the commune is not", () => {
	const positions = locate([
		place("Le Liziec", "56260", 47.65, -2.72, "PPLX"),
		place("Vannes", "56260", 47.6569, -2.762),
		place("Kerozer", "56206", 47.69, -2.73),
	]);
	expect(positions.get("56260")).toMatchObject({ lat: 47.6569, errorKm: 0, origin: "geonames" });
	expect(positions.get("56206")).toMatchObject({ errorKm: ERROR_KM.otherPlace });
});

test("an unknown commune is placed by its postcode, else by its EPCI, with the error to expect", () => {
	const positions = locate([
		place("Saint-Avé", "56206", 47.69, -2.73),
		place("Vannes", "56260", 47.65, -2.77),
	]);
	expect(positions.get("56158")).toEqual({
		lat: 47.69,
		lon: -2.73,
		errorKm: ERROR_KM.postcode,
		origin: "approximate",
	});
	expect(positions.get("56053")).toMatchObject({ errorKm: ERROR_KM.epci, origin: "approximate" });
	expect(positions.get("56053")?.lat).toBeCloseTo(47.67);
});

test("a place under the code of a former commune counts for today’s", () => {
	const positions = locate(
		[place("Ancienne", "56999", 47.73, -2.59)],
		new Map([["56999", "56053"]]),
	);
	expect(positions.get("56053")).toMatchObject({ lat: 47.73, errorKm: ERROR_KM.otherPlace });
});

test("a place far from all its neighbours bears another commune’s code", () => {
	const positions = locate([
		place("Plescop", "56158", 44.1, 1.2),
		place("Saint-Avé", "56206", 47.69, -2.73),
		place("Vannes", "56260", 47.65, -2.77),
	]);
	expect(positions.get("56158")).toMatchObject({ lat: 47.69, origin: "approximate" });
});

const CENTRES = join(import.meta.dirname, "../../../shared/data/places/communes.csv");

test.skipIf(!existsSync(CENTRES))(
	"the errors announced hold against the official centres (skipped without ../shared/data)",
	{ timeout: 60_000 },
	() => {
		const rows: Record<string, string>[] = parse(readFileSync(CENTRES), { columns: true });
		const official = new Map(rows.map((row) => [row["code_insee"], row]));
		const within = new Map<number, { held: number; all: number }>();
		for (const { code, lat, lon, errorKm } of readCommunes()) {
			const row = official.get(code);
			if (!row?.["lat"] || /^9[78]/.test(code)) continue;
			const km = distanceKm(lat, lon, Number(row["lat"]), Number(row["lon"]));
			const count = within.get(errorKm) ?? { held: 0, all: 0 };
			count.all++;
			// A centre taken as exact may be in another part of the village.
			if (km <= Math.max(errorKm, 3)) count.held++;
			within.set(errorKm, count);
		}
		for (const [errorKm, { held, all }] of within)
			expect(held / all, `${errorKm} km`).toBeGreaterThan(0.94);
	},
);
