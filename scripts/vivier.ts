import { main } from "./cli.ts";

main(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	isTTY: process.stderr.isTTY === true,
}).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		process.exitCode = 1;
	},
);
