import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterAll, expect, test, vi } from "vitest";
import { exportLines } from "#db/import/export.server.ts";
import { getDataVersion, openDb } from "#db/open.server.ts";
import { runCli } from "#tests/factories/cli.ts";
import { makeBombWorkbook } from "#tests/factories/zip.ts";

/** One folder and one base for the whole file: each test shows that the base comes out of it unchanged. */
const folder = mkdtempSync(join(tmpdir(), "vivier-bad-"));
const dataDir = join(folder, "data");
const geiq = readFileSync("tests/fixtures/lists/geiq_2019-11.csv", "utf8");
const [geiqHeader = "", ...geiqRows] = geiq.trimEnd().split(/\r?\n/);

afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

const supplier = (id: string, change: object = {}) =>
	JSON.stringify({
		schemaVersion: 1,
		id,
		name: `Atelier ${id}`,
		kinds: [{ code: "ESAT", proof: "registry", asOf: "2026-01-15" }],
		commune: "56260",
		offers: [{ segment: "nettoyage-locaux", area: { radiusKm: 30 } }],
		...change,
	});
const goodList = `${Array.from({ length: 20 }, (_, i) => supplier(`a-${i}`)).join("\n")}\n`;

test("the command ends with 2 and one French sentence, without a trace, when it is really run", async () => {
	const need = write("need.json", '{"services": []}');
	const { code, out, err } = await spawnCli(["match", need]);
	expect(code).toBe(2);
	expect(out).toBe("");
	expect(err).toContain("need.json, services : Les services\u202f: il en faut au moins 1.");
	expect(err).not.toContain("    at ");
}, 30_000);

const area = (radiusKm: number) => ({
	offers: [{ segment: "nettoyage-locaux", area: { radiusKm } }],
});
const offer = (facts: object) => ({ offers: [{ segment: "nettoyage-locaux", ...facts }] });

