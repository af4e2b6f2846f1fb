import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeDataDir } from "./data-dir.server.ts";
import { EnvError } from "./env.server.ts";

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "vivier-data-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

test("the data folder is made with the folders above it, and may be there already", () => {
	const folder = join(temporaryFolder(), "a", "b");
	makeDataDir(folder);
	makeDataDir(folder);
	expect(existsSync(folder)).toBe(true);
});

test("a file in the way of the data folder is told in French", () => {
	const file = join(temporaryFolder(), "fichier");
	writeFileSync(file, "");
	for (const folder of [file, join(file, "a")]) {
		expect(() => makeDataDir(folder)).toThrow(EnvError);
		expect(() => makeDataDir(folder)).toThrow(`Le dossier « ${folder} » (VIVIER_DATA_DIR)`);
	}
});

// There, the system says “no such file” of a folder whose parent exists.
test.skipIf(!existsSync("/proc/self"))(
	"a folder that takes no other does not stop the start for ever (skipped without /proc)",
	() => {
		expect(() => makeDataDir("/proc/nope")).toThrow(EnvError);
		expect(() => makeDataDir("/proc/nope/a")).toThrow(EnvError);
	},
);
