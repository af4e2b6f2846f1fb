// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The compiled part of better-sqlite3. */
export const SQLITE = join(ROOT, "node_modules/better-sqlite3/build/Release/better_sqlite3.node");
const NATIVE_TOOLS = ["python3", "make", "g++"];

/**
 * Runs a program in the project's folder, its output shown as it comes.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(program, args, env = process.env) {
	const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit", env });
	return error === undefined && status === 0;
}

/**
 * The same without its output, unless it fails: then what it said is shown.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} what it said when it failed, null when it went well
 */
export function complaintOf(program, args, env = process.env) {
	const { status, error, stdout, stderr } = spawnSync(program, args, {
		cwd: ROOT,
		env,
		encoding: "utf8",
		maxBuffer: 2 ** 26,
	});
	if (error === undefined && status === 0) return null;
	const said = `${stdout ?? ""}${stderr ?? ""}` || String(error);
	process.stderr.write(said);
	return said;
}

/** @param {string} text */
export function say(text) {
	process.stdout.write(`\n▸ ${text}\n`);
}

/**
 * @param {string} text
 * @returns {never}
 */
export function giveUp(text) {
	process.stderr.write(`\n${text}\n`);
	process.exit(1);
}

/** Installs the packages of the lock file, unless that was done since the lock last changed. */
export function installPackages() {
	requireNode();
	if (isInstalled()) return;
	say("Installation des paquets (une à trois minutes)…");
	if (npmCi()) return;
	const missing = NATIVE_TOOLS.filter((tool) => !hasProgram(tool));
	if (missing.length > 0 && canApt()) {
		say(
			`C’est qu’il manque de quoi compiler SQLite : installation de ${NATIVE_TOOLS.join(", ")} (une minute), puis reprise…`,
		);
		if (aptInstall(NATIVE_TOOLS) && npmCi()) return;
	}
	giveUp(
		missing.length > 0
			? `L’installation a échoué, et il manque de quoi compiler SQLite : ${missing.join(", ")}.\n` +
					`Sous Debian, lancez en tant que root : apt-get install -y ${NATIVE_TOOLS.join(" ")}\npuis recommencez.`
			: "L’installation des paquets a échoué : le message de npm, ci-dessus, dit pourquoi. Vérifiez l’accès au réseau, puis recommencez.",
	);
}

function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	giveUp(`Vivier demande Node 20.19 ou plus récent ; celui-ci est le ${process.versions.node}.`);
}

function isInstalled() {
	const done = join(ROOT, "node_modules/.package-lock.json");
	const lock = join(ROOT, "package-lock.json");
	if (!existsSync(done) || statSync(done).mtimeMs < statSync(lock).mtimeMs) return false;
	// A compilation that was interrupted leaves the package without its binary, and one for another Node does not load.
	const opening = ["-e", "new (require('better-sqlite3'))(':memory:')"];
	return spawnSync(process.execPath, opening, { cwd: ROOT, stdio: "ignore" }).status === 0;
}

function npmCi() {
	// NODE_ENV=production would leave out what builds the site.
	const env = { ...sqliteEnv(), NODE_ENV: /** @type {const} */ ("development") };
	return run("npm", ["ci", "--no-audit", "--no-fund", "--include=dev"], env);
}

/** The environment in which SQLite is compiled; the header's path is given from where the compiler runs. */
export function sqliteEnv() {
	const flags = [process.env["CXXFLAGS"], "-include ../../../scripts/sqlite/object-wrap.h"];
	return { ...process.env, CXXFLAGS: flags.filter(Boolean).join(" ") };
}

/**
 * Where Chromium is, installed by apt when this machine lets us.
 *
 * @returns {string | null} null when there is none and it could not be installed
 */
export function findChromium() {
	const found = chromiumPath();
	if (found !== null || !canApt()) return found;
	say("Installation de Chromium par apt (une à deux minutes)…");
	aptInstall(["chromium"]);
	return chromiumPath();
}

function chromiumPath() {
	const asked = process.env["CHROMIUM_PATH"];
	const candidates = [
		...(asked ? [asked] : []),
		"/usr/bin/chromium",
		"/usr/bin/chromium-browser",
		"/usr/bin/google-chrome",
	];
	return candidates.find((path) => existsSync(path)) ?? null;
}

function canApt() {
	return process.getuid?.() === 0 && hasProgram("apt-get");
}

/** @param {string[]} packages */
function aptInstall(packages) {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	complaintOf("apt-get", ["update", "-qq"], env);
	const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
	return complaintOf("apt-get", args, env) === null;
}

/** @param {string} name */
function hasProgram(name) {
	return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, name)));
}