test.each<[string, object | string, string[]]>([
	["an unknown property", { ofers: [] }, ["ligne 2, ofers", "offers"]],
	["a radius of −5", area(-5), ["ligne 2, offers[0].area.radiusKm", "pas −5"]],
	["a SIRET with a wrong key", { siret: "80746931700019" }, ["ligne 2, siret", "clé du SIRET"]],
	["a SIRET of zeros", { siret: "00000000000000" }, ["ligne 2, siret"]],
	["30 February", offer({ availableFrom: "2027-02-30" }), ["offers[0].availableFrom", "28 jours"]],
	[
		"a closure on 30 February",
		offer({ closures: [{ from: "02-30", to: "03-02" }] }),
		["closures[0].from", "29"],
	],
	[
		"a window of no length",
		offer({ windows: [{ from: "08:00", to: "08:00" }] }),
		["windows[0]", "pas de durée"],
	],
	["an unknown segment", { offers: [{ segment: "nettoyag" }] }, ["offers[0].segment", "nettoyag"]],
	["an unknown commune", { commune: "99999" }, ["ligne 2, commune", "99999"]],
	["an unknown territory", offer({ area: { zones: ["departement:99"] } }), ["area.zones[0]"]],
	["a version to come", { schemaVersion: 2 }, ["ligne 2, schemaVersion", "version 2"]],
	["an id given twice", { id: "a" }, ["ligne 2, id", "ligne 1"]],
	["a line cut in the middle", '{"schemaVersion":1,"id":"b","na', ["ligne 2", "tronqué"]],
	["a line too deep", `{"id":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, ["ligne 2, id"]],
	["a list instead of an object", "[1,2]", ["ligne 2", "objet JSON"]],
])("a supplier file with %s is refused with its line and field", async (_name, change, words) => {
	const line = typeof change === "string" ? change : supplier("b", change);
	const file = write("suppliers.ndjson", `\ufeff${supplier("a")}\r\n${line}`);
	const { code, err } = await cli([
		"match",
		"tests/fixtures/scenario-1/need.json",
		"--suppliers",
		file,
	]);
	expect(code).toBe(2);
	for (const word of ["suppliers.ndjson", ...words]) expect(err).toContain(word);
});

test("what a newer minor version adds is kept aside with a warning", async () => {
	const file = write("suppliers.ndjson", supplier("a", { schemaVersion: 1.2, novelty: 3 }));
	const need = "tests/fixtures/scenario-1/need.json";
	const { code, err } = await cli(["match", need, "--suppliers", file]);
	expect(code).toBe(0);
	expect(err).toContain("ligne 1\u202f: «\u202fnovelty\u202f» est mis de côté");
});

test.each<[string, Buffer | string | null, string]>([
	["nothing.json", null, "n’existe pas"],
	["", null, "dossier"],
	["empty.json", "", "vide"],
	["latin1.json", Buffer.from('{"title": "été"}', "latin1"), "UTF-8"],
	["utf16.json", Buffer.from('\ufeff{"services": []}', "utf16le"), "UTF-8"],
	["cut.json", '{\n"services": [', "ligne 2"],
	["comma.json", '{\n"services": [],\n}', "ligne 3"],
	["scalar.json", "3", "il faut un objet"],
	["deep.json", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "il faut un objet"],
])("a need in « %s » is refused with its file", async (name, content, words) => {
	const file = content === null ? join(folder, name) : write(name, content);
	const { code, err } = await cli(["match", file]);
	expect(code).toBe(2);
	expect(err).toContain(file);
	expect(err).toContain(words);
});

test("a good list goes in, and the same list again changes nothing", async () => {
	expect((await importing("liste.ndjson", goodList)).code).toBe(0);
	const before = await fingerprint();
	expect((await importing("liste.ndjson", goodList)).code).toBe(0);
	expect(await fingerprint()).toEqual(before);
}, 30_000);

const w1252 = (text: string) => iconv.encode(text, "windows1252");
const megabytes = (count: number) => Buffer.alloc(count * 1_000_000, "a");

test.each<[string, () => Buffer | string, string[]]>([
	["liste.ndjson", () => goodList.slice(0, -40), ["ligne 20", "tronqué"]],
	[
		"accent.ndjson",
		() => Buffer.from(`${goodList}{"name":"é`).subarray(0, -1),
		["ligne 21", "tronqué"],
	],
	["liste.jsonl", () => goodList.split("\n").slice(0, 14).join("\n"), ["6 des 20", "--confirm"]],
	["empty.ndjson", () => "", ["aucune structure"]],
	["blank.ndjson", () => "\n\n\n", ["aucune structure"]],
	["latin1.ndjson", () => w1252(goodList.replaceAll("Atelier", "Été")), ["ligne 1", "UTF-8"]],
	["cut.ndjson", () => gzipSync(goodList).subarray(0, 60), ["GZIP"]],
	["endless.ndjson", () => megabytes(20), ["ligne 1", "trop longue"]],
	["empty.csv", () => "", ["vide"]],
	["unknown.csv", () => "a;b\n1;2\n", ["en-tête", "liste connue"]],
	["document.csv", () => "%PDF-1.7\n", ["PDF"]],
	["nul.csv", () => `${geiq}a\0b\n`, ["octet nul"]],
	[
		"quotes.csv",
		() => w1252(`${geiqHeader}\r\n"GEIQ "Été" d’Or",a\r\n`),
		["ligne 2, colonne 1", "Guillemets"],
	],
	["unclosed.csv", () => `${geiqHeader}\n"${geiqRows[1]}\n`, ["ligne 2", "guillemet"]],
	[
		"endless.csv",
		() => Buffer.concat([Buffer.from(`${geiqHeader}\n`), megabytes(20)]),
		["ligne 2"],
	],
	["wide.csv", () => `${"colonne;".repeat(100_000)}\n`, ["en-tête"]],
	["bomb.xlsx", () => makeBombWorkbook(210_000_000), ["décompressé", "210"]],
	["liar.xlsx", () => makeBombWorkbook(60_000_000, 2_000), ["plus de données qu’il n’en déclare"]],
	["text.xlsx", () => "a;b\n1;2\n", ["n’en est pas un"]],
])(
	"importing %s is refused in a sentence and leaves the base as it was",
	async (name, content, words) => {
		const before = await fingerprint();
		const { code, err } = await importing(name, content());
		expect(code).toBe(2);
		for (const word of [name, ...words]) expect(err).toContain(word);
		expect(err.length).toBeLessThan(2_000);
		expect(await fingerprint()).toEqual(before);
	},
	30_000,
);

test("of two imports at once, the second is told to wait", async () => {
	const file = write("liste.ndjson", goodList);
	const lock = join(dataDir, "imports/import.lock");
	mkdirSync(join(dataDir, "imports"), { recursive: true });
	// Held by a process that lives on: the one that runs the tests.
	writeFileSync(lock, String(process.ppid));
	const second = await cli(["import", file]);
	rmSync(lock);
	expect(second.code).toBe(2);
	expect(second.err).toContain("Un autre import est en cours");
	expect((await cli(["import", file])).code).toBe(0);
}, 30_000);

test.each([
	["a data folder that is a file", 2, () => write("occupied", "x")],
	["a base that is no base", 1, () => broken()],
])("with %s the command fails in a sentence, with %i", async (_name, expected, prepare) => {
	vi.stubEnv("VIVIER_DATA_DIR", prepare());
	const { code, err } = await cli(["import", write("liste.ndjson", goodList)]);
	expect(code).toBe(expected);
	expect(err).toMatch(/^vivier : .+\.\n$/);
});

function broken(): string {
	const path = join(folder, "broken");
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, "vivier.sqlite"), "ceci n’est pas une base".repeat(500));
	return path;
}

function write(name: string, content: Buffer | string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

function importing(name: string, content: Buffer | string) {
	return cli(["import", write(name, content)]);
}

/** What anyone can see of the base. */
async function fingerprint() {
	const db = openDb(join(dataDir, "vivier.sqlite"), { readonly: true });
	const hash = createHash("sha256");
	for await (const lines of exportLines(db)) hash.update(lines);
	const version = await getDataVersion(db);
	await db.destroy();
	return { version, exported: hash.digest("hex") };
}

async function cli(args: string[]) {
	if (process.env["VIVIER_DATA_DIR"] === undefined) vi.stubEnv("VIVIER_DATA_DIR", dataDir);
	return runCli(args);
}

function spawnCli(args: string[]) {
	return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
		const env = { ...process.env, VIVIER_DATA_DIR: dataDir };
		execFile(process.execPath, ["scripts/vivier.mjs", ...args], { env }, (error, out, err) =>
			resolve({ code: error ? error.code : 0, out, err }),
		);
	});
}
