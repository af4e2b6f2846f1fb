import type { RawDb } from "../open.server.ts";
import { Classifier } from "./classify.ts";
import type { RejectedRow } from "./prepared.ts";
import type { RejectsFile } from "./rejects.ts";
import { type ImportCounts, type ImportProgress, noCounts } from "./report.ts";
import type { RowBatch } from "./row-batches.ts";
import type { StagedWriter } from "./staging.ts";

const MAX_WARNINGS = 100;

export interface Staged {
	readonly counts: ImportCounts;
	/** Rows of the source before. */
	readonly known: number;
	readonly warnings: readonly string[];
}

/**
 * Reads all of a file and writes down what it would change. The base is only read.
 *
 * @param staged null for a dry run
 */
export async function stageRows(
	raw: RawDb,
	sourceId: string,
	batches: AsyncIterable<RowBatch>,
	{
		staged,
		rejects,
		totalBytes,
		onProgress,
	}: {
		staged: StagedWriter | null;
		rejects: RejectsFile;
		totalBytes: number;
		onProgress: ((progress: ImportProgress) => void) | undefined;
	},
): Promise<Staged> {
	const classifier = new Classifier(raw, sourceId);
	const counts = noCounts();
	const warnings: string[] = [];
	let rows = 0;
	const refuse = (row: RejectedRow) => {
		rejects.add(row);
		if (row.key !== undefined) classifier.noteKey(row.key, row.line);
	};
	for await (const batch of batches) {
		for (const row of batch.rows) {
			rows += 1;
			if (row.kind === "reject") {
				refuse(row);
				continue;
			}
			const effect = classifier.classify(row);
			if (effect.kind === "repeated") {
				refuse({
					kind: "reject",
					line: row.line,
					column: "id",
					value: row.key,
					reason: `Cet identifiant est déjà celui de la ligne ${effect.line}\u202f: une structure ne vient qu’une fois par fichier.`,
				});
				continue;
			}
			if (effect.kind === "back") {
				staged?.write({ kind: "back", recordId: effect.recordId });
				counts.unchanged += 1;
				continue;
			}
			if (effect.kind === "joined") counts.joined += 1;
			counts[effect.kind === "joined" ? "changed" : effect.kind] += 1;
			if (effect.kind !== "unchanged") staged?.write(row);
		}
		warnings.push(...batch.warnings.slice(0, MAX_WARNINGS - warnings.length));
		onProgress?.({ phase: "read", rows, done: batch.bytes, total: totalBytes });
	}
	const { gone, known } = classifier.listGone();
	for (const recordId of gone) staged?.write({ kind: "gone", recordId });
	counts.gone = gone.length;
	counts.rejected = rejects.rows;
	return { counts, known, warnings };
}
