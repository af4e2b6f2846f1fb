import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PORT = 3999;

export const SITE = `http://localhost:${PORT}`;

/** Runs the built site on the base of this folder while `measure` works. Needs a build and a base: `npm run demo` makes both. */
export async function withSite(dataDir: string, measure: () => Promise<void>): Promise<void> {
	// The server reads its settings from the environment; `env` hands them over.
	const settings = [
		`PORT=${PORT}`,
		"NODE_ENV=production",
		`VIVIER_DATA_DIR=${dataDir}`,
		"VIVIER_LOG_LEVEL=error",
		"VIVIER_RATE_LIMIT=0",
	];
	const server = spawn("env", [...settings, process.execPath, "scripts/vivier.mjs", "serve"], {
		cwd: ROOT,
		stdio: "inherit",
	});
	try {
		await ready();
		await measure();
	} finally {
		server.kill("SIGTERM");
		await once(server, "exit");
	}
}

async function ready(): Promise<void> {
	for (let attempt = 0; attempt < 120; attempt += 1) {
		const answer = await fetch(`${SITE}/healthz`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error("the server did not start");
}

/** A need begun from an example: the address of its answer, and the cookie of its owner. */
export async function beginExample(example: string): Promise<{ path: string; cookie: string }> {
	const answer = await fetch(`${SITE}/besoins/nouveau`, {
		method: "POST",
		redirect: "manual",
		headers: { Origin: SITE },
		body: new URLSearchParams({ example }),
	});
	const path = answer.headers.get("Location");
	const cookie = answer.headers.get("Set-Cookie")?.split(";")[0];
	if (!path || !cookie) throw new Error(`the example did not start: ${answer.status}`);
	return { path, cookie };
}
