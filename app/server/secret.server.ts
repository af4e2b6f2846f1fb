import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The secret that signs cookies, generated at the first start and kept beside the databases. */
export async function openSecret(dataDir: string): Promise<string> {
	const path = join(dataDir, "session-secret");
	try {
		await writeFile(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
	return (await readFile(path, "utf8")).trim();
}
