import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { MAIN_FILE } from "#app/data-dir.server.ts";
import { runCli } from "#tests/factories/cli.ts";
import { testFolder } from "#tests/factories/folder.ts";

test("a sentence is shown with its marks, its parts and what was left", async () => {
	const { code, out } = await runCli([
		"read",
		"Nettoyage à Vannes avant 8 h, xylofrage",
		"--on",
		"2026-11-21",
	]);
	expect(code).toBe(0);
	expect(out).toContain("[Nettoyage] à [Vannes]");
	expect(out).toContain("Vannes (56)");
	expect(out).toContain("Non compris\u202f: «\u202fxylofrage\u202f»");
	expect(out).not.toContain("\u001b");
});

test("--json answers as the API does", async () => {
	const { code, out } = await runCli(["read", "Nettoyage à Vannes", "--json"]);
	expect(code).toBe(0);
	const reading = JSON.parse(out);
	expect(Object.keys(reading)).toEqual(
		expect.arrayContaining(["need", "segments", "parts", "notUnderstood"]),
	);
	expect(reading.need.sites).toEqual([{ id: "vannes", commune: "56260" }]);
});

test("each line of a file gives one line of JSON, in order, empty ones included", async () => {
	const file = fileOf("Tonte à Auray\n\nTraiteur à Rennes\n");
	const { code, out } = await runCli(["read", "--lines", file, "--json"]);
	expect(code).toBe(0);
	const segments = out
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line).segments[0]?.segment ?? null);
	expect(segments).toEqual(["entretien-espaces-verts", null, "traiteur"]);
});

test.each([
	["a file that is not there", () => join(tmpdir(), "nulle-part.txt"), "n’existe pas"],
	["a folder", tmpdir, "c’est un dossier"],
	["an empty file", () => fileOf(""), "ce fichier est vide"],
	["a file that is not UTF-8", () => fileOf(Buffer.from([0x63, 0xe9, 0x0a])), "n’est pas en UTF-8"],
	["a file that is not text", () => fileOf("a\nb\0c\n"), "ligne 2"],
	["a line too long", () => fileOf(`ok\n${"a".repeat(20_001)}\n`), "ligne 2"],
])("%s is bad input, said in French", async (_, file, words) => {
	const { code, out, err } = await runCli(["read", "--lines", file(), "--json"]);
	expect(code).toBe(2);
	expect(out).toBe("");
	expect(err).toContain(words);
});

test.each([
	["no text", ["read"], "il manque le texte"],
	["a text too long", ["read", "a".repeat(20_001)], "20\u202f000"],
	["a text beside a file", ["read", "--lines", "x", "tonte"], "est de trop"],
	["a day that is none", ["read", "tonte", "--on", "demain"], "on attend une date"],
])("%s is bad input", async (_, args, words) => {
	const { code, err } = await runCli(args);
	expect(code).toBe(2);
	expect(err).toContain(words);
});

const CPV_LIST = "../shared/data/codes/cpv_2008_fr.csv";

test.skipIf(!existsSync(CPV_LIST))(
	`the CPV labels of the base are read, and no base is made for it (${CPV_LIST})`,
	async () => {
		const dataDir = testFolder();
		vi.stubEnv("VIVIER_DATA_DIR", dataDir);
		const segmentsOf = async (text: string) => {
			const { code, out } = await runCli(["read", text, "--json"]);
			expect(code).toBe(0);
			return JSON.parse(out).need.services.map(({ segment }: { segment: string }) => segment);
		};
		expect(await segmentsOf("Pois chiches")).toEqual([]);
		expect(existsSync(join(dataDir, MAIN_FILE))).toBe(false);
		expect((await runCli(["reference", "load", "cpv", CPV_LIST])).code).toBe(0);
		expect(await segmentsOf("Pois chiches")).toEqual(["fruits-legumes"]);
		vi.unstubAllEnvs();
	},
);

function fileOf(content: string | Buffer): string {
	const file = join(testFolder(), "besoins.txt");
	writeFileSync(file, content);
	return file;
}
