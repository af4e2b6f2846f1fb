import { parentPort, workerData } from "node:worker_threads";
import type { RowContext } from "../prepared.ts";
import { readBlock } from "./read-block.ts";

/** Reads and checks blocks of lines beside the thread that writes. */
const context = workerData as RowContext;

parentPort?.on("message", ({ bytes, firstLine }: { bytes: Uint8Array; firstLine: number }) => {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	parentPort?.postMessage(readBlock(buffer, firstLine, context));
});

parentPort?.postMessage("ready");
