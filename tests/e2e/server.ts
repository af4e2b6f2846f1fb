import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../../scripts/vivier.mjs", import.meta.url));
const START_MS = 60_000;

export interface TestServer {
	readonly url: string;
	readonly dataDir: string;
	/** Lines of the log so far, as parsed JSON. */
	readonly logs: readonly Record<string, unknown>[];
	/** Asks it to stop, and gives its exit code. */
	stop(): Promise<number | null>;
}

/** Runs one `vivier` command on this data folder, to its end. @throws when it fails */
export async function runVivier(
	dataDir: string,
	args: string[],
	env: Record<string, string> = {},
): Promise<string> {
	const child = spawn(process.execPath, [LAUNCHER, ...args], {
		env: { ...process.env, VIVIER_DATA_DIR: dataDir, VIVIER_LOG_LEVEL: "warn", ...env },
	});
	let out = "";
	child.stdout.on("data", (chunk: Buffer) => {
		out += chunk.toString();
	});
	child.stderr.on("data", (chunk: Buffer) => {
		out += chunk.toString();
	});
	const code = await exited(child);
	if (code !== 0) throw new Error(`vivier ${args.join(" ")}: exit ${code}\n${out}`);
	return out;
}

/** Serves the build on a free port; with `prepare`, after it filled the data folder. */
export async function startTestServer(
	options: { env?: Record<string, string>; prepare?: (dataDir: string) => Promise<void> } = {},
): Promise<TestServer> {
	const dataDir = await mkdtemp(join(tmpdir(), "vivier-e2e-"));
	await options.prepare?.(dataDir);
	const child = spawn(process.execPath, [LAUNCHER, "serve"], {
		env: {
			...process.env,
			NODE_ENV: "production",
			PORT: "0",
			VIVIER_DATA_DIR: dataDir,
			VIVIER_LOG_LEVEL: "info",
			...options.env,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	const logs: Record<string, unknown>[] = [];
	const url = await listening(child, logs);
	return {
		url,
		dataDir,
		logs,
		async stop() {
			child.kill("SIGTERM");
			const code = await exited(child);
			await rm(dataDir, { recursive: true, force: true });
			return code;
		},
	};
}

function listening(
	child: ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream },
	logs: Record<string, unknown>[],
): Promise<string> {
	return new Promise((resolve, reject) => {
		let errors = "";
		const late = setTimeout(
			() => reject(new Error(`no server after ${START_MS} ms\n${errors}`)),
			START_MS,
		);
		child.stderr.on("data", (chunk: Buffer) => {
			errors += chunk.toString();
		});
		child.once("exit", (code) => reject(new Error(`the server stopped with ${code}\n${errors}`)));
		createInterface({ input: child.stdout }).on("line", (line) => {
			const entry = JSON.parse(line) as Record<string, unknown>;
			logs.push(entry);
			if (entry["msg"] === "listening") {
				clearTimeout(late);
				resolve(String(entry["url"]));
			}
		});
	});
}

function exited(child: ChildProcess): Promise<number | null> {
	if (child.exitCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}
