import { createPlaces } from "#app/domain/places-index.ts";
import type { Commune, Places } from "#app/domain/reference.ts";
import { makeCommune } from "./reference.ts";

/** Ten communes of two départements and two EPCI, 10 to 90 km apart; one is only known up to 6 km, one has an older code. */
export const SMALL_COMMUNES: readonly Commune[] = [
	makeCommune(),
	makeCommune({ code: "56206", name: "Saint-Avé", lat: 47.6872, lon: -2.7331, population: 12_000 }),
	makeCommune({ code: "56164", name: "Plescop", lat: 47.6967, lon: -2.8067, population: 6_000 }),
	makeCommune({
		code: "56165",
		name: "Ploërmel",
		epci: "200066777",
		lat: 47.9314,
		lon: -2.3975,
		population: 10_000,
	}),
	makeCommune({
		code: "56075",
		name: "Guer",
		epci: "200066777",
		lat: 47.9056,
		lon: -2.1236,
		population: 6_200,
		errorKm: 6,
	}),
	makeCommune({
		code: "56121",
		name: "Lorient",
		epci: "200042174",
		lat: 47.7478,
		lon: -3.3669,
		population: 57_000,
	}),
	makeCommune({
		code: "22278",
		name: "Saint-Brieuc",
		epci: "200069409",
		departement: "22",
		lat: 48.5136,
		lon: -2.7653,
		population: 44_000,
	}),
	makeCommune({
		code: "22093",
		name: "Lamballe",
		epci: "200069391",
		departement: "22",
		lat: 48.4686,
		lon: -2.5175,
		population: null,
	}),
	makeCommune({
		code: "44109",
		name: "Nantes",
		epci: "244400404",
		departement: "44",
		region: "52",
		lat: 47.2181,
		lon: -1.5528,
		population: 320_000,
	}),
	makeCommune({
		code: "44184",
		name: "Saint-Nazaire",
		epci: "244400644",
		departement: "44",
		region: "52",
		lat: 47.2736,
		lon: -2.2139,
		population: 71_000,
		errorKm: 3,
	}),
];

/** Places of the small communes. */
export function smallPlaces(): Places {
	return createPlaces({
		communes: SMALL_COMMUNES,
		aliases: [{ code: "56999", kind: "delegated", name: "Meucon", commune: "56206" }],
		zones: [
			{ zone: "epci:200067932", name: "Golfe du Morbihan" },
			{ zone: "epci:200066777", name: "Ploërmel Communauté" },
			{ zone: "departement:56", name: "Morbihan" },
			{ zone: "departement:22", name: "Côtes-d’Armor" },
			{ zone: "departement:44", name: "Loire-Atlantique" },
			{ zone: "region:53", name: "Bretagne" },
			{ zone: "region:52", name: "Pays de la Loire" },
		],
	});
}
