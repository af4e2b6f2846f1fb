import { fromLambert93 } from "../lambert.ts";
import type { ListFormat, ListRow } from "../list-format.ts";
import {
	accredited,
	buildSupplier,
	type Identity,
	readSiret,
	resolvePlace,
} from "../supplier-draft.ts";
import { cleanLine } from "../texts.ts";
import { missing, readDate } from "./shared.ts";

/** Category of the ESAT. Places are persons welcomed, not a capacity to buy: they are not read. */
const ESAT = "246";

/** The published file has no header: its columns, in the ministry's order. */
const COLUMNS = [
	"section",
	"nofinesset",
	"nofinessej",
	"rs",
	"rslongue",
	"complrs",
	"compldistrib",
	"numvoie",
	"typvoie",
	"voie",
	"compvoie",
	"lieuditbp",
	"commune",
	"departement",
	"libdepartement",
	"ligneacheminement",
	"telephone",
	"telecopie",
	"categetab",
	"libcategetab",
	"categagretab",
	"libcategagretab",
	"siret",
	"codeape",
	"codemft",
	"libmft",
	"codesph",
	"libsph",
	"dateouv",
	"dateautor",
	"datemaj",
	"numuai",
];

/**
 * FINESS, the register of health and social establishments, as published (first line `finess;etalab;98;2026-05-12`, then lines `structureet;…`
 * and, in the located file, `geolocalisation;…`) or with headers. Only ESAT are kept.
 */
export const finess: ListFormat = {
	id: "finess",
	columns: ["nofinesset", "rs", "categetab", "departement", "ligneacheminement"],
	table: {
		headers(sample) {
			const first = sample[0] ?? [];
			const isRaw =
				(first[0] === "finess" && first[1] !== "nofinesset") || first[0] === "structureet";
			if (!isRaw) return null;
			return { columns: COLUMNS, skip: first[0] === "finess" ? 1 : 0, ragged: true };
		},
	},
	dateInside: ([first]) => (first?.[0] === "finess" ? readDate(first.join(" ")) : null),
	position({ cells }) {
		if (sectionOf(cells) !== "geolocalisation") return null;
		// In these lines the columns are: number, x, y, source and projection, date.
		const projection = cells["rslongue"] ?? "";
		if (!/LAMBERT_?93/i.test(projection)) return null;
		const point = fromLambert93(Number(cells["nofinessej"]), Number(cells["rs"]));
		return point && { key: cells["nofinesset"] ?? "", ...point };
	},
	read([row], context) {
		const { cells } = row;
		if (sectionOf(cells) === "geolocalisation" || cells["categetab"]?.trim() !== ESAT) return null;
		const number = cells["nofinesset"]?.trim().padStart(9, "0") ?? "";
		if (!/^\d[0-9AB]\d{7}$/.test(number))
			return missing("nofinesset", "Le numéro FINESS (9 caractères)");
		const name = cleanLine(cells["rslongue"]) ?? cleanLine(cells["rs"]);
		if (!name) return missing("rs", "La raison sociale");
		const siret = cells["siret"] ? readSiret(cells["siret"], "siret", context) : null;
		if (siret && "reject" in siret) return siret;
		if (!siret)
			context.warn(
				`L’établissement FINESS ${number} n’a pas de SIRET : il ne pourra pas être rapproché d’une autre liste.`,
			);
		const identity: Identity = {
			key: number,
			siret: siret?.siret ?? null,
			siren: siret?.siren ?? null,
		};
		const route = /^(\d{5})\s+(.*)$/.exec(cells["ligneacheminement"] ?? "");
		const point = context.positions.get(number) ?? pointOf(cells);
		const on = context.listDate;
		const supplier = buildSupplier(
			{
				identity,
				name,
				on,
				place: resolvePlace(
					{
						inseeCode: inseeCode(cells),
						postcode: route?.[1],
						town: route?.[2],
						lat: point?.lat,
						lon: point?.lon,
					},
					context,
				),
				fields: {
					// Without a SIREN, the legal entity is what competition counts.
					group: siret || !cells["nofinessej"] ? null : `FINESS ${cells["nofinessej"]}`,
					kinds: [accredited("ESAT", "registry", on)],
					address: addressOf(cells),
					postcode: route?.[1] ?? null,
				},
				clues: {
					kinds: ["ESAT"],
					naf: cells["codeape"] ?? null,
					texts: [{ text: `${name}. ${cells["complrs"] ?? ""}`, weight: 1.5 }],
				},
			},
			context,
		);
		return { key: number, supplier };
	},
};

function sectionOf(cells: ListRow["cells"]): string {
	return cells["section"] ?? "structureet";
}

/** FINESS splits the code: département `01` and commune `451`; overseas, `9A` to `9F` stand for 97. */
function inseeCode(cells: ListRow["cells"]): string {
	const departement = cells["departement"]?.trim().toUpperCase().padStart(2, "0") ?? "";
	const commune = cells["commune"]?.trim().padStart(3, "0") ?? "";
	if (/^\d{5}$/.test(commune)) return commune;
	return `${/^9[A-J]$/.test(departement) ? "97" : departement}${commune}`;
}

/** Headered editions often carry degrees, or the projected metres, beside the address. */
function pointOf(cells: ListRow["cells"]): { lat: number; lon: number } | null {
	const lat = Number(cells["latitude"] ?? cells["lat"] ?? "");
	const lon = Number(cells["longitude"] ?? cells["lon"] ?? "");
	if (lat && lon) return { lat, lon };
	return fromLambert93(Number(cells["coordxet"] ?? ""), Number(cells["coordyet"] ?? ""));
}

function addressOf(cells: ListRow["cells"]): string | null {
	const street = [cells["numvoie"], cells["compvoie"], cells["typvoie"], cells["voie"]]
		.filter(Boolean)
		.join(" ");
	return cleanLine([street, cells["lieuditbp"]].filter(Boolean).join(", "));
}
