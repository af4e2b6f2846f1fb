import { existsSync } from "node:fs";
import { copyFile, rename, rm } from "node:fs/promises";
import Sqlite from "better-sqlite3";
import { AppError } from "#app/domain/errors.ts";
import { migrations } from "./migrations/index.ts";
import { type Db, rawOf } from "./open.server.ts";

/**
 * Writes a consistent, checked copy of the base to a new file, while the site runs.
 *
 * @throws {AppError} "bad-input" when the file exists already, "bad-file" when the copy is damaged
 */
export async function backupTo(db: Db, path: string): Promise<void> {
	if (existsSync(path)) {
		throw new AppError(
			"bad-input",
			{},
			{
				problems: [{ path, message: "Ce fichier existe déjà : choisissez un autre nom." }],
			},
		);
	}
	const unfinished = `${path}.en-cours`;
	await rm(unfinished, { force: true });
	await rawOf(db).backup(unfinished);
	const copy = new Sqlite(unfinished);
	// One file alone: a copy in WAL mode cannot be read where one may not write.
	copy.pragma("journal_mode = DELETE");
	copy.close();
	checkBackup(unfinished);
	await rename(unfinished, path);
}

/** @throws {AppError} "bad-file" when this is not a whole base of Vivier, or one of a newer version */
export function checkBackup(path: string): void {
	if (!existsSync(path)) refuse(path, "Ce fichier n’existe pas : vérifiez le chemin.");
	const raw = openBackup(path);
	try {
		const verdict: unknown = raw.pragma("integrity_check(1)", { simple: true });
		if (verdict !== "ok") refuse(path, `La copie est abîmée (${String(verdict)}).`);
		const orphans = raw.pragma("foreign_key_check") as unknown[];
		if (orphans.length > 0) {
			refuse(path, "La copie est incomplète : des liens ne mènent nulle part.");
		}
		const names = raw
			.prepare<[], { name: string }>("SELECT name FROM kysely_migration")
			.all()
			.map(({ name }) => name);
		const unknown = names.find((name) => !Object.hasOwn(migrations, name));
		if (unknown !== undefined) {
			refuse(
				path,
				"Cette copie vient d’une version plus récente de Vivier : mettez le programme à jour.",
			);
		}
	} catch (cause) {
		if (cause instanceof AppError) throw cause;
		refuse(path, "Ce fichier n’est pas une copie de la base de Vivier, ou il est abîmé.", cause);
	} finally {
		raw.close();
	}
}

/**
 * Puts a checked copy in the place of the base; the former base is kept beside it.
 *
 * @returns where the former base is, null when there was none
 * @throws {AppError} "bad-file" for a bad copy, "bad-input" while a program uses the base
 */
export async function restoreFrom(backup: string, target: string): Promise<string | null> {
	checkBackup(backup);
	const incoming = `${target}.en-cours`;
	await copyFile(backup, incoming);
	let former: string | null = null;
	if (existsSync(target)) {
		closeWalAlone(target);
		former = `${target}.avant-restauration`;
		await rename(target, former);
	}
	await rename(incoming, target);
	return former;
}

/** Folds the journal into the file, which only succeeds when nobody else has it open. */
function closeWalAlone(target: string): void {
	const raw = new Sqlite(target, { timeout: 0 });
	try {
		raw.pragma("journal_mode = DELETE");
		raw.pragma("journal_mode = WAL");
	} catch (cause) {
		throw new AppError(
			"bad-input",
			{},
			{
				cause,
				problems: [
					{
						path: "",
						message: "La base est en service : arrêtez d’abord le site, puis recommencez.",
					},
				],
			},
		);
	} finally {
		raw.close();
	}
}

function openBackup(path: string): Sqlite.Database {
	try {
		return new Sqlite(path, { readonly: true, fileMustExist: true });
	} catch (cause) {
		return refuse(path, "Ce fichier ne peut pas être ouvert.", cause);
	}
}

function refuse(path: string, message: string, cause?: unknown): never {
	throw new AppError(
		"bad-file",
		{},
		{
			problems: [{ path, message }],
			...(cause === undefined ? {} : { cause }),
		},
	);
}
