import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

// Enough statements for some to be collected between two steps of a promise.
const DROP_STATEMENTS = `
	const Database = require("better-sqlite3");
	const db = new Database(":memory:");
	(async () => {
		for (let count = 0; count < 20_000; count++) {
			db.prepare("SELECT 1").get();
			await null;
		}
		console.log("still here");
	})();`;

test("a statement that is collected does not end the process, on any Node", async () => {
	const { stdout } = await promisify(execFile)(process.execPath, ["-e", DROP_STATEMENTS]);
	expect(stdout).toBe("still here\n");
});
