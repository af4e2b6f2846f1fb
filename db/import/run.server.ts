import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	type Stats,
	statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { AppError } from "#app/domain/errors.ts";
import { type Db, getDataVersion, type RawDb, rawOf } from "../open.server.ts";
import { loadReferenceFiles } from "../reference-tables.server.ts";
import { applyStaged, type StagedRun } from "./apply.ts";
import { takeImportLock } from "./import-lock.ts";
import { badFile, frenchNumber } from "./lists/bad-file.server.ts";
import { openRows, type RowSource } from "./open-rows.server.ts";
import { RejectsFile } from "./rejects.ts";
import { type ImportProgress, type ImportReport, noCounts } from "./report.ts";
import { drainSearchQueue } from "./search-queue.ts";
import { type Staged, stageRows } from "./stage.ts";
import { StagedWriter } from "./staging.ts";
import type { FormatId } from "./types.ts";

export type { ImportCounts, ImportProgress, ImportReport } from "./report.ts";

export interface ImportOptions {
	/** Today in Paris (ISO): the date of what the file does not date. */
	readonly today: string;
	/** Absent: recognised. */
	readonly format?: FormatId | undefined;
	/** Exchange files: whose word this is. Absent: a slug of the file's name. */
	readonly source?: string | undefined;
	readonly dryRun?: boolean;
	/** Accepts a file that would remove more than a tenth of its source. */
	readonly confirm?: boolean;
	/** Fictional data. */
	readonly demo?: boolean;
	readonly author?: string | null;
	/** Default 2 GB. */
	readonly maxBytes?: number;
	/** Folder of staged rows and rejects. Default: `imports` beside the database. */
	readonly workDir?: string;
	readonly onProgress?: (progress: ImportProgress) => void;
	/** New suppliers enter the embedded index with their rows, in the same transaction, without being read again. */
	readonly indexesNew?: boolean;
	/** Brings the search index up to date (`SearchEngine.update`). Absent: the suppliers wait in `search_pending`. */
	readonly onSuppliersChanged?: (supplierIds: readonly number[]) => Promise<void> | void;
}

const MAX_BYTES = 2_000_000_000;
/** A file that loses more than this share of its source is held for a human. */
const HELD_SHARE = 0.1;

/**
 * Imports a file: read and checked whole, staged on disk, then brought into the base in short transactions. The base is untouched
 * until the last row has been read; killed after that, the next call finishes the work first. The same file twice changes nothing.
 *
 * Use a connection of its own (`openDb`), in a process that serves no page: readers are never blocked, but a checkpoint of what was
 * written holds the thread for some tenths of a second.
 *
 * @throws {AppError} "bad-file" (not what it says, cut, or held for a human), "file-too-large", "bad-input"; the base is then unchanged
 */
export async function importFile(
	db: Db,
	path: string,
	options: ImportOptions,
): Promise<ImportReport> {
	const raw = rawOf(db);
	const workDir = options.workDir ?? defaultWorkDir(raw);
	mkdirSync(workDir, { recursive: true });
	const unlock = takeImportLock(workDir);
	try {
		loadReferenceFiles(db);
		await finishInterrupted(raw, options);
		const rows = await openRows(db, path, sizeOf(path, options), options);
		const report = await importRows(raw, path, rows, workDir, options);
		if (options.onSuppliersChanged && !options.dryRun) {
			await drainSearchQueue(raw, options.onSuppliersChanged, options.onProgress);
		}
		return { ...report, dataVersion: await getDataVersion(db) };
	} finally {
		unlock();
	}
}

/** Ends what a killed import began: what was staged whole is applied, the rest is given up. */
export async function resumeImports(
	db: Db,
	options: Pick<ImportOptions, "workDir" | "onProgress" | "onSuppliersChanged"> = {},
): Promise<void> {
	const raw = rawOf(db);
	const workDir = options.workDir ?? defaultWorkDir(raw);
	mkdirSync(workDir, { recursive: true });
	const unlock = takeImportLock(workDir);
	try {
		await finishInterrupted(raw, options);
		if (options.onSuppliersChanged) await drainSearchQueue(raw, options.onSuppliersChanged);
	} finally {
		unlock();
	}
}

async function finishInterrupted(
	raw: RawDb,
	{ onProgress }: Pick<ImportOptions, "onProgress">,
): Promise<void> {
	const runs = raw
		.prepare(
			"SELECT id, status, staged_path, applied_bytes FROM import_run WHERE status IN ('staging', 'staged') ORDER BY id",
		)
		.all() as (StagedRun & { status: "staging" | "staged" })[];
	for (const run of runs) {
		if (run.status === "staging") endRun(raw, run.id, "abandoned", run.staged_path);
		else if (existsSync(run.staged_path)) await applyStaged(raw, run, timestamp, onProgress);
		// Someone removed what was waiting: importing the file again brings the rest.
		else endRun(raw, run.id, "failed", null);
	}
}

