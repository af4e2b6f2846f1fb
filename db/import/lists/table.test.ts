import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { testFolder } from "#tests/factories/folder.ts";
import {
	LIST_CAPS,
	openTable,
	readTable,
	readTableSmall,
	type TableInput,
	UPLOAD_CAPS,
} from "./table.server.ts";

function given(content: string | Uint8Array, fileName = "liste.csv"): TableInput {
	return { buffer: typeof content === "string" ? Buffer.from(content) : content, fileName };
}

async function rowsOf(input: TableInput): Promise<Record<string, string>[]> {
	const rows: Record<string, string>[] = [];
	for await (const row of readTable(input)) rows.push(row.cells);
	return rows;
}

/** The French sentence of the refusal, after its place. */
async function refusal(input: TableInput, caps = LIST_CAPS): Promise<string> {
	const error = await readTableSmall(input, { caps }).then(
		() => "aucun refus",
		(cause: unknown) => cause,
	);
	if (!(error instanceof AppError)) return String(error);
	const [problem] = error.problems;
	return `${error.code}: ${problem?.path}: ${problem?.message}`;
}

test("commas, semicolons, tabs and bars are told apart", async () => {
	for (const [delimiter, other] of [",;", ";,", "\t,", "|,"].map((pair) => [...pair])) {
		const text = `nom${delimiter}ville\nA${other}B${delimiter}Vannes\n`;
		expect(await rowsOf(given(text)), text).toEqual([{ nom: `A${other}B`, ville: "Vannes" }]);
	}
});

test("a delimiter inside quotes does not count", async () => {
	const text = 'nom;ville\n"a,b,c,d";Vannes\n"e,f,g,h";Rennes\n';
	expect((await openTable(given(text))).delimiter).toBe(";");
});

test("UTF-8 with and without mark, UTF-16 and Windows-1252 read alike", async () => {
	const text = "nom;ville\nBébé;Orléans – l’été\n";
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
	const utf16be = Buffer.from(utf16);
	utf16be.swap16();
	const win = Buffer.from(text.replace("–", "\x96").replace("’", "\x92"), "latin1");
	for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, utf16be, win]) {
		expect(await rowsOf(given(bytes))).toEqual([{ nom: "Bébé", ville: "Orléans – l’été" }]);
	}
});

test("an accent far behind the sample decides the encoding of the whole text", async () => {
	const text = `nom;ville\n${"abc;def\n".repeat(100_000)}B\xe9b\xe9;Orl\xe9ans\n`;
	const table = await openTable(given(Buffer.from(text, "latin1")));
	expect(table.encoding).toBe("win1252");
	let last: Record<string, string> = {};
	for await (const row of table.rows()) last = row.cells;
	expect(last).toEqual({ nom: "Bébé", ville: "Orléans" });
});

test("a character cut between two chunks of a file stays whole", async () => {
	const path = join(testFolder(), "long.csv");
	writeFileSync(path, `nom;ville\n${"é".repeat(200_001)};Vannes\n`);
	const [row] = await rowsOf({ path });
	expect(row?.["nom"]).toBe("é".repeat(200_001));
});

test("lines are those of the file, through line breaks inside values and blank lines", async () => {
	const text = 'nom;ville\n"deux\nlignes";Vannes\n\nsuite;Rennes\n';
	const { rows } = await readTableSmall(given(text));
	expect(rows.map((row) => row.line)).toEqual([2, 5]);
});

test("a row with too many or too few cells says so and does not stop the others", async () => {
	const { rows } = await readTableSmall(given("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3\n"));
	expect(rows.map((row) => row.problem?.slice(0, 28) ?? null)).toEqual([
		null,
		"Cette ligne compte 2 colonne",
		"Cette ligne compte 4 colonne",
		null,
	]);
});

test("nameless and repeated columns get a name", async () => {
	const { columns } = await readTableSmall(given("nom;;nom\n1;2;3\n"));
	expect(columns).toEqual(["nom", "colonne 2", "nom (2)"]);
});

test("broken quotes in Windows-1252 are refused with line and column", async () => {
	const text = 'nom;ville\nBébé;Orléans\nX;"bro"ken"\n';
	expect(await refusal(given(Buffer.from(text, "latin1")))).toMatch(
		/^bad-file: liste\.csv, ligne 3, colonne 2: Guillemets mal placés/,
	);
});

test("a quote never closed names the line where it opens", async () => {
	expect(await refusal(given('nom;ville\na;b\n"Bébé;Orl\nfoo;bar\n'))).toMatch(
		/^bad-file: liste\.csv, ligne 3, colonne 1: Un guillemet ouvert/,
	);
});

test("a file cut in its last line is refused, not half read", async () => {
	expect(await refusal(given("a;b;c\n1;2;3\n1;2"))).toMatch(
		/^bad-file: liste\.csv, ligne 3: .*tronqué/,
	);
});

test("what is not a table is refused for what it is", async () => {
	const cases: [content: string | Uint8Array, name: string, says: RegExp][] = [
		["%PDF-1.7", "liste.csv", /document PDF/],
		[zip([["a.txt", "texte"]]), "liste.csv", /archive ZIP/],
		["<!doctype html><title>Erreur</title>", "liste.csv", /page web/],
		["nom,ville\n", "liste.xlsx", /n’en est pas un/],
		["", "liste.csv", /vide/],
		["nom;ville\na\0b;c\n", "liste.csv", /ligne 2: .*octet nul/],
	];
	for (const [content, name, says] of cases)
		expect(await refusal(given(content, name)), name).toMatch(says);
});

