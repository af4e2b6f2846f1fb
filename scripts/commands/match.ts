import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { todayInParis } from "#app/clock.server.ts";
import { MAIN_FILE } from "#app/data-dir.server.ts";
import { LEGAL_TABLE_DATE } from "#app/domain/legal-table.ts";
import { OfferColumns } from "#app/domain/match/columns.ts";
import { fileSource } from "#app/domain/match/file-source.ts";
import { type MatchOptions, matchNeed, type SupplierSource } from "#app/domain/match/match.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import { parseNeed } from "#app/domain/validation.ts";
import { CHECK_IDS, type CheckId, SCOPES, type Scope } from "#app/domain/vocabulary.ts";
import { readEnv } from "#app/env.server.ts";
import { PROGRAM_VERSION } from "#app/program.server.ts";
import { loadColumns, supplierReader } from "#db/columns.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { loadReference, packagedReference, type Reference } from "#db/reference.server.ts";
import { type Io, UsageError } from "#scripts/cli.ts";
import { matchReport } from "./match-report.ts";
import { needWords } from "./match-words.ts";
import { namingFile, readNeedFile } from "./need-file.ts";
import { readSupplierFile } from "./supplier-file.ts";

const HELP = `Usage : vivier match BESOIN.json [options]

  --suppliers FICHIER.ndjson   confronte le besoin à ce fichier plutôt qu’à la base
  --scope any|whole            au moins une cellule (par défaut), ou le besoin entier
  --detail cells               ajoute le détail par cellule à la réponse JSON
  --removed-by CRITÈRE         les structures qu’écarte ce critère
  --identified                 répond comme à un acheteur identifié
  --json                       écrit la réponse de l’API
`;

const OPTIONS = {
	suppliers: { type: "string" },
	scope: { type: "string", default: "any" },
	detail: { type: "string" },
	"removed-by": { type: "string" },
	identified: { type: "boolean", default: false },
	json: { type: "boolean", default: false },
	help: { type: "boolean", short: "h", default: false },
} as const;

const MAX_WARNINGS = 5;

/** `vivier match`: who can really answer a need, from the base or from a file. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		io.stdout.write(HELP);
		return 0;
	}
	const [needFile, ...extra] = positionals;
	if (!needFile) throw new UsageError(`il manque le fichier du besoin.\n\n${HELP}`);
	if (extra.length > 0) throw new UsageError(`« ${extra.join(" ")} » est de trop.\n\n${HELP}`);
	const options: MatchOptions = {
		scope: allowed("--scope", values.scope, SCOPES) as Scope,
		viewer: values.identified ? "identified" : "anonymous",
		detail:
			values.detail === undefined
				? null
				: (allowed("--detail", values.detail, ["cells"]) as "cells"),
		removedBy:
			values["removed-by"] === undefined
				? null
				: (allowed("--removed-by", values["removed-by"], CHECK_IDS) as CheckId),
		relax: values["removed-by"] === undefined,
	};
	const json = await readNeedFile(needFile);
	const need = await namingFile(needFile, () => parseNeed(json));
	const subject =
		values.suppliers === undefined ? await baseSubject() : await fileSubject(values.suppliers);
	for (const warning of subject.warnings.slice(0, MAX_WARNINGS))
		io.stderr.write(`vivier : ${warning}.\n`);
	try {
		const { taxonomy, places, criteria } = subject.reference;
		const prepared = await namingFile(needFile, () =>
			prepareNeed(need, { today: todayInParis(), taxonomy, places, criteria }),
		);
		const answer = matchNeed(prepared, subject.source, options);
		io.stdout.write(
			values.json
				? `${JSON.stringify({ ...answer, versions: { data: subject.version, law: LEGAL_TABLE_DATE, program: PROGRAM_VERSION } })}\n`
				: matchReport(answer, needWords(prepared, subject.reference)),
		);
	} finally {
		await subject.close();
	}
	return 0;
}

/** What a need is confronted with. */
interface Subject {
	readonly source: SupplierSource;
	readonly reference: Reference;
	readonly version: string;
	/** What was kept aside of a file. */
	readonly warnings: readonly string[];
	close(): Promise<void>;
}

/** Suppliers of a file: no base is needed. @throws {AppError} "bad-file" */
export async function fileSubject(path: string): Promise<Subject> {
	const reference = packagedReference();
	const { suppliers, warnings } = await readSupplierFile(path, reference);
	return {
		reference,
		warnings,
		source: fileSource(suppliers, reference.places),
		version: `fichier ${path}`,
		close: () => Promise.resolve(),
	};
}

async function baseSubject(): Promise<Subject> {
	const file = join(readEnv().dataDir, MAIN_FILE);
	if (!existsSync(file)) {
		throw new UsageError(
			"il n’y a pas encore de base\u202f: importez d’abord un fichier, donnez --suppliers, ou vérifiez VIVIER_DATA_DIR.",
		);
	}
	const db = openDb(file);
	await migrateToLatest(db);
	const reference = loadReference(db);
	const { state, dataVersion } = await loadColumns(db, reference.places);
	const refs = state.suppliers.ref;
	const readSuppliers = supplierReader(db);
	return {
		reference,
		warnings: [],
		version: String(dataVersion),
		source: {
			columns: new OfferColumns(state),
			places: reference.places,
			describe: (rows) => readSuppliers(rows.map((row) => refs[row] ?? -1)),
		},
		close: () => db.destroy(),
	};
}

function allowed(name: string, value: string, values: readonly string[]): string {
	if (values.includes(value)) return value;
	throw new UsageError(`${name} vaut « ${value} » : on attend ${values.join(", ")}.`);
}