async function importRows(
	raw: RawDb,
	path: string,
	rows: RowSource,
	workDir: string,
	options: ImportOptions,
): Promise<Omit<ImportReport, "dataVersion">> {
	const { source, format, totalBytes } = rows;
	const run = options.dryRun ? null : beginRun(raw, path, rows, workDir, options);
	const header = { source, receivedOn: options.today, author: options.author ?? null };
	const writer = run && new StagedWriter(run.staged_path, header);
	const rejects = new RejectsFile(rejectsPath(workDir, path));
	let staged: Staged;
	try {
		staged = await stageRows(raw, source.id, rows.batches(), {
			staged: writer,
			rejects,
			totalBytes,
			onProgress: options.onProgress,
		});
		refuseNothing(path, staged);
		refuseLoss(path, staged, options);
		writer?.finish();
	} catch (error) {
		writer?.discard();
		if (run) endRun(raw, run.id, "failed", run.staged_path);
		throw error;
	} finally {
		rejects.close();
	}
	const { counts, known, warnings } = staged;
	if (run && writer) {
		raw
			.prepare("UPDATE import_run SET status = 'staged', counts = ? WHERE id = ?")
			.run(JSON.stringify(counts), run.id);
		if (writer.operations === 0) endRun(raw, run.id, "applied", run.staged_path);
		else await applyStaged(raw, run, timestamp, options.onProgress, sizeOf(run.staged_path, {}));
	}
	return {
		runId: run?.id ?? null,
		format,
		sourceId: source.id,
		sourceLabel: source.label,
		counts,
		known,
		rejectsPath: rejects.rows > 0 ? rejects.path : null,
		warnings,
	};
}

function beginRun(
	raw: RawDb,
	path: string,
	{ source, format }: RowSource,
	workDir: string,
	{ author }: ImportOptions,
): StagedRun {
	const id = Number(
		raw
			.prepare(
				"INSERT INTO import_run (source_id, file_name, format, status, started_at, author, counts) VALUES (?, ?, ?, 'staging', ?, ?, ?)",
			)
			.run(
				source.id,
				basename(path),
				format,
				timestamp(),
				author ?? null,
				JSON.stringify(noCounts()),
			).lastInsertRowid,
	);
	const stagedPath = join(workDir, `run-${id}.staged`);
	raw.prepare("UPDATE import_run SET staged_path = ? WHERE id = ?").run(stagedPath, id);
	return { id, staged_path: stagedPath, applied_bytes: 0 };
}

function endRun(
	raw: RawDb,
	id: number,
	status: "applied" | "failed" | "abandoned",
	stagedPath: string | null,
): void {
	raw
		.prepare("UPDATE import_run SET status = ?, finished_at = ?, staged_path = NULL WHERE id = ?")
		.run(status, timestamp(), id);
	if (stagedPath) rmSync(stagedPath, { force: true });
}

/** A file without one row is an export that failed, not a list that is now empty. */
function refuseNothing(path: string, { counts }: Staged): void {
	if (counts.created + counts.changed + counts.unchanged + counts.rejected > 0) return;
	throw badFile(
		basename(path),
		null,
		"Ce fichier ne contient aucune structure. Vérifiez l’export, puis recommencez. Rien n’a été changé.",
	);
}

function refuseLoss(path: string, { counts, known }: Staged, { confirm }: ImportOptions): void {
	if (confirm || counts.gone <= known * HELD_SHARE) return;
	throw badFile(
		basename(path),
		null,
		`Ce fichier ne contient plus ${frenchNumber(counts.gone)} des ${frenchNumber(known)} lignes que cette source avait données, soit plus de 10\u202f%. Vérifiez qu’il est complet\u202f; s’il l’est, recommencez avec --confirm. Rien n’a été changé.`,
	);
}

function sizeOf(path: string, { maxBytes = MAX_BYTES }: { maxBytes?: number }): number {
	const stats = readableStats(path);
	if (!stats.isFile()) {
		const what = stats.isDirectory() ? "un dossier" : "un périphérique ou un tube";
		throw badFile(path, null, `C’est ${what}, pas un fichier. Donnez le chemin d’un fichier.`);
	}
	const { size } = stats;
	if (size > maxBytes) {
		throw new AppError(
			"file-too-large",
			{ bytes: size },
			{
				problems: [
					{
						path: basename(path),
						message: `Ce fichier pèse ${frenchNumber(Math.ceil(size / 1e6))} Mo, la limite est de ${frenchNumber(Math.floor(maxBytes / 1e6))} Mo. Découpez-le en plusieurs fichiers.`,
					},
				],
			},
		);
	}
	return size;
}

function readableStats(path: string): Stats {
	try {
		accessSync(path, constants.R_OK);
		return statSync(path);
	} catch (cause) {
		throw badFile(
			path,
			null,
			"Ce fichier n’existe pas, ou ne peut pas être lu. Vérifiez son nom, son dossier et vos droits sur lui.",
			cause,
		);
	}
}

function rejectsPath(workDir: string, path: string): string {
	const folder = join(workDir, "rejects");
	mkdirSync(folder, { recursive: true });
	return join(folder, `${basename(path)}.rejets.csv`);
}

function defaultWorkDir(raw: RawDb): string {
	return raw.memory ? mkdtempSync(join(tmpdir(), "vivier-")) : join(dirname(raw.name), "imports");
}

function timestamp(): string {
	return new Date().toISOString();
}
