import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "./fixtures.ts";

test("a base that breaks gives a calm page, and the log its cause under the same number", async ({
	page,
	server,
	visit,
	complaints,
}) => {
	breakBase(server.dataDir);
	await visit("/");
	await expect(
		page.getByRole("heading", { name: "Vivier n’a pas pu afficher cette page" }),
	).toBeVisible();
	const number = await page.locator("strong").first().innerText();
	expect(number).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
	expect(server.logs).toContainEqual(
		expect.objectContaining({ msg: "incident", requestId: number, err: expect.anything() }),
	);
	// The browser notes the 500, and Remix the error it was told of: neither a failed hydration.
	expect(complaints.splice(0).filter((text) => /hydrat/i.test(text))).toEqual([]);
});

/** Takes the tables away under the feet of the running site. */
function breakBase(dataDir: string): void {
	const raw = new Sqlite(join(dataDir, "vivier.sqlite"));
	raw.exec("ALTER TABLE supplier RENAME TO supplier_gone");
	raw.close();
}
