import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { EnvError } from "#app/env.server.ts";
import { isAppError, toProblem } from "#app/http-errors.ts";
import { machineFault } from "./machine-faults.ts";

export interface Io {
	readonly stdout: NodeJS.WritableStream;
	readonly stderr: NodeJS.WritableStream;
	/** Whether someone watches standard error: progress is drawn there, and only then. */
	readonly isTTY: boolean;
}

/** Each module of scripts/commands; the number is the exit code: 0 done, 1 failed, 2 bad input. */
export interface Command {
	run(args: string[], io: Io): Promise<number>;
}

const COMMANDS: Record<string, string> = {
	read: "lit un besoin écrit en une phrase",
	match: "dit qui peut répondre à un besoin (fichier JSON)",
	import: "lit un fichier de structures et met la base à jour",
	export: "écrit la base au format d’échange (NDJSON)",
	reindex: "refait l’index de recherche",
	reference: "charge ou met à jour les données de référence",
	migrate: "met le schéma de la base à jour",
	backup: "copie la base dans un fichier, sans arrêter le site",
	restore: "remplace la base par une copie, après contrôle",
	serve: "sert le site",
	demo: "prépare la base de démonstration et joue le scénario 1",
};

/** A screen of faults; the others are counted. */
const MAX_PROBLEMS = 20;

/** Bad use of the command line: the message is French and the exit code 2. */
export class UsageError extends Error {}

/** @throws {UsageError} in French when there is no such file */
export function existingFile(path: string, otherwise = "Ce fichier n’existe pas"): string {
	if (!existsSync(path)) throw new UsageError(`${otherwise} : « ${path} ».`);
	return path;
}

/** The words of a command without other option than its help; null when the help was asked for, and written. */
export function plainWords(
	args: string[],
	help: string,
	io: Io,
	allowPositionals = true,
): string[] | null {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals,
		options: { help: { type: "boolean", short: "h", default: false } },
	});
	if (!values.help) return positionals;
	io.stdout.write(help);
	return null;
}

/** Runs one command line and gives its exit code. */
export async function main(args: string[], io: Io): Promise<number> {
	const [name, ...rest] = args;
	if (
		name === undefined ||
		name === "aide" ||
		name === "--aide" ||
		name === "--help" ||
		name === "-h"
	) {
		io.stdout.write(help());
		return 0;
	}
	if (!Object.hasOwn(COMMANDS, name)) {
		io.stderr.write(`vivier : la commande « ${name} » n’existe pas.\n\n${help()}`);
		return 2;
	}
	try {
		const command = (await import(`./commands/${name}.ts`)) as Command;
		return await command.run(rest, io);
	} catch (error) {
		return explain(error, io);
	}
}

function help(): string {
	const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
	const lines = Object.entries(COMMANDS).map(
		([name, summary]) => `  ${name.padEnd(width)}  ${summary}`,
	);
	return `Usage : vivier COMMANDE [options]\n\n${lines.join("\n")}\n\n« vivier COMMANDE --help » dit les options d’une commande.\n`;
}

function explain(error: unknown, io: Io): number {
	if (error instanceof UsageError || error instanceof EnvError) {
		io.stderr.write(`vivier : ${error.message}\n`);
		return 2;
	}
	if (isAppError(error)) {
		const { title, status, errors } = toProblem(error);
		const lines = errors
			.slice(0, MAX_PROBLEMS)
			.map(({ path, message }) => (path === "" ? message : `${path} : ${message}`));
		if (errors.length > MAX_PROBLEMS) lines.push(`… et ${errors.length - MAX_PROBLEMS} autres.`);
		io.stderr.write(`vivier : ${[title, ...lines].join("\n  ")}\n`);
		return status < 500 ? 2 : 1;
	}
	if (isBadOption(error)) {
		io.stderr.write(`vivier : ${describeBadOption(error)}\n`);
		return 2;
	}
	const fault = machineFault(error);
	if (fault !== null) {
		io.stderr.write(`vivier : ${fault}\n`);
		return 1;
	}
	// A fault of ours: whoever reports it needs the trace, whoever reads it a sentence.
	const trace = error instanceof Error ? error.stack : String(error);
	io.stderr.write(
		`vivier : la commande s’est arrêtée sur une erreur imprévue. Signalez-la avec ce qui suit.\n\n${trace}\n`,
	);
	return 1;
}

function isBadOption(error: unknown): error is Error & { code: string } {
	return (
		error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_")
	);
}

function describeBadOption(error: Error & { code: string }): string {
	const name = /'([^' ]+)[^']*'/.exec(error.message)?.[1] ?? "";
	if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `l’option « ${name} » n’existe pas.`;
	if (error.code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL")
		return `l’argument « ${name} » est de trop.`;
	return `l’option « ${name} » n’est pas bien écrite (une valeur manque, ou est de trop).`;
}
