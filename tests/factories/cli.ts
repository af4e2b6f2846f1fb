import { Writable } from "node:stream";
import { main } from "#scripts/cli.ts";

/** Runs one command in this process, and gives what it wrote. */
export async function runCli(
	args: string[],
): Promise<{ code: number | undefined; out: string; err: string }> {
	const stdout = new Memory();
	const stderr = new Memory();
	const code = await main(args, { stdout, stderr, isTTY: false });
	return { code, out: stdout.text, err: stderr.text };
}

class Memory extends Writable {
	text = "";
	override _write(chunk: Buffer, _encoding: string, done: () => void) {
		this.text += chunk.toString();
		done();
	}
}
