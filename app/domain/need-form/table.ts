import { slugOf } from "../text.ts";
import {
	COLUMN_LABELS,
	type Column,
	type ColumnMap,
	guessColumns,
	readHeadings,
} from "./columns.ts";
import {
	type CellForm,
	type ConditionsForm,
	cellId,
	emptySite,
	type NeedForm,
	type SiteForm,
} from "./form-state.ts";
import { parseGrid } from "./grid.ts";
import { type CommuneLookup, namesCommune } from "./places.ts";
import { conditionsOf } from "./table-conditions.ts";
import { parseYesNo } from "./values.ts";

/** From a table of sites, as pasted or uploaded, to the sites and cells of a form. Nothing typed is dropped. */

export const MAX_SITES = 2000;

export interface TableRow {
	/** Line of the file or of the pasted text, from 1. */
	readonly line: number;
	readonly cells: readonly string[];
}

export interface TableRead {
	readonly sites: readonly SiteForm[];
	readonly cells: readonly CellForm[];
	/** Pairs the table names; null when it has no column of services: every service at every site. */
	readonly asked: readonly string[] | null;
	readonly ignoredColumns: readonly string[];
	/** What stands in the way; the table is then kept as text. */
	readonly problems: readonly { line: number; column: string; message: string }[];
}

export interface TableOptions {
	/** Services of the need: their id, and the words that name them in a column « prestation ». */
	readonly services: readonly { id: string; names: readonly string[] }[];
	/** Service the rows are about when the table does not say; null: all of them. */
	readonly service: string | null;
	/** Ids that are taken: sites already in the need. */
	readonly takenIds: ReadonlySet<string>;
	readonly finder: CommuneLookup;
}

/** Reads a pasted table. */
export function readPastedTable(text: string, options: TableOptions): TableRead {
	return readTable(parseGrid(text).rows, options);
}

/** Reads the rows of a table, headings or not. */
export function readTable(rows: readonly TableRow[], options: TableOptions): TableRead {
	const [first, ...others] = rows;
	if (!first) return refused(1, "", "le tableau est vide : collez au moins une ligne");
	const headings = readHeadings(first.cells);
	const body = headings ? others : rows;
	const columns =
		headings ??
		guessColumns(
			rows.map((row) => row.cells),
			(text) => namesCommune(text, options.finder),
		);
	if (body.length === 0) {
		return refused(
			first.line,
			"",
			"le tableau n’a que sa ligne de titres : ajoutez une ligne par site",
		);
	}
	if (body.length > MAX_SITES) {
		const over = body[MAX_SITES];
		return refused(
			over?.line ?? 0,
			"",
			`le tableau a ${body.length} lignes, ${MAX_SITES} au plus : répartissez le besoin`,
		);
	}
	if (!PLACE_COLUMNS.some((column) => columns.at.has(column))) {
		return refused(
			first.line,
			"",
			"aucune colonne ne dit où sont les sites : ajoutez une colonne « Commune », « Code postal » ou « Code INSEE »",
		);
	}
	return collect(body, columns, options);
}

const FLAGS = ["delivery", "installation", "continuity", "firmStock", "staffTransfer"] as const;
const PLACE_COLUMNS = ["commune", "postcode", "insee", "code", "lat"] as const;

function refused(line: number, column: string, message: string): TableRead {
	return {
		sites: [],
		cells: [],
		asked: [],
		ignoredColumns: [],
		problems: [{ line, column, message }],
	};
}

function collect(rows: readonly TableRow[], columns: ColumnMap, options: TableOptions): TableRead {
	const taken = new Set(options.takenIds);
	const byPlace = new Map<string, { site: SiteForm; services: Set<string> }[]>();
	const sites: SiteForm[] = [];
	const cells: CellForm[] = [];
	const asked: string[] = [];
	const problems: TableRead["problems"][number][] = [];
	const hasServices = columns.at.has("service") && options.services.length > 1;
	for (const row of rows) {
		const get = (column: Column) => row.cells[columns.at.get(column) ?? -1] ?? "";
		const services = servicesOf(get("service"), hasServices, options);
		if (services === null) {
			problems.push({
				line: row.line,
				column: COLUMN_LABELS.service,
				message: unknownService(get("service"), options),
			});
			continue;
		}
		const draft = siteOf(row, get, options.finder);
		const key = [
			draft.label,
			draft.place,
			draft.postcode,
			draft.insee,
			draft.address,
			draft.lat,
		].join("|");
		// The same site comes back on another line only when that line is about another service.
		const known = hasServices
			? byPlace.get(key)?.find((one) => services.every((service) => !one.services.has(service)))
			: undefined;
		const site = known?.site ?? { ...draft, id: freeId(draft, taken) };
		if (known) for (const service of services) known.services.add(service);
		else {
			sites.push(site);
			byPlace.set(key, [...(byPlace.get(key) ?? []), { site, services: new Set(services) }]);
		}
		const conditions = conditionsOf(get);
		const severed = sharedQuantity(conditions, services);
		if (severed) problems.push({ line: row.line, column: severed, message: SHARED });
		for (const flag of FLAGS) {
			const parsed = get(flag) === "" ? null : parseYesNo(get(flag));
			if (parsed?.ok) conditions[flag] = parsed.value;
			else if (parsed)
				problems.push({ line: row.line, column: COLUMN_LABELS[flag], message: parsed.message });
		}
		for (const service of services) {
			asked.push(cellId(service, site.id));
			if (Object.keys(conditions).length > 0) cells.push({ service, site: site.id, conditions });
		}
	}
	return {
		sites,
		cells,
		asked: hasServices ? asked : null,
		ignoredColumns: columns.ignored,
		problems,
	};
}

