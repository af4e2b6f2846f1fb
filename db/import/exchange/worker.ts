import { parentPort, workerData } from "node:worker_threads";
import { readBlock } from "./read-block.ts";
import type { ExchangeContext } from "./read-line.ts";

/** Reads and checks blocks of lines beside the thread that writes. */
const context = workerData as ExchangeContext;

parentPort?.on("message", ({ bytes, firstLine }: { bytes: Uint8Array; firstLine: number }) => {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	parentPort?.postMessage(readBlock(buffer, firstLine, context));
});
