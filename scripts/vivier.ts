import { main } from "./cli.ts";

// A reader that stops reading (`| head`) ends the command quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") process.exit(0);
	throw error;
});

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
