import { z } from "zod";
import { AppError, type InputProblem } from "#app/domain/errors.ts";
import { foldedWords } from "#app/domain/text.ts";
import { badFile, frenchNumber } from "./import/lists/bad-file.server.ts";
import type { TableInput } from "./import/lists/bytes.server.ts";
import { openTable, type Table, type TableRow } from "./import/lists/table.server.ts";

/** The official lists a user downloads: the CPV and the centres of communes. Read whole and checked before anything is written. */

export interface CpvRow {
	/** Eight digits, without the check digit. */
	readonly code: string;
	readonly label: string;
	/** The nearest listed code above it; null for a division. */
	readonly parent: string | null;
}

export interface Centre {
	readonly code: string;
	readonly lat: number;
	readonly lon: number;
}

const COLUMNS = {
	cpv: ["code", "code cpv", "cpv"],
	label: ["libelle fr", "libelle", "label fr", "label", "fr", "intitule", "designation"],
	commune: ["code insee", "code", "insee", "code commune", "code commune insee", "com", "codgeo"],
	kind: ["type", "typecom"],
	lat: ["lat", "latitude", "latitude centre", "centre lat", "y"],
	lon: ["lon", "lng", "long", "longitude", "longitude centre", "centre lon", "x"],
	point: ["centre", "geo point 2d"],
} as const;

const COLUMN_NAMES: Partial<Record<keyof typeof COLUMNS, string>> = {
	cpv: "le code CPV (« code »)",
	label: "le libellé français (« libelle_fr », « libelle » ou « FR »)",
	commune: "le code INSEE (« code_insee » ou « code »)",
};

/** More problems than this are counted, not listed. */
const SHOWN_PROBLEMS = 10;

