import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOT_OURS = new Set([
	"node_modules",
	"build",
	"data",
	".git",
	"coverage",
	"test-results",
	".cache",
]);
const CODE = new Set([".ts", ".tsx", ".mjs", ".js", ".css"]);

export interface Import {
	/** As written for a package; from the root of the project for a file of ours. */
	readonly target: string;
	readonly ours: boolean;
	readonly typeOnly: boolean;
}

export interface Source {
	/** From the root of the project, with slashes. */
	readonly path: string;
	readonly text: string;
	readonly isTest: boolean;
	readonly imports: readonly Import[];
}

/** Every file of the project that people write, data files left out. */
export function readSources(): Source[] {
	return listFiles(ROOT)
		.filter((path) => CODE.has(extname(path)))
		.map((path) => {
			const text = readFileSync(join(ROOT, path), "utf8");
			return {
				path,
				text,
				isTest: /\.test\.tsx?$/.test(path) || path.startsWith("tests/"),
				imports: importsOf(path, text),
			};
		});
}

/** Paths of all text files, whatever their kind. */
export function listTexts(): { path: string; text: string }[] {
	return listFiles(ROOT)
		.filter((path) =>
			/\.(tsx?|m?js|css|md|json|ya?ml|html|svg|txt)$|(^|\/)(run|\.[a-z]+)$/.test(path),
		)
		.filter((path) => statSync(join(ROOT, path)).size < 2_000_000)
		.map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (NOT_OURS.has(entry.name)) return [];
		if (entry.isDirectory()) return listFiles(path);
		// A dotted source is somebody's draft, kept out of the repository.
		if (/^\.[^/]*\.(tsx?|m?js)$/.test(entry.name)) return [];
		return entry.isFile() ? [relative(ROOT, path).split(sep).join("/")] : [];
	});
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:([^"';]*?)\sfrom\s+)?"([^"]+)"/gms;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

function importsOf(path: string, text: string): Import[] {
	if (path.endsWith(".css")) return [];
	const found: Import[] = [];
	for (const [, type, names, specifier] of text.matchAll(STATEMENT)) {
		found.push(resolve(path, specifier ?? "", type !== undefined || onlyTypes(names ?? "")));
	}
	for (const [, specifier] of text.matchAll(DYNAMIC))
		found.push(resolve(path, specifier ?? "", false));
	return found;
}

/** `{ type A, type B }` leaves nothing at run time. */
function onlyTypes(names: string): boolean {
	const inside = /^\{(.*)\}$/s.exec(names.trim())?.[1];
	if (inside === undefined) return false;
	const parts = inside.split(",").map((part) => part.trim());
	return parts.every((part) => part === "" || part.startsWith("type "));
}

function resolve(from: string, specifier: string, typeOnly: boolean): Import {
	if (specifier.startsWith("#")) return { target: specifier.slice(1), ours: true, typeOnly };
	if (specifier.startsWith(".")) {
		const target = posix.normalize(posix.join(posix.normalize(dirname(from)), specifier));
		return { target, ours: true, typeOnly };
	}
	return { target: specifier, ours: false, typeOnly };
}
