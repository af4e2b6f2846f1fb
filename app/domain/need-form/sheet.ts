import { COLUMN_LABELS, type Column } from "./columns.ts";
import {
	type CellForm,
	type ConditionsForm,
	cellId,
	type NeedForm,
	type SiteForm,
} from "./form-state.ts";
import { frWindow, parseWindow } from "./hours.ts";

/** The sites of a form as the table one could have pasted: to correct it, or to fill it in a spreadsheet. */

const ALWAYS: readonly Column[] = ["site", "commune"];
const PLAIN = [
	"quantity",
	"unit",
	"per",
	"days",
	"weekdays",
	"window",
	"visitHours",
	"amount",
] as const;
const FLAGS = ["delivery", "installation", "continuity", "firmStock", "staffTransfer"] as const;

/**
 * Rows of cells, headings first: one row per site, or per site and service when there are several.
 *
 * @param serviceName French name of a service, for the column « prestation »
 */
export function toSheet(form: NeedForm, serviceName: (id: string) => string): string[][] {
	const several = form.services.length > 1;
	const lines = form.sites.flatMap((site) =>
		several
			? form.services
					.filter(({ id }) => form.asked === null || form.asked.includes(cellId(id, site.id)))
					.map(({ id }) => ({ site, service: id, cell: cellOf(form, id, site.id) }))
			: [
					{
						site,
						service: form.services[0]?.id ?? "",
						cell: cellOf(form, form.services[0]?.id ?? "", site.id),
					},
				],
	);
	const columns: Column[] = [
		...ALWAYS,
		...(["postcode", "insee", "address", "lat", "lon"] as const).filter((column) =>
			form.sites.some((site) => site[column] !== ""),
		),
		...(several ? (["service"] as const) : []),
		...PLAIN.filter((column) => lines.some(({ cell }) => cell?.conditions[column])),
		...FLAGS.filter((column) => lines.some(({ cell }) => cell?.conditions[column])),
	];
	return [
		columns.map((column) => COLUMN_LABELS[column]),
		...lines.map(({ site, service, cell }) =>
			columns.map((column) => {
				if (column === "service") return serviceName(service);
				return siteValue(site, column) ?? conditionValue(cell?.conditions ?? {}, column);
			}),
		),
	];
}

function cellOf(form: NeedForm, service: string, site: string): CellForm | undefined {
	return form.cells.find((cell) => cell.service === service && cell.site === site);
}

function siteValue(site: SiteForm, column: Column): string | undefined {
	switch (column) {
		case "site":
			return site.label;
		case "commune":
			return site.place;
		case "postcode":
		case "insee":
		case "address":
		case "lat":
		case "lon":
			return site[column];
		default:
			return undefined;
	}
}

const SHOWN_UNITS: Readonly<Record<string, string>> = {
	piece: "pièce",
	m2: "m²",
	m3: "m³",
	person: "personne",
	day: "jour",
	vehicle: "véhicule",
	meal: "repas",
};
const SHOWN_PERIODS: Readonly<Record<string, string>> = {
	order: "commande",
	visit: "passage",
	day: "jour",
	week: "semaine",
	month: "mois",
	year: "an",
};

function conditionValue(conditions: ConditionsForm, column: Column): string {
	const value = conditions[column as keyof ConditionsForm];
	if (value === "yes") return "oui";
	if (value === "no") return "non";
	if (typeof value !== "string") return "";
	if (column === "unit") return SHOWN_UNITS[value] ?? value;
	if (column === "per") return SHOWN_PERIODS[value] ?? value;
	if (column === "window") return shownWindow(value);
	return value;
}

function shownWindow(typed: string): string {
	const window = parseWindow(typed);
	if (!window.ok || window.understoodAs) return typed;
	return frWindow(window.value)
		.replace(/\u202f/g, "")
		.replace("de ", "")
		.replace(" à ", "-");
}

/** A quantity with the unit and period that it was given, in one text: what its field reads back. */
export function quantityText({ quantity, unit, per }: ConditionsForm): string {
	if (quantity === undefined || (unit === undefined && per === undefined)) return quantity ?? "";
	if (!/^[\d\s.,]+$/.test(quantity)) return quantity;
	const measure = unit === undefined ? "" : ` ${SHOWN_UNITS[unit] ?? unit}`;
	const period = per === undefined ? "" : ` par ${SHOWN_PERIODS[per] ?? per}`;
	return `${quantity}${measure}${period}`;
}

/** The table as text with tabs: what a spreadsheet takes, and what the text field reads back. */
export function toTabs(rows: readonly (readonly string[])[]): string {
	return rows
		.map((row) => row.map((value) => value.replace(/[\t\n\r]+/g, " ")).join("\t"))
		.join("\n");
}

/** The model to download and fill in. */
export const MODEL_ROWS: readonly (readonly string[])[] = [
	[
		"Site",
		"Commune",
		"Code postal",
		"Adresse",
		"Quantité",
		"Unité",
		"Période",
		"Jours par semaine",
		"Horaires",
		"Montant annuel HT",
	],
	["Hôtel de ville", "Vannes", "56000", "", "900", "m²", "semaine", "5", "6h-8h", "18000"],
	["École des Tilleuls", "Elven", "56250", "", "600", "m²", "semaine", "3", "", "12000"],
];