test("two encodings in one file are refused with the line where the second begins", async () => {
	const bytes = Buffer.concat([
		Buffer.from("nom;ville\né;à\né;à\né;à\n"),
		Buffer.from("caf\xe9;b\n", "latin1"),
	]);
	expect(await refusal(given(bytes))).toMatch(
		/^bad-file: liste\.csv, ligne 5: .*mélange deux encodages/,
	);
});

test("caps refuse a file too heavy, too long or too wide", async () => {
	const caps = { ...UPLOAD_CAPS, bytes: 50, rows: 2, columns: 3, recordChars: 20 };
	expect(await refusal(given("a;b\n".repeat(20)), caps)).toMatch(/^file-too-large/);
	expect(await refusal(given("a;b\n1;2\n1;2\n1;2\n"), caps)).toMatch(
		/^file-too-large: .*plus de 2 lignes/,
	);
	expect(await refusal(given("a;b;c;d\n1;2;3;4\n"), caps)).toMatch(/^bad-file: .*4 colonnes/);
	expect(await refusal(given(`a;b\n"${"x".repeat(30)}";2\n`), caps)).toMatch(
		/^bad-file: .*ligne 2/,
	);
});

test("JSON arrays and one object per line read like a table", async () => {
	const objects = [
		{ nom: "A", tags: ["x", "y"], ville: null },
		{ nom: "B } [", ville: "Vannes" },
	];
	const expected = [
		{ nom: "A", tags: "x;y", ville: "" },
		{ nom: "B } [", tags: "", ville: "Vannes" },
	];
	expect(await rowsOf(given(JSON.stringify(objects), "l.json"))).toEqual(expected);
	expect(
		await rowsOf(given(objects.map((each) => JSON.stringify(each)).join("\n"), "l.json")),
	).toEqual(expected);
});

test("a truncated JSON names the line of the object that is cut", async () => {
	expect(await refusal(given('[{"a": 1},\n{"a": 2', "l.json"))).toMatch(
		/^bad-file: l\.json, ligne 2: .*tronqué/,
	);
});

test("a workbook gives its texts, numbers, dates and the last value of its formulas", async () => {
	const { rows } = await readTableSmall(given(await workbook(), "sites.xlsx"));
	expect(rows.map((row) => [row.line, row.cells])).toEqual([
		[
			3,
			{ SIRET: "80746931700018", Nom: "Atelier", Total: "3", Date: "2026-03-12", Ouvert: "VRAI" },
		],
	]);
});

test("a workbook under a text name, and the reverse, are refused", async () => {
	expect(await refusal(given(await workbook(), "sites.csv"))).toMatch(
		/^bad-file: sites\.csv: .*classeur Excel/,
	);
});

test("a cut workbook is refused", async () => {
	const bytes = await workbook();
	expect(await refusal(given(bytes.subarray(0, bytes.length - 300), "s.xlsx"))).toMatch(/tronqué/);
});

test("a workbook that declares too much is refused before it is opened", async () => {
	const bomb = zip([
		["xl/workbook.xml", "<workbook/>"],
		["xl/worksheets/sheet1.xml", Buffer.alloc(30_000_000)],
	]);
	expect(await refusal(given(bomb, "s.xlsx"))).toMatch(
		/^bad-file: s\.xlsx: .*se décompresse 1\s\d+ fois/,
	);
	expect(await refusal(given(bomb, "s.xlsx"), { ...LIST_CAPS, unzippedBytes: 20_000_000 })).toMatch(
		/^file-too-large/,
	);
});

test("a workbook that hides its size is refused while it is measured", async () => {
	const bomb = zip([
		["xl/workbook.xml", "<workbook/>"],
		["xl/worksheets/sheet1.xml", Buffer.alloc(30_000_000), 1000],
	]);
	expect(await refusal(given(bomb, "s.xlsx"))).toMatch(
		/^bad-file: s\.xlsx: .*plus de données qu’il n’en déclare/,
	);
});

async function workbook(): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	const sheet = book.addWorksheet("Sites");
	sheet.addRow(["SIRET", "Nom", "Total", "Date", "Ouvert"]);
	sheet.addRow([]);
	sheet.addRow([
		80746931700018,
		{ richText: [{ text: "Ate" }, { text: "lier" }] },
		{ formula: "1+2", result: 3 },
		new Date("2026-03-12"),
		true,
	]);
	return Buffer.from(await book.xlsx.writeBuffer());
}

/** A ZIP by hand; `declared` replaces an entry's true size. */
function zip(files: [name: string, content: string | Buffer, declared?: number][]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content, declared] of files) {
		const bytes = Buffer.from(content);
		const zipped = deflateRawSync(bytes);
		const header = Buffer.alloc(30);
		header.writeUInt32LE(0x04034b50, 0);
		header.writeUInt16LE(8, 8);
		header.writeUInt32LE(zipped.length, 18);
		header.writeUInt32LE(declared ?? bytes.length, 22);
		header.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(zipped.length, 20);
		entry.writeUInt32LE(declared ?? bytes.length, 24);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(at, 42);
		directory.push(entry, Buffer.from(name));
		parts.push(header, Buffer.from(name), zipped);
		at += 30 + name.length + zipped.length;
	}
	const size = directory.reduce((sum, part) => sum + part.length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, ...directory, end]);
}
