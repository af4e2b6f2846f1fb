import type { Places } from "#app/domain/reference.ts";
import type { Area, Zone } from "#app/domain/supplier.ts";
import { fold } from "#app/domain/text.ts";

/** Régions of mainland France, Corsica left out: what « Hexagone » means. */
const HEXAGON = ["11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93"];
const CORSICA = "94";

const REGIONS: Readonly<Record<string, string>> = {
	guadeloupe: "01",
	martinique: "02",
	guyane: "03",
	reunion: "04",
	mayotte: "06",
	"ile-de-france": "11",
	"centre-val de loire": "24",
	"bourgogne-franche-comte": "27",
	normandie: "28",
	"hauts-de-france": "32",
	"grand est": "44",
	"pays de la loire": "52",
	bretagne: "53",
	"nouvelle-aquitaine": "75",
	occitanie: "76",
	"auvergne-rhone-alpes": "84",
	"provence-alpes-cote d'azur": "93",
	paca: "93",
	corse: CORSICA,
};

/**
 * The area that words declare: « Nationale, y compris DROM COM », « Régionale » (of its own département), « Bretagne ; Pays de la Loire », « 35, 56 ».
 * Null when a part is not understood: better unknown than half an area.
 *
 * « Nationale » without the overseas is mainland France and Corsica: lists that mean more say it.
 *
 * @param departement code of the supplier's own département, null when unknown
 */
export function areaInWords(
	text: string,
	departement: string | null,
	places: Pick<Places, "zone">,
): Area | null {
	const words = fold(text).trim();
	if (words === "") return null;
	if (/^(nationale?|france entiere)\b.*\b(drom|dom|outre-mer)/.test(words))
		return { country: true };
	if (/^(nationale?|france( metropolitaine)?|metropole)$/.test(words))
		return regions([...HEXAGON, CORSICA]);
	if (/^(hexagone|france hexagonale)( uniquement)?$/.test(words)) return regions(HEXAGON);
	if (/^departement(ale?)?$/.test(words)) return own(departement && `departement:${departement}`);
	if (/^region(ale?)?$/.test(words)) return own(regionOf(departement, places));
	const zones: Zone[] = [];
	for (const part of words.split(/[;,|/]|\bet\b/)) {
		const zone = zoneOf(part.trim(), places);
		if (!zone) return null;
		zones.push(zone);
	}
	return { zones };
}

function regions(codes: readonly string[]): Area {
	return { zones: codes.map((code) => `region:${code}`) };
}

function own(zone: Zone | null): Area | null {
	return zone ? { zones: [zone] } : null;
}

function regionOf(departement: string | null, places: Pick<Places, "zone">): Zone | null {
	const region = departement && places.zone(`departement:${departement}`)?.communes[0]?.region;
	return region ? `region:${region}` : null;
}

function zoneOf(part: string, places: Pick<Places, "zone">): Zone | null {
	const region = REGIONS[part.replace(/^(region|la)\s+/, "")];
	if (region) return `region:${region}`;
	const code = /^(?:departement\s+)?(\d{2,3}|2[ab])(?:\s*-.*)?$|\((\d{2,3}|2[ab])\)$/.exec(part);
	const zone: Zone = `departement:${(code?.[1] ?? code?.[2] ?? "").toUpperCase()}`;
	return code && places.zone(zone) ? zone : null;
}
