import { formatKm, formatShortDate, joinAnd, NNBSP } from "#app/domain/french-format.ts";
import { MODE_LABELS, PROOF_LABELS, RESERVATION_LABELS } from "#app/domain/french-labels.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Accreditation, Supplier } from "#app/domain/supplier.ts";
import type { ExportedSupplier } from "#search/port.ts";

/** A cell of a spreadsheet: text, or a number. Null: unknown, left empty. */
export type Cell = string | number | null;

interface Column {
	readonly title: string;
	/** In characters, for spreadsheets. */
	readonly width: number;
	value(exported: ExportedSupplier, places: Places): Cell;
}

const SEPARATOR = " ; ";

/** One line per supplier. What is unknown stays empty; only public facts. */
export const SUPPLIER_COLUMNS: readonly Column[] = [
	{ title: "Identifiant", width: 22, value: ({ item }) => item.id },
	{ title: "SIRET", width: 16, value: ({ item }) => item.siret },
	{ title: "Nom", width: 40, value: ({ item }) => item.name },
	{
		title: "Types de structure",
		width: 34,
		value: ({ supplier }) => kindsText(supplier.supplier.kinds),
	},
	{
		title: "Marchés réservés auxquels elle peut répondre",
		width: 40,
		value: ({ item }) =>
			item.reservations
				.map(({ code, certainty }) =>
					certainty === "proved"
						? RESERVATION_LABELS[code]
						: `${RESERVATION_LABELS[code]} (à confirmer)`,
				)
				.join(SEPARATOR),
	},
	{ title: "ESS", width: 6, value: ({ item }) => yesNo(item.ess) },
	{ title: "Mentions", width: 14, value: ({ item }) => item.tags.join(SEPARATOR) },
	{ title: "Adresse", width: 30, value: ({ supplier }) => supplier.supplier.address ?? null },
	{ title: "Code postal", width: 11, value: ({ supplier }) => supplier.supplier.postcode ?? null },
	{ title: "Commune", width: 24, value: ({ item }) => item.commune?.name ?? null },
	{ title: "Code INSEE", width: 11, value: ({ item }) => item.commune?.code ?? null },
	{ title: "Département", width: 12, value: ({ item }) => item.commune?.departement ?? null },
	{
		title: "Position",
		width: 24,
		// A geo URI: a bare negative longitude would look like a formula.
		value: ({ item }) =>
			item.lat === null || item.lon === null ? null : `geo:${item.lat},${item.lon}`,
	},
	{ title: "Distance (km)", width: 12, value: ({ item }) => item.distanceKm },
	{
		title: "Segments d’achat",
		width: 50,
		value: ({ item }) =>
			item.segments
				.map(({ label, basis }) => (basis === "inferred" ? `${label} (déduit)` : label))
				.join(SEPARATOR),
	},
	{
		title: "Codes des segments",
		width: 30,
		value: ({ item }) => item.segments.map(({ code }) => code).join(SEPARATOR),
	},
	{
		title: "Modes d’intervention",
		width: 22,
		value: ({ item }) => item.modes.map((mode) => MODE_LABELS[mode]).join(SEPARATOR),
	},
	{
		title: "Zone d’intervention déclarée",
		width: 40,
		value: ({ supplier }, places) => areaText(supplier.supplier, places),
	},
	{ title: "Dernière confirmation", width: 14, value: ({ item }) => item.verifiedOn },
	{ title: "Site internet", width: 30, value: ({ supplier }) => supplier.supplier.website ?? null },
	{
		title: "Sources",
		width: 30,
		value: ({ supplier }) => sourcesText(supplier.supplier),
	},
];

function kindsText(kinds: readonly Accreditation[] | null | undefined): string | null {
	if (!kinds) return null;
	return kinds
		.map(({ code, proof, asOf, until }) => {
			const seen = asOf ? ` le ${formatShortDate(asOf)}` : "";
			const end = until ? `, jusqu’au ${formatShortDate(until)}` : "";
			return `${code} (${PROOF_LABELS[proof]}${seen}${end})`;
		})
		.join(SEPARATOR);
}

/** All that its offers declare, each part once. */
function areaText(supplier: Supplier, places: Places): string {
	const parts = new Set<string>();
	for (const offer of supplier.offers) {
		const area = effectiveOffer(supplier, offer).area;
		if (area?.country) parts.add("toute la France");
		if (area?.radiusKm) parts.add(`${formatKm(area.radiusKm)} autour du siège`);
		for (const zone of area?.zones ?? []) parts.add(places.zone(zone)?.name ?? zone);
	}
	return [...parts].join(SEPARATOR);
}

function sourcesText(supplier: Supplier): string {
	const sources = Object.values(supplier.facts ?? {}).map(({ source }) => source);
	return [...new Set(sources)].sort().join(SEPARATOR);
}

function yesNo(value: boolean | null): string | null {
	if (value === null) return null;
	return value ? "oui" : "non";
}

/** What a spreadsheet would run: text that begins like a formula is preceded by an apostrophe. */
export function neutralised(cell: Cell): Cell {
	return typeof cell === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** Said beside every export. */
export const EXPORT_NOTE = `Liste dans l’ordre de la page${NNBSP}: sans tri demandé, un tirage stable qui ne dit rien des structures. Une case vide veut dire ${joinAnd(["inconnu", "non déclaré"], "ou")}.`;
