import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RowContext } from "../prepared.ts";
import type { Block } from "./lines.ts";
import { type BlockOutcome, readBlock } from "./read-block.ts";

/** Below this size, starting a thread costs more than it gives. */
const THREADED_FROM_BYTES = 8_000_000;
/** A few blocks and what comes of them fit many times over: a thread is not let grow for its own comfort. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 56 };
/** Blocks a thread may have waiting: it must never be idle, nor hold much. */
const QUEUE = 2;

/** Reads blocks, in this thread and others when the file is large. */
export interface BlockReaders {
	read(block: Block): Promise<BlockOutcome>;
	/** How many blocks to hand over before waiting for the first. */
	readonly ahead: number;
	close(): Promise<void>;
}

export function startReaders(context: RowContext, totalBytes: number): BlockReaders {
	const count =
		totalBytes < THREADED_FROM_BYTES ? 0 : Math.min(3, Math.max(1, availableParallelism() - 1));
	const threads = Array.from({ length: count }, () => startThread(context));
	return {
		read(block) {
			// This thread works too: while the others start, and whenever they have enough.
			const free = threads.find((thread) => thread.isReady() && thread.waiting() < QUEUE);
			if (free) return free.read(block);
			return Promise.resolve(readBlock(block.bytes, block.firstLine, context));
		},
		ahead: 1 + count * QUEUE,
		async close() {
			await Promise.all(threads.map((thread) => thread.close()));
		},
	};
}

interface ReaderThread {
	isReady(): boolean;
	waiting(): number;
	read(block: Block): Promise<BlockOutcome>;
	close(): Promise<void>;
}

function startThread(context: RowContext): ReaderThread {
	const worker = new Worker(new URL("./worker-entry.cjs", import.meta.url), {
		workerData: context,
		// Its entry registers the loader: once is enough.
		execArgv: [],
		resourceLimits: THREAD_MEMORY,
	});
	// A thread answers in the order it was asked.
	const asked: { resolve: (outcome: BlockOutcome) => void; reject: (error: unknown) => void }[] =
		[];
	let isReady = false;
	let failure: unknown;
	worker.on("message", (message: BlockOutcome | "ready") => {
		if (message === "ready") isReady = true;
		else asked.shift()?.resolve(message);
	});
	worker.on("error", (error) => {
		failure = error;
		isReady = true;
		for (const { reject } of asked.splice(0)) reject(error);
	});
	return {
		isReady: () => isReady,
		waiting: () => asked.length,
		read: ({ bytes, firstLine }) =>
			new Promise((resolve, reject) => {
				if (failure) {
					reject(failure);
					return;
				}
				asked.push({ resolve, reject });
				worker.postMessage({ bytes, firstLine });
			}),
		async close() {
			await worker.terminate();
		},
	};
}
