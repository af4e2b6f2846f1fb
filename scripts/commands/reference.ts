import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { fetchCommuneCentres, GEO_API_URL } from "#app/clients/geo-api.server.ts";
import { todayInParis } from "#app/clock.server.ts";
import { MAIN_FILE, makeDataDir } from "#app/data-dir.server.ts";
import { countOfWord, formatDate, formatNumber } from "#app/domain/french-format.ts";
import { readEnv } from "#app/env.server.ts";
import { type Db, migrateToLatest, openDb } from "#db/open.server.ts";
import { readCentres, readCpvList } from "#db/reference-lists.server.ts";
import { type CentresReport, replaceCpv, updateCentres } from "#db/reference-load.server.ts";
import {
	findReferenceLoad,
	listOrigins,
	type ReferenceLoad,
} from "#db/reference-origins.server.ts";
import { loadReferenceFiles } from "#db/reference-tables.server.ts";
import { existingFile, type Io, UsageError } from "#scripts/cli.ts";

const HELP = `Usage : vivier reference load cpv FICHIER
        vivier reference load places FICHIER
        vivier reference update places
        vivier reference status

  load cpv       charge la liste officielle des codes CPV (CSV ou XLSX : code, libellé français)
  load places    prend les centres exacts des communes dans un fichier
                 (CSV avec code INSEE, latitude et longitude, ou JSON de geo.api.gouv.fr)
  update places  prend les centres exacts sur geo.api.gouv.fr
  status         dit d’où vient chaque jeu de données, et de quand
`;

/** Loads official lists over the reference data that come with Vivier. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { help: { type: "boolean", short: "h", default: false } },
	});
	if (values.help || positionals.length === 0) {
		(values.help ? io.stdout : io.stderr).write(HELP);
		return values.help ? 0 : 2;
	}
	const task = taskFor(positionals);
	const { dataDir } = readEnv();
	makeDataDir(dataDir);
	const db = openDb(join(dataDir, MAIN_FILE));
	try {
		await migrateToLatest(db);
		await task(db, io);
	} finally {
		await db.destroy();
	}
	return 0;
}

type Task = (db: Db, io: Io) => void | Promise<void>;

function taskFor(words: readonly string[]): Task {
	const [action, what, file, ...rest] = words;
	if (action === "load" && (what === "cpv" || what === "places")) {
		if (file === undefined)
			throw new UsageError(`il manque le fichier : « vivier reference load ${what} FICHIER ».`);
		if (rest.length > 0) throw new UsageError(`l’argument « ${rest[0]} » est de trop.`);
		const path = existingFile(file);
		return what === "cpv"
			? (db, io) => loadCpv(db, io, path)
			: (db, io) => loadPlaces(db, io, path);
	}
	if (action === "update" && what === "places" && file === undefined) return updatePlaces;
	if (action === "status" && what === undefined) return printStatus;
	throw new UsageError(
		`« ${words.join(" ")} » n’est pas une demande connue. « vivier reference --help » les donne toutes.`,
	);
}

async function loadCpv(db: Db, io: Io, path: string): Promise<void> {
	const rows = await readCpvList({ path });
	replaceCpv(db, rows, { origin: basename(path), loadedOn: todayInParis() });
	io.stdout.write(`${formatNumber(rows.length)} codes CPV chargés.\n`);
}

async function loadPlaces(db: Db, io: Io, path: string): Promise<void> {
	const centres = await readCentres({ path });
	loadReferenceFiles(db);
	report(io, updateCentres(db, centres, { origin: basename(path), loadedOn: todayInParis() }));
}

async function updatePlaces(db: Db, io: Io): Promise<void> {
	if (io.isTTY) io.stderr.write("Lecture des centres des communes sur geo.api.gouv.fr…\n");
	const centres = await fetchCommuneCentres();
	loadReferenceFiles(db);
	report(io, updateCentres(db, centres, { origin: GEO_API_URL, loadedOn: todayInParis() }));
}

function report(io: Io, { updated, unknown, moved }: CentresReport): void {
	const lines = [`Centre exact pris pour ${countOfWord(updated, "commune")}.`];
	if (unknown > 0)
		lines.push(
			`Codes laissés de côté, qui ne sont pas ceux de communes habitées d’aujourd’hui : ${formatNumber(unknown)}.`,
		);
	if (moved > 0)
		lines.push(
			`Structures sans adresse précise, déplacées avec leur commune : ${formatNumber(moved)}.`,
		);
	lines.push("Redémarrez le site pour qu’il en tienne compte.");
	io.stdout.write(`${lines.join("\n")}\n`);
}

async function printStatus(db: Db, io: Io): Promise<void> {
	for (const { label, rows, origin, date, licence } of listOrigins()) {
		const when = date === null ? "" : `, ${formatDate(date)}`;
		io.stdout.write(`${label}\n  ${countOfWord(rows, "ligne")} · ${origin}${when} · ${licence}\n`);
	}
	io.stdout.write(
		`Centres exacts des communes\n  ${describe(await findReferenceLoad(db, "centres"))}\n`,
	);
	io.stdout.write(`Codes CPV\n  ${describe(await findReferenceLoad(db, "cpv"))}\n`);
}

function describe(load: ReferenceLoad | null): string {
	if (load === null) return "pas encore chargés";
	return `${countOfWord(load.rows, "ligne")} · ${load.origin}, chargé le ${formatDate(load.loadedOn)}`;
}
