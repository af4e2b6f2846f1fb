import { foldedWords } from "#app/domain/text.ts";
import { essByForm, legalFormOf } from "../legal-forms.ts";
import type { ListFormat, ListRow } from "../list-format.ts";
import { accredited, buildSupplier, readSiret, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { missing, readDate, rowsBySiret } from "./shared.ts";

/** Headers met in the lists of DREETS and DGEFP, folded to words: there is no official layout. */
const HEADERS = {
	siret: [
		"siret",
		"n siret",
		"numero siret",
		"no siret",
		"siret etablissement",
		"siret de l etablissement",
		"siret ea",
	],
	name: [
		"raison sociale",
		"denomination",
		"denomination sociale",
		"nom de l entreprise adaptee",
		"nom de l ea",
		"nom ea",
		"entreprise adaptee",
		"nom de la structure",
		"nom",
	],
	brand: ["enseigne", "nom commercial", "nom usuel", "sigle"],
	address: ["adresse", "adresse 1", "adresse postale", "adresse de l etablissement", "voie"],
	postcode: ["code postal", "cp", "codepostal"],
	town: ["commune", "ville", "localite"],
	insee: ["code insee", "code commune", "code commune insee"],
	activities: [
		"activites",
		"activite",
		"activites principales",
		"activite principale",
		"secteurs d activite",
		"secteur d activite",
		"domaines d activite",
		"domaine d activite",
		"prestations",
		"metiers",
	],
	kind: ["type", "type ea", "type de structure", "type structure", "categorie", "statut"],
	from: [
		"date debut",
		"date de debut",
		"date debut contrat",
		"date d effet",
		"debut cpom",
		"date debut cpom",
		"date de debut cpom",
		"date agrement",
		"date d agrement",
	],
	until: [
		"date fin",
		"date de fin",
		"date fin contrat",
		"fin cpom",
		"date fin cpom",
		"date de fin cpom",
		"date de fin de cpom",
		"date de fin de convention",
		"echeance",
		"date d echeance",
		"fin de validite",
	],
	naf: ["naf", "code naf", "ape", "code ape"],
	legalForm: ["forme juridique", "statut juridique"],
	website: ["site", "site web", "site internet", "url"],
	lat: ["lat", "latitude"],
	lon: ["lon", "lng", "longitude"],
} as const;
type Field = keyof typeof HEADERS;

/** A list of entreprises adaptées. Being on it proves the agreement at its date; no date, no proof of when. */
export const entreprisesAdaptees: ListFormat = {
	id: "entreprises-adaptees",
	columns: [],
	recognises(columns, fileName) {
		const has = (field: Field) => HEADERS[field].some((header) => columns.has(header));
		const hint = `${[...columns].join(" ")} ${foldedWords(fileName).join(" ")}`;
		return (
			has("siret") &&
			has("name") &&
			has("town") &&
			/\b(ea|eatt|cpom)\b|entreprises? adaptees?/.test(hint)
		);
	},
	table: {
		isHeader: (cells) => {
			const names = cells.map(headerWords);
			return (["siret", "name", "town"] as const).every((field) =>
				names.some((name) => includes(field, name)),
			);
		},
	},
	groupBy: (row) => rowsBySiret("siret")({ line: row.line, cells: { siret: cell(row, "siret") } }),
	read(rows, context) {
		const [row] = rows;
		const name = cleanLine(cell(row, "name")) ?? cleanLine(cell(row, "brand"));
		if (!name) return missing("raison sociale", "La raison sociale");
		const identity = readSiret(cell(row, "siret"), "siret", context);
		if ("reject" in identity) return identity;
		const kinds = new Set(
			rows.map((each) => (/travail temporaire|eatt/i.test(cell(each, "kind")) ? "EATT" : "EA")),
		);
		const until = readDate(cell(row, "until"));
		const asOf = context.listDate ?? readDate(cell(row, "from"));
		const activities = cleanText(rows.map((each) => cell(each, "activities")).join("\n"));
		const legalForm = legalFormOf(cell(row, "legalForm"));
		const codes = [...kinds] as ("EA" | "EATT")[];
		const supplier = buildSupplier(
			{
				identity,
				name,
				on: asOf,
				place: resolvePlace(
					{
						inseeCode: cell(row, "insee"),
						postcode: cell(row, "postcode"),
						town: cell(row, "town"),
						lat: cell(row, "lat"),
						lon: cell(row, "lon"),
					},
					context,
				),
				fields: {
					kinds: codes.map((code) => accredited(code, "registry", asOf, until)),
					ess: essByForm(legalForm),
					legalForm,
					address: cleanLine(cell(row, "address")),
					postcode: cell(row, "postcode") || null,
					website: cleanWebsite(cell(row, "website")),
					description: activities && `Activités : ${activities}`,
				},
				clues: {
					kinds: codes,
					naf: cell(row, "naf"),
					texts: [
						{ text: `${name}. ${cell(row, "brand")}`, weight: 1.5 },
						{ text: activities ?? "", weight: 1.5 },
					],
				},
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};

function headerWords(header: string): string {
	return foldedWords(header).join(" ");
}

function includes(field: Field, header: string): boolean {
	return (HEADERS[field] as readonly string[]).includes(header);
}

/** The first filled cell under one of the headers of a field. */
function cell(row: ListRow, field: Field): string {
	for (const header of HEADERS[field]) {
		const value = row.cells[header];
		if (value) return value;
	}
	return "";
}
