import { expect, test } from "vitest";
import { listTexts, readSources, type Source } from "./architecture/sources.ts";

const sources = readSources();
const app = sources.filter(({ path }) => /^(app|db|search)\//.test(path));
const shipped = app.filter(({ isTest }) => !isTest);

/** For each folder, what its files may import of ours; the first prefix that fits a file decides. */
const LAYERS: [from: string, allowed: string[]][] = [
	["app/domain/", ["app/domain/"]],
	["app/components/ui/", ["app/components/ui/"]],
	["app/clients/", ["app/domain/", "app/clients/"]],
	["app/matcher/", ["app/domain/", "app/matcher/", "db/"]],
	["db/search/", ["app/domain/", "db/", "search/"]],
	// An import prepares what the index will hold of a supplier while it reads the file.
	["db/import/", ["app/domain/", "db/", "search/entry.ts"]],
	["db/", ["app/domain/", "db/"]],
	["search/", ["app/domain/", "db/search/", "db/open.server.ts", "search/"]],
	[
		"app/components/",
		["app/domain/", "app/components/", "app/http-errors.ts", "app/incident.tsx", "app/nonce.tsx"],
	],
	["app/api/", ["app/domain/", "app/api/", "app/http-errors.ts"]],
];

const byPath = new Map(sources.map((source) => [source.path, source]));

test("there are sources to judge", () => {
	expect(shipped.length).toBeGreaterThan(30);
	expect(shipped.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
});

test("no layer imports one above or beside it", () => {
	expect(
		offences(shipped, (source) => {
			const allowed = LAYERS.find(([from]) => source.path.startsWith(from))?.[1];
			// What only loaders call may sit beside the components it feeds.
			if (!allowed || /^app\/components\/.*\.server\.ts$/.test(source.path)) return [];
			return (
				source.imports
					.filter(
						({ ours, target }) => ours && !allowed.some((prefix) => target.startsWith(prefix)),
					)
					// A type of the port leaves nothing at run time, and the port belongs to no engine.
					.filter(({ target, typeOnly }) => !(typeOnly && target === "search/port.ts"))
					.map(({ target }) => target)
			);
		}),
	).toEqual([]);
});

test("what the browser receives holds neither schemas nor the checks of a match", () => {
	const sent = inFolder("app/components/").filter(({ path }) => !path.endsWith(".server.ts"));
	expect(
		offences(sent, (source) =>
			reachedFrom(source).filter(
				(target) => target === "zod" || target === "app/domain/match/checks/index.ts",
			),
		),
	).toEqual([]);
});

/** Everything a file needs at run time, directly or not. */
function reachedFrom(source: Source): string[] {
	const reached = new Set<string>();
	const visit = ({ imports }: Source) => {
		for (const { target, typeOnly } of imports) {
			if (typeOnly || reached.has(target)) continue;
			reached.add(target);
			const next = byPath.get(target);
			if (next) visit(next);
		}
	};
	visit(source);
	return [...reached];
}

test("the domain imports zod and itself, nothing else", () => {
	expect(
		offences(inFolder("app/domain/"), ({ imports }) =>
			imports.filter(({ ours, target }) => !ours && target !== "zod").map(({ target }) => target),
		),
	).toEqual([]);
});

test("the domain reads no clock and draws no random number", () => {
	expect(
		offences(inFolder("app/domain/"), ({ text }) =>
			[
				...withoutComments(text).matchAll(
					/Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/g,
				),
			].map(String),
		),
	).toEqual([]);
});

test("interface components know no word of the domain", () => {
	expect(
		offences(inFolder("app/components/ui/"), ({ imports }) =>
			imports
				.filter(
					({ ours, target }) =>
						!ours && !["react", "@remix-run/react", "lucide-react"].includes(target),
				)
				.map(({ target }) => target),
		),
	).toEqual([]);
});

test("what routes and components load of the server side is named .server", () => {
	const pages = shipped.filter(({ path }) => /^app\/(routes|components|root)/.test(path));
	expect(
		offences(pages, ({ imports }) =>
			imports
				.filter(({ ours, typeOnly }) => ours && !typeOnly)
				.filter(({ target }) =>
					/^(db|search|scripts|tests|app\/(clients|matcher|server))\//.test(target),
				)
				.filter(({ target }) => !/\.server\.tsx?$/.test(target))
				.map(({ target }) => target),
		),
	).toEqual([]);
});

test("no program imports a test or its tools", () => {
	const programs = sources.filter(({ isTest }) => !isTest);
	expect(
		offences(programs, ({ imports }) =>
			imports
				.filter(({ ours, target }) => ours && target.startsWith("tests/"))
				.map(({ target }) => target),
		),
	).toEqual([]);
});

test("only db/ speaks SQL", () => {
	const elsewhere = sources.filter(({ path, isTest }) => !path.startsWith("db/") && !isTest);
	const sql =
		/\b(?:SELECT\s[^;`"]{1,200}\sFROM\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:VIRTUAL\s+)?TABLE|PRAGMA\s)|\.(?:selectFrom|insertInto|deleteFrom|updateTable|pragma)\(/g;
	expect(
		offences(elsewhere, ({ text, imports }) => [
			...[...withoutComments(text).matchAll(sql)].map(([match]) => match),
			...imports
				.filter(({ target }) => /^(kysely|better-sqlite3)(\/|$)/.test(target))
				.map(({ target }) => target),
		]),
	).toEqual([]);
});

test("only env.server.ts reads the environment", () => {
	// The launchers run before the sources can be loaded; the others prepare tests and tools.
	const allowed = /^(app\/env\.server\.ts|vite\.config\.ts|scripts\/[a-z-]+\.mjs|tests\/.*)$/;
	expect(
		offences(
			sources.filter(({ path }) => !allowed.test(path)),
			({ text }) => [...withoutComments(text).matchAll(/process\.env\b/g)].map(String),
		),
	).toEqual([]);
});

test("no element carries an inline style, which the content security policy blocks", () => {
	expect(
		offences(inFolder("app/"), ({ path, text }) =>
			path.endsWith(".tsx") ? [...text.matchAll(/\sstyle=\{/g)].map(String) : [],
		),
	).toEqual([]);
});

test("colours come from the tokens", () => {
	const styles = sources.filter(
		({ path }) => /^app\/styles\/.*\.css$/.test(path) && !/(tokens|print)\.css$/.test(path),
	);
	expect(
		offences(styles, ({ text }) =>
			[...withoutComments(text).matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi)].map(String),
		),
	).toEqual([]);
});

test("no file is over 300 lines", () => {
	expect(
		offences(sources, ({ text }) => {
			const lines = text.split("\n").length - 1;
			return lines > 300 ? [`${lines} lines`] : [];
		}),
	).toEqual([]);
});

test("no folder is a drawer", () => {
	expect(
		offences(sources, ({ path }) =>
			/(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.)/.test(path) ? ["drawer"] : [],
		),
	).toEqual([]);
});

test("nothing is left for later, switched off or loosely typed", () => {
	const marks = new RegExp(
		[
			"TO" + "DO",
			"FIX" + "ME",
			"biome" + "-ignore",
			"@ts" + "-(?:ignore|expect-error|nocheck)",
		].join("|"),
		"g",
	);
	expect(
		offences(sources, ({ text }) => [
			...[...text.matchAll(marks)].map(String),
			...[...withoutComments(text).matchAll(/(?::|\bas|<)\s*any\b(?!\s*["'`?])/g)].map(String),
		]),
	).toEqual([]);
});

test("no text names a place of one machine", () => {
	const machinePath = new RegExp(
		`(?<![\\w.:/])/(?:${["work", "root", "home"].join("|")})/[\\w.-]+`,
		"g",
	);
	expect(
		listTexts().flatMap(({ path, text }) =>
			[...text.matchAll(machinePath)].map(([match]) => `${path}: ${match}`),
		),
	).toEqual([]);
});

function inFolder(folder: string): Source[] {
	return shipped.filter(({ path }) => path.startsWith(folder));
}

function offences(among: readonly Source[], judge: (source: Source) => string[]): string[] {
	return among.flatMap((source) => judge(source).map((offence) => `${source.path}: ${offence}`));
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
