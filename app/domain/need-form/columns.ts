import { foldTyped } from "./values.ts";

/** The columns a table of sites may have, by what people write above them. */

export const COLUMNS = [
	"site",
	"commune",
	"postcode",
	"insee",
	"code",
	"address",
	"lat",
	"lon",
	"service",
	"quantity",
	"unit",
	"per",
	"days",
	"weekdays",
	"window",
	"from",
	"to",
	"visitHours",
	"amount",
	"delivery",
	"installation",
	"continuity",
	"firmStock",
	"staffTransfer",
] as const;
export type Column = (typeof COLUMNS)[number];

/** French name of a column, as the model table writes it. */
export const COLUMN_LABELS: Record<Column, string> = {
	site: "Site",
	commune: "Commune",
	postcode: "Code postal",
	insee: "Code INSEE",
	code: "Code",
	address: "Adresse",
	lat: "Latitude",
	lon: "Longitude",
	service: "Prestation",
	quantity: "Quantité",
	unit: "Unité",
	per: "Période",
	days: "Jours par semaine",
	weekdays: "Jours",
	window: "Horaires",
	from: "Heure de début",
	to: "Heure de fin",
	visitHours: "Durée de passage",
	amount: "Montant annuel HT",
	delivery: "Livraison",
	installation: "Installation",
	continuity: "Sans interruption",
	firmStock: "Quantités fermes",
	staffTransfer: "Reprise du personnel",
};

// First match wins: the precise headings stand before the loose ones.
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
	["insee", /insee|code commune|code officiel/],
	["postcode", /code postal|codepostal|^cp$|^c p$/],
	["code", /^codes?$/],
	["lat", /^lat(itude)?$|^y$/],
	["lon", /^(lon|lng|long)(gitude)?$|^x$/],
	["per", /^(periode|periodicite|par|frequence de mesure)$/],
	["unit", /^unites?( de mesure)?$/],
	["visitHours", /duree|temps (de|par) passage|heures par (passage|visite)/],
	["from", /heure (de )?debut|^debut$|^de$|ouverture/],
	["to", /heure (de )?fin|^fin$|^a$|^jusqu/],
	["window", /horaire|plage|creneau|heures?( de passage| d intervention)?$/],
	["weekdays", /^jours$|jours (de la semaine|de passage|d intervention|concernes)/],
	["days", /jours? ?(\/|par|p)|nb|nombre de (jours|passages)|frequence|passages?/],
	["amount", /montant|budget|cout|prix|estimation|euros?|€|ht$/],
	["quantity", /quantite|qte|surface|superficie|volume|tonnage|m2|m²|nombre/],
	["service", /prestation|service|segment|lot|famille|activite|type d achat/],
	["address", /adresse|voie|rue/],
	["commune", /commune|ville|localite|municipalite/],
	["delivery", /livraison|livre/],
	["installation", /installation|montage|pose/],
	["continuity", /continuite|sans interruption|sans fermeture/],
	["firmStock", /fermes?$|stock/],
	["staffTransfer", /reprise/],
	[
		"site",
		/site|nom|libelle|batiment|etablissement|lieu|equipement|intitule|designation|ecole|college/,
	],
];

export interface ColumnMap {
	/** Position of each column found. */
	readonly at: ReadonlyMap<Column, number>;
	/** Headings that name nothing we know; their cells are not used. */
	readonly ignored: readonly string[];
}

/** The columns that a heading row names; null when the row is no heading row. */
export function readHeadings(cells: readonly string[]): ColumnMap | null {
	const at = new Map<Column, number>();
	const ignored: string[] = [];
	cells.forEach((heading, position) => {
		if (heading === "") return;
		const column = columnNamed(heading, at);
		if (column) at.set(column, position);
		else ignored.push(heading);
	});
	const numbers = cells.filter((cell) => /^[\d\s.,€%]+$/.test(cell)).length;
	if (numbers > 0 || at.size === 0 || at.size < ignored.length) return null;
	return { at, ignored };
}

function columnNamed(heading: string, taken: ReadonlyMap<Column, number>): Column | undefined {
	const folded = foldTyped(heading)
		.replace(/[()[\]_.:*'-]+/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	return HEADINGS.find(([column, words]) => !taken.has(column) && words.test(folded))?.[0];
}

/**
 * The columns of a table without headings, guessed from what the cells look like.
 *
 * @param isCommune whether a text names a commune
 */
export function guessColumns(
	rows: readonly (readonly string[])[],
	isCommune: (text: string) => boolean,
): ColumnMap {
	const width = Math.max(0, ...rows.map((row) => row.length));
	const at = new Map<Column, number>();
	for (let position = 0; position < width; position++) {
		const values = rows.map((row) => row[position] ?? "").filter((value) => value !== "");
		const column = values.length === 0 ? undefined : guess(values.slice(0, 50), at, isCommune);
		if (column) at.set(column, position);
	}
	if (width === 1 && !at.has("commune") && !at.has("code")) at.set("commune", 0);
	return { at, ignored: [] };
}

const SHAPES: readonly (readonly [Column, RegExp])[] = [
	["code", /^(\d{5}|2[ab]\d{3})$/],
	["amount", /€|euros?|\d ?k$/],
	["window", /\d ?h|\d:\d\d|^avant |^apres /],
	["quantity", /^[\d\s.,]+ ?(m2|m3|ml|kg|t|h|m²)(?!\p{L})/u],
	["unit", /^(m2|m²|m3|ml|kg|t|h)$/],
	["days", /^[1-7]([.,]5)?( ?j.*)?$|^(lun|du lun)/],
	["lat", /^4[1-9]\.\d{3,}$/],
	["lon", /^-?\d\.\d{3,}$/],
	["quantity", /^[\d\s.,]+$/],
];

function guess(
	values: readonly string[],
	taken: ReadonlyMap<Column, number>,
	isCommune: (text: string) => boolean,
): Column | undefined {
	const most = (test: (value: string) => boolean) => values.filter(test).length * 2 > values.length;
	for (const [column, shape] of SHAPES) {
		if (!taken.has(column) && most((value) => shape.test(foldTyped(value)))) return column;
	}
	if (!taken.has("commune") && most(isCommune)) return "commune";
	if (
		!taken.has("address") &&
		most((value) =>
			/^\d+.* (rue|avenue|av|place|bd|boulevard|chemin|allee|route|quai)\b/i.test(value),
		)
	) {
		return "address";
	}
	return taken.has("site") ? undefined : "site";
}