/** @throws {AppError} "bad-file" | "file-too-large": each problem names file, line and column */
export async function readCpvList(input: TableInput): Promise<CpvRow[]> {
	const table = await openTable(input);
	const codeColumn = requireColumn(table, "cpv");
	const labelColumn = requireColumn(table, "label");
	const labels = new Map<string, string>();
	const problems = createProblems(table.fileName);
	for await (const row of table.rows()) {
		if (problems.addRowProblem(row)) continue;
		const typed = row.cells[codeColumn] ?? "";
		const code = /^(\d{8})(-\d)?$/.exec(typed)?.[1];
		const label = row.cells[labelColumn] ?? "";
		if (code === undefined)
			problems.add(row.line, codeColumn, `« ${typed} » n’est pas un code CPV de huit chiffres.`);
		else if (labels.has(code))
			problems.add(row.line, codeColumn, `Le code ${code} est déjà dans une ligne précédente.`);
		else if (label === "")
			problems.add(row.line, labelColumn, `Le libellé du code ${code} est vide.`);
		else labels.set(code, label);
	}
	problems.throwIfAny();
	if (labels.size === 0) throw noRows(table.fileName);
	return [...labels]
		.map(([code, label]) => ({ code, label, parent: parentOf(code, labels) }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function parentOf(code: string, labels: ReadonlyMap<string, string>): string | null {
	for (let kept = code.replace(/0+$/, "").length - 1; kept >= 2; kept--) {
		const parent = code.slice(0, kept).padEnd(8, "0");
		if (parent !== code && labels.has(parent)) return parent;
	}
	return null;
}

/**
 * Centres of communes: a CSV with code, latitude and longitude, or the JSON of geo.api.gouv.fr with its field `centre`.
 * Rows of another kind than communes and rows without a centre are left out.
 *
 * @throws {AppError} "bad-file" | "file-too-large"
 */
export async function readCentres(input: TableInput): Promise<Centre[]> {
	const table = await openTable(input);
	const codeColumn = requireColumn(table, "commune");
	const kindColumn = findColumn(table, "kind");
	const read = pointReader(table);
	const centres = new Map<string, Centre>();
	const problems = createProblems(table.fileName);
	for await (const row of table.rows()) {
		if (problems.addRowProblem(row)) continue;
		const kind = kindColumn === null ? "" : (row.cells[kindColumn] ?? "");
		if (kind !== "" && kind !== "commune-actuelle" && kind !== "COM") continue;
		// A spreadsheet drops the leading zero.
		const code = (row.cells[codeColumn] ?? "").toUpperCase().replace(/^\d{4}$/, "0$&");
		if (!/^(\d{5}|2[AB]\d{3})$/.test(code)) {
			problems.add(row.line, codeColumn, `« ${code} » n’est pas un code INSEE de commune.`);
			continue;
		}
		const point = read(row);
		if (point === null) continue;
		if ("problem" in point) problems.add(row.line, point.column, point.problem);
		else if (centres.has(code))
			problems.add(row.line, codeColumn, `La commune ${code} est déjà dans une ligne précédente.`);
		else centres.set(code, { code, ...point });
	}
	problems.throwIfAny();
	if (centres.size === 0) throw noRows(table.fileName);
	return [...centres.values()];
}

type Point = { lat: number; lon: number } | { column: string; problem: string } | null;

function pointReader(table: Table): (row: TableRow) => Point {
	const lat = findColumn(table, "lat");
	const lon = findColumn(table, "lon");
	const point = findColumn(table, "point");
	if (lat !== null && lon !== null) {
		return ({ cells }) => {
			const [latText = "", lonText = ""] = [cells[lat], cells[lon]];
			if (latText === "" && lonText === "") return null;
			return pointOf(latText, lonText, { lat, lon });
		};
	}
	if (point === null) {
		throw badFile(
			table.fileName,
			"en-tête",
			`Il manque la position des communes : une colonne « lat » et une colonne « lon », ou le champ « centre » de geo.api.gouv.fr. Colonnes lues : ${listed(table.columns)}.`,
		);
	}
	return ({ cells }) => {
		const text = cells[point] ?? "";
		if (text === "") return null;
		const geometry = pointSchema.safeParse(parseJson(text));
		if (geometry.success) {
			const [x, y] = geometry.data.coordinates;
			return pointOf(String(y), String(x), { lat: point, lon: point });
		}
		const [latText = "", lonText = ""] = text.split(/\s*[,;]\s*/);
		return pointOf(latText, lonText, { lat: point, lon: point });
	};
}

const pointSchema = z.object({
	type: z.literal("Point"),
	coordinates: z.tuple([z.number(), z.number()]),
});

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not JSON: "47.65, -2.76" is tried next.
		return null;
	}
}

function pointOf(latText: string, lonText: string, columns: { lat: string; lon: string }): Point {
	const lat = degrees(latText, 90);
	if (lat === null)
		return { column: columns.lat, problem: `« ${latText} » n’est pas une latitude en degrés.` };
	const lon = degrees(lonText, 180);
	if (lon === null)
		return { column: columns.lon, problem: `« ${lonText} » n’est pas une longitude en degrés.` };
	return { lat, lon };
}

function degrees(text: string, limit: number): number | null {
	if (!/^[-+]?\d+([.,]\d+)?$/.test(text)) return null;
	const value = Number(text.replace(",", "."));
	return Math.abs(value) <= limit ? value : null;
}

function findColumn(table: Table, field: keyof typeof COLUMNS): string | null {
	const folded = new Map(table.columns.map((name) => [foldedWords(name).join(" "), name]));
	for (const wanted of COLUMNS[field]) {
		const name = folded.get(wanted);
		if (name !== undefined) return name;
	}
	return null;
}

function requireColumn(table: Table, field: keyof typeof COLUMNS): string {
	const name = findColumn(table, field);
	if (name !== null) return name;
	throw badFile(
		table.fileName,
		"en-tête",
		`Il manque une colonne pour ${COLUMN_NAMES[field] ?? field}. Colonnes lues : ${listed(table.columns)}.`,
	);
}

function listed(columns: readonly string[]): string {
	return columns
		.slice(0, 12)
		.map((name) => `« ${name} »`)
		.join(", ");
}

function noRows(fileName: string): AppError {
	return badFile(
		fileName,
		null,
		"Ce fichier ne contient aucune ligne utilisable. Vérifiez l’export.",
	);
}

function createProblems(fileName: string) {
	const problems: InputProblem[] = [];
	let count = 0;
	const add = (line: number, column: string | null, message: string) => {
		const where = column === null ? "" : `, colonne « ${column} »`;
		if (++count <= SHOWN_PROBLEMS)
			problems.push({ path: `${fileName}, ligne ${frenchNumber(line)}${where}`, message });
	};
	return {
		add,
		addRowProblem(row: TableRow): boolean {
			if (row.problem === undefined) return false;
			add(row.line, null, row.problem);
			return true;
		},
		throwIfAny(): void {
			if (count === 0) return;
			const more = count - SHOWN_PROBLEMS;
			if (more > 0)
				problems.push({
					path: fileName,
					message: `Et ${frenchNumber(more)} autres lignes. Rien n’a été chargé : corrigez le fichier, puis recommencez.`,
				});
			throw new AppError("bad-file", { file: fileName }, { problems });
		},
	};
}
