import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { complaintOf, giveUp, ROOT, say } from "./bootstrap.mjs";

const MADE_FROM = ["app", "package-lock.json", "vite.config.ts", "remix.config.js"];
const BUILT = "build/server/index.js";
const BUILD = [join(ROOT, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"];

/** Builds the site, unless nothing it is made from changed since the last build. */
export function buildIfStale() {
	const built = join(ROOT, BUILT);
	if (
		existsSync(built) &&
		newest(MADE_FROM.map((name) => join(ROOT, name))) < statSync(built).mtimeMs
	) {
		return;
	}
	say("Construction du site (moins d’une minute)…");
	if (build() !== null) giveUp("La construction du site a échoué : le message ci-dessus dit où.");
}

/** @returns {string | null} what went wrong */
export function build() {
	return complaintOf(process.execPath, BUILD);
}

/**
 * @param {string[]} paths
 * @returns {number} when the latest of these files changed
 */
function newest(paths) {
	return Math.max(
		0,
		...paths.map((path) => {
			const about = statSync(path);
			if (!about.isDirectory()) return about.mtimeMs;
			return newest(readdirSync(path).map((name) => join(path, name)));
		}),
	);
}
