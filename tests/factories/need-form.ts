import { emptyForm, type NeedForm } from "#app/domain/need-form/form-state.ts";
import type { CommuneLookup } from "#app/domain/need-form/places.ts";
import type { FormReference } from "#app/domain/need-form/to-need.ts";
import type { Commune, Segment, Taxonomy } from "#app/domain/reference.ts";
import { fold } from "#app/domain/text.ts";

function makeCommune(
	code: string,
	name: string,
	postcode: string,
	lat: number,
	lon: number,
): Commune {
	return {
		code,
		name,
		epci: null,
		departement: code.startsWith("97") ? code.slice(0, 3) : code.slice(0, 2),
		region: "53",
		postcodes: [postcode],
		population: 1000,
		lat,
		lon,
		errorKm: 0,
	};
}

const COMMUNES = [
	makeCommune("56260", "Vannes", "56000", 47.66, -2.75),
	makeCommune("56053", "Elven", "56250", 47.73, -2.59),
	makeCommune("56132", "Monterblanc", "56250", 47.74, -2.68),
	makeCommune("56121", "Lorient", "56100", 47.75, -3.38),
	makeCommune("56007", "Auray", "56400", 47.67, -2.98),
	makeCommune("93066", "Saint-Denis", "93200", 48.94, 2.36),
	makeCommune("97411", "Saint-Denis", "97400", -20.93, 55.45),
	makeCommune("01004", "Ambérieu-en-Bugey", "01500", 45.96, 5.37),
];

function plain(name: string): string {
	return fold(name)
		.replace(/[^a-z]+/g, " ")
		.trim();
}

/** A few communes, two of them homonyms, two sharing a postcode. */
export const someCommunes: CommuneLookup = {
	commune: (code) => COMMUNES.find((commune) => commune.code === code),
	byPostcode: (code) => COMMUNES.filter((commune) => commune.postcodes.includes(code)),
	byName: (name) => COMMUNES.filter((commune) => plain(commune.name) === plain(name)),
	suggest: (name) =>
		COMMUNES.filter((commune) => plain(commune.name).startsWith(plain(name).slice(0, 3))),
	nearest: (lat, lon) =>
		COMMUNES.reduce((best, one) =>
			Math.hypot(one.lat - lat, one.lon - lon) < Math.hypot(best.lat - lat, best.lon - lon)
				? one
				: best,
		),
};

/** A segment of the taxonomy. */
export function makeSegment(overrides: Partial<Segment> = {}): Segment {
	return {
		code: "nettoyage-locaux",
		parent: "nettoyage",
		label: "Nettoyage des locaux",
		description: "Entretien courant des bureaux, écoles et équipements.",
		cpv: ["90911"],
		naf: [],
		rome: [],
		unit: "m2",
		per: "week",
		synonyms: ["ménage", "entretien des locaux"],
		agec: null,
		essService: false,
		typicalConstraints: ["daysPerWeek", "window", "capacity"],
		reuse: false,
		scope: "core",
		...overrides,
	};
}

/** A taxonomy of these segments. */
export function makeTaxonomy(segments: readonly Segment[]): Taxonomy {
	return {
		segments,
		get: (code) => segments.find((segment) => segment.code === code),
		children: (code) => segments.filter((segment) => segment.parent === code),
	};
}

/** What a form is read against: a few communes, two segments, the Morbihan. */
export function makeFormReference(): FormReference {
	return {
		taxonomy: makeTaxonomy([
			makeSegment({ code: "nettoyage", parent: null, label: "Nettoyage" }),
			makeSegment(),
			makeSegment({ code: "vitrerie-nettoyage", label: "Vitrerie", unit: "m2", per: "visit" }),
		]),
		places: {
			zone: (zone) =>
				zone === "departement:56" ? { zone, name: "Morbihan", communes: [] } : undefined,
		},
		finder: someCommunes,
	};
}

/** A form with one service, at Vannes and Auray. */
export function makeNeedForm(overrides: Partial<NeedForm> = {}): NeedForm {
	const site = { label: "", address: "", postcode: "", insee: "", lat: "", lon: "", line: null };
	return {
		...emptyForm(),
		title: "Entretien des locaux",
		services: [{ id: "s1", segment: "nettoyage-locaux", conditions: {} }],
		sites: [
			{ ...site, id: "vannes", place: "Vannes" },
			{ ...site, id: "auray", place: "Auray" },
		],
		...overrides,
	};
}
