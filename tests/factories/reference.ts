import type { Commune, Criterion, Segment } from "#app/domain/reference.ts";

/** A parent segment without codes. */
export function makeSegment(overrides: Partial<Segment> = {}): Segment {
	return {
		code: "proprete",
		parent: null,
		label: "Propreté",
		description: "",
		cpv: [],
		naf: [],
		rome: [],
		unit: null,
		per: null,
		synonyms: [],
		agec: null,
		essService: false,
		typicalConstraints: [],
		reuse: false,
		scope: "core",
		...overrides,
	};
}

/** A capability asked in every segment. */
export function makeCriterion(overrides: Partial<Criterion> = {}): Criterion {
	return {
		code: "cles-alarme",
		type: "capability",
		label: "Clés et alarme",
		need: "Gestion des clés et de l’alarme",
		question: "Gérez-vous les clés et l’alarme ?",
		segments: [],
		source: "usage",
		confidence: "M",
		note: "",
		...overrides,
	};
}

/** Vannes. */
export function makeCommune(overrides: Partial<Commune> = {}): Commune {
	return {
		code: "56260",
		name: "Vannes",
		epci: "200067932",
		departement: "56",
		region: "53",
		postcodes: ["56000"],
		population: 54_000,
		lat: 47.6582,
		lon: -2.7608,
		errorKm: 0,
		...overrides,
	};
}