const SHARED =
	"le besoin a plusieurs prestations et la ligne ne dit pas laquelle : ajoutez une colonne « Prestation », ou dites au-dessus du tableau quelle prestation il décrit";

/** An amount or a quantity cannot stand for several services at once: it would be counted for each. */
function sharedQuantity(conditions: ConditionsForm, services: readonly string[]): string | null {
	if (services.length < 2) return null;
	if (conditions.quantity !== undefined) return COLUMN_LABELS.quantity;
	return conditions.amount !== undefined ? COLUMN_LABELS.amount : null;
}

function servicesOf(
	typed: string,
	hasServices: boolean,
	options: TableOptions,
): readonly string[] | null {
	if (hasServices && typed !== "") {
		const wanted = slugOf(typed);
		const named =
			options.services.find((service) => service.names.some((name) => slugOf(name) === wanted)) ??
			onlyOne(
				options.services.filter((service) =>
					service.names.some((name) => slugOf(name).includes(wanted)),
				),
			);
		return named ? [named.id] : null;
	}
	if (options.service !== null) return [options.service];
	return options.services.map((service) => service.id);
}

function onlyOne<T>(list: readonly T[]): T | undefined {
	return list.length === 1 ? list[0] : undefined;
}

function unknownService(typed: string, { services }: TableOptions): string {
	const names = services.map((service) => `« ${service.names[0] ?? service.id} »`).join(", ");
	return `« ${typed} » n’est pas une prestation de ce besoin : écrivez ${names}`;
}

function siteOf(row: TableRow, get: (column: Column) => string, finder: CommuneLookup): SiteForm {
	const code = get("code");
	// "Code" alone: a postcode, unless only the INSEE code names the commune beside it.
	const codeIsInsee =
		code !== "" &&
		finder.byPostcode(code).length === 0 &&
		finder.commune(code.toUpperCase()) !== undefined;
	return {
		...emptySite(""),
		label: get("site"),
		place: get("commune"),
		postcode: get("postcode") || (codeIsInsee ? "" : code),
		insee: get("insee") || (codeIsInsee ? code : ""),
		address: get("address"),
		lat: get("lat"),
		lon: get("lon"),
		line: row.line,
	};
}

function freeId(site: SiteForm, taken: Set<string>): string {
	const base =
		slugOf(site.label || site.place || site.postcode || site.insee).slice(0, 60) || "site";
	let id = base;
	for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
	taken.add(id);
	return id;
}

/** Puts a table that was read into the form, after its sites or instead of them. */
export function withTable(form: NeedForm, table: TableRead, mode: "replace" | "append"): NeedForm {
	const keep = mode === "append";
	const before = keep ? form.sites : [];
	const asked =
		table.asked === null && (!keep || form.asked === null)
			? null
			: [
					...(keep ? (form.asked ?? pairs(form, before)) : []),
					...(table.asked ?? pairs(form, table.sites)),
				];
	return {
		...form,
		where: "sites",
		sites: [...before, ...table.sites],
		cells: merged([...(keep ? form.cells : untabled(form, table)), ...table.cells]),
		asked,
		pasted: "",
		pastedAbout: "",
		ignoredColumns: [...table.ignoredColumns],
	};
}

/** What no column holds, kept for the sites that the new table has too. */
function untabled(form: NeedForm, table: TableRead): CellForm[] {
	const ids = new Set(table.sites.map((site) => site.id));
	return form.cells.flatMap(({ service, site, conditions }) => {
		const { certificates, capabilities, eInvoicing, mode } = conditions;
		const kept = {
			...(certificates && { certificates }),
			...(capabilities && { capabilities }),
			...(eInvoicing && { eInvoicing }),
			...(mode && { mode }),
		};
		return ids.has(site) && Object.keys(kept).length > 0
			? [{ service, site, conditions: kept }]
			: [];
	});
}

function merged(cells: readonly CellForm[]): CellForm[] {
	const byId = new Map<string, CellForm>();
	for (const cell of cells) {
		const id = cellId(cell.service, cell.site);
		const conditions = { ...byId.get(id)?.conditions, ...cell.conditions };
		byId.set(id, { ...cell, conditions });
	}
	return [...byId.values()];
}

function pairs(form: NeedForm, sites: readonly SiteForm[]): string[] {
	return form.services.flatMap((service) => sites.map((site) => cellId(service.id, site.id)));
}
