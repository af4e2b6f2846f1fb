#!/usr/bin/env node
// The command runs from TypeScript source: this launcher starts Node again with tsx, and passes signals and exit code through.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("./vivier.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

const child = spawn(process.execPath, ["--import", tsx, entry, ...process.argv.slice(2)], {
	stdio: "inherit",
});

process.on("SIGINT", () => {
	// A terminal interrupts the whole group by itself: passing it on would count twice.
	if (!process.stdin.isTTY) child.kill("SIGINT");
});
for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) {
	process.on(signal, () => child.kill(signal));
}

child.on("error", (error) => {
	process.stderr.write(`vivier : démarrage impossible (${error.message}).\n`);
	process.exit(1);
});
child.on("exit", (code, signal) => {
	if (signal) {
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	} else {
		process.exit(code ?? 1);
	}
});
