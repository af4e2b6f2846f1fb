import { expect, test } from "vitest";
import { runCli } from "#tests/factories/cli.ts";

test("without a command the help lists them all", async () => {
	const { code, out } = await runCli([]);
	expect(code).toBe(0);
	for (const name of [
		"match",
		"import",
		"export",
		"reindex",
		"reference",
		"backup",
		"restore",
		"serve",
	]) {
		expect(out).toContain(`  ${name}`);
	}
});

test("an unknown command is bad input, and is named", async () => {
	const { code, err } = await runCli(["imprter"]);
	expect(code).toBe(2);
	expect(err).toContain("« imprter »");
});

test("a name that every object has is not a command", async () => {
	expect((await runCli(["constructor"])).code).toBe(2);
});

test("an unknown option is bad input, and is named", async () => {
	const { code, err } = await runCli(["migrate", "--vite"]);
	expect(code).toBe(2);
	expect(err).toContain("« --vite »");
});

test("an argument too many is bad input", async () => {
	expect((await runCli(["serve", "tout"])).code).toBe(2);
});

test("a backup without a file name is bad input", async () => {
	expect((await runCli(["backup"])).code).toBe(2);
});

test("a backup into a folder that does not exist is bad input, and names it", async () => {
	const { code, err } = await runCli(["backup", "/nulle-part/copie.sqlite"]);
	expect(code).toBe(2);
	expect(err).toContain("« /nulle-part »");
});
