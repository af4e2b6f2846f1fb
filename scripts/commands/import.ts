import { join } from "node:path";
import { parseArgs } from "node:util";
import { todayInParis } from "#app/clock.server.ts";
import { MAIN_FILE, makeDataDir } from "#app/data-dir.server.ts";
import { countOfWord, formatNumber, plural } from "#app/domain/french-format.ts";
import { readEnv } from "#app/env.server.ts";
import { type ImportReport, importFile } from "#db/import/run.server.ts";
import { FORMATS, type FormatId } from "#db/import/types.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { loadReference } from "#db/reference.server.ts";
import { loadReferenceFiles } from "#db/reference-tables.server.ts";
import { type Io, UsageError } from "#scripts/cli.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { progressBar } from "./import-progress.ts";

const HELP = `Usage : vivier import FICHIER [options]

  --format F    format du fichier, sinon reconnu : ${FORMATS.join(", ")}
  --source ID   au format d’échange, nom de la source (sinon tiré du nom du fichier)
  --dry-run     dit ce qui changerait, sans rien changer
  --confirm     accepte un fichier qui retirerait plus de 10 % d’une source
  --max-mb N    taille maximale du fichier, en Mo (2 000 par défaut)
  --json        termine par une ligne JSON
`;

const OPTIONS = {
	format: { type: "string" },
	source: { type: "string" },
	"dry-run": { type: "boolean", default: false },
	confirm: { type: "boolean", default: false },
	"max-mb": { type: "string" },
	json: { type: "boolean", default: false },
	help: { type: "boolean", short: "h", default: false },
} as const;

/** `vivier import`: reads a file of suppliers and brings the base up to date. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		io.stdout.write(HELP);
		return 0;
	}
	const [file, ...extra] = positionals;
	if (!file) throw new UsageError(`il manque le fichier à importer.\n\n${HELP}`);
	if (extra.length > 0) throw new UsageError(`« ${extra.join(" ")} » est de trop.\n\n${HELP}`);
	const maxBytes = maxBytesOf(values["max-mb"]);
	const format = formatOf(values.format);
	const source = sourceOf(values.source);
	const { dataDir } = readEnv();
	makeDataDir(dataDir);
	// Mapped pages would count in this process's memory without making it faster.
	const db = openDb(join(dataDir, MAIN_FILE), { mmapMb: 0, cacheMb: 32 });
	const bar = progressBar(io);
	const startedAt = performance.now();
	try {
		await migrateToLatest(db);
		loadReferenceFiles(db);
		// Opened when the rows are in: its memory and that of reading are then never added up.
		let search: SearchEngine | undefined;
		const index = (ids: readonly number[]) => {
			search ??= openSearch(db, loadReference(db), { today: todayInParis });
			return search.update(ids);
		};
		const report = await importFile(db, file, {
			today: todayInParis(),
			format,
			source,
			dryRun: values["dry-run"],
			confirm: values.confirm,
			onProgress: bar.show,
			indexesNew: true,
			onSuppliersChanged: index,
			...(maxBytes === null ? {} : { maxBytes }),
		});
		bar.clear();
		const seconds = (performance.now() - startedAt) / 1000;
		const summary = importSummary(report, seconds);
		// With --json the last line of standard output is the answer: the words go beside it.
		(values.json ? io.stderr : io.stdout).write(summary);
		if (values.json) io.stdout.write(`${JSON.stringify(importAnswer(report))}\n`);
		return 0;
	} finally {
		bar.clear();
		await db.destroy();
	}
}

/** What an import did, in words. */
export function importSummary(report: ImportReport, seconds: number): string {
	const { counts, runId, rejectsPath, warnings } = report;
	const rows = counts.created + counts.changed + counts.unchanged + counts.rejected;
	const lines = [
		`${runId === null ? "Essai à blanc" : "Import"} — ${report.sourceLabel} (format ${report.format})`,
		`  ${countOfWord(rows, "ligne lue", "lignes lues")} en ${formatNumber(seconds, 1)}\u00a0s`,
		`  ${countOfWord(counts.created, "créée")}`,
		`  ${countOfWord(counts.changed, "modifiée")}${counts.joined > 0 ? `, dont ${countOfWord(counts.joined, "rattachée")} à une structure déjà connue` : ""}`,
		`  ${countOfWord(counts.unchanged, "inchangée")}`,
		`  ${countOfWord(counts.rejected, "rejetée")}${rejectsPath ? `\u202f: voir ${rejectsPath}` : ""}`,
	];
	if (counts.gone > 0) {
		lines.push(
			`  ${countOfWord(counts.gone, "absente")} de ce fichier, ${plural(counts.gone, "gardée")} dans la base`,
		);
	}
	for (const warning of warnings.slice(0, 10))
		lines.push(`  Attention, ${warning.replace(/\.$/, "")}.`);
	if (warnings.length > 10) lines.push(`  … et ${formatNumber(warnings.length - 10)} autres.`);
	if (runId === null) lines.push("  Rien n’a été changé.");
	return `${lines.join("\n")}\n`;
}

function importAnswer({ counts, format, sourceId, rejectsPath, dataVersion, runId }: ImportReport) {
	return {
		...counts,
		format,
		source: sourceId,
		dryRun: runId === null,
		rejectsFile: rejectsPath,
		dataVersion,
	};
}

function formatOf(format: string | undefined): FormatId | undefined {
	if (format === undefined) return undefined;
	const known = FORMATS.find((id) => id === format);
	if (known) return known;
	throw new UsageError(
		`--format vaut « ${format} »\u202f: les formats connus sont ${FORMATS.join(", ")}.`,
	);
}

function sourceOf(source: string | undefined): string | undefined {
	if (source === undefined || /^[a-z0-9-]+$/.test(source)) return source;
	throw new UsageError(
		`--source vaut « ${source} »\u202f: on attend des minuscules sans accent, des chiffres et des tirets.`,
	);
}

function maxBytesOf(megabytes: string | undefined): number | null {
	if (megabytes === undefined) return null;
	if (/^[1-9]\d{0,6}$/.test(megabytes)) return Number(megabytes) * 1_000_000;
	throw new UsageError(`--max-mb vaut « ${megabytes} »\u202f: on attend un nombre entier de Mo.`);
}
