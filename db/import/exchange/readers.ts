import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RowContext } from "../prepared.ts";
import type { Block } from "./lines.ts";
import { type BlockOutcome, readBlock } from "./read-block.ts";

/** Below this size, starting threads costs more than they give. */
const THREADED_FROM_BYTES = 8_000_000;

/** A block of 1 MB and what comes of it fit many times over: a thread is not let grow for its own comfort. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 };

/** Reads blocks, in threads when the file is large; outcomes come in the order of the blocks. */
export interface BlockReaders {
	read(block: Block): Promise<BlockOutcome>;
	/** How many blocks to hand over before waiting for the first. */
	readonly ahead: number;
	close(): Promise<void>;
}

export function startReaders(context: RowContext, totalBytes: number): BlockReaders {
	if (totalBytes < THREADED_FROM_BYTES) {
		return {
			read: ({ bytes, firstLine }) => Promise.resolve(readBlock(bytes, firstLine, context)),
			ahead: 1,
			close: () => Promise.resolve(),
		};
	}
	const threads = Array.from({ length: Math.min(4, availableParallelism()) }, () =>
		startThread(context),
	);
	let turn = 0;
	return {
		read(block) {
			const thread = threads[turn % threads.length] as ReaderThread;
			turn += 1;
			return thread.read(block);
		},
		ahead: threads.length * 2,
		async close() {
			await Promise.all(threads.map((thread) => thread.close()));
		},
	};
}

interface ReaderThread {
	read(block: Block): Promise<BlockOutcome>;
	close(): Promise<void>;
}

function startThread(context: RowContext): ReaderThread {
	const worker = new Worker(new URL("./worker-entry.mjs", import.meta.url), {
		workerData: context,
		resourceLimits: THREAD_MEMORY,
	});
	// A thread answers in the order it was asked.
	const waiting: {
		resolve: (outcome: BlockOutcome) => void;
		reject: (error: unknown) => void;
	}[] = [];
	let failure: unknown;
	worker.on("message", (outcome: BlockOutcome) => waiting.shift()?.resolve(outcome));
	worker.on("error", (error) => {
		failure = error;
		for (const { reject } of waiting.splice(0)) reject(error);
	});
	return {
		read: ({ bytes, firstLine }) =>
			new Promise((resolve, reject) => {
				if (failure) {
					reject(failure);
					return;
				}
				waiting.push({ resolve, reject });
				worker.postMessage({ bytes, firstLine });
			}),
		async close() {
			await worker.terminate();
		},
	};
}
