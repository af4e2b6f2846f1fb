// npm run check: everything that must hold, counted; the last line says “N passed, N failed”.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { complaintOf, findChromium, installPackages, ROOT, run, say } from "./bootstrap.mjs";
import { build } from "./build-if-stale.mjs";

const REPORTS = join(ROOT, ".cache");
const VITEST_REPORT = join(REPORTS, "vitest.json");
const PLAYWRIGHT_REPORT = join(REPORTS, "playwright.json");

const MESSAGE_LINES = 12;
/** A line of a call stack outside the project, or a warning of the bundler. */
const NOISE = /^\s+at .*(?:node_modules|node:|<anonymous>)|^(?:\[warn\]|┃|┗)/;

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, in the order met: said again at the end, where one looks first. @type {string[]} */
const failures = [];

installPackages();
const chromium = findChromium();
mkdirSync(REPORTS, { recursive: true });

whole("Mise en forme et règles", () => complaintOf(bin("biome"), ["ci", "--colors=off", "."]));
whole("Types", () => complaintOf(bin("tsc"), ["--noEmit"]));
step("Tests unitaires, de propriétés et d’intégration", vitest);
const built = whole("Construction du site", build).failed === 0;
step("Tests de bout en bout", () => (built ? playwright() : one(false)));

for (const failure of failures) process.stdout.write(`\n✗ ${failure}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed === 0 ? 0 : 1);

/**
 * @param {string} name
 * @param {() => Count} check
 */
function step(name, check) {
	say(name);
	const startedAt = Date.now();
	const known = failures.length;
	const count = check();
	total.passed += count.passed;
	total.failed += count.failed;
	total.skipped += count.skipped;
	const named = failures.length - known;
	if (count.failed > named) failures.push(`${name} : ${count.failed - named} en échec`);
	const seconds = Math.round((Date.now() - startedAt) / 1000);
	say(`${name} : ${count.failed === 0 ? "bon" : `${count.failed} en échec`} (${seconds} s)`);
	return count;
}

/**
 * A step that passes or fails as one.
 *
 * @param {string} name
 * @param {() => string | null} complaint
 */
function whole(name, complaint) {
	return step(name, () => {
		const said = complaint();
		if (said !== null) fail(name, said);
		return one(said === null);
	});
}

/** @param {boolean} passed */
function one(passed) {
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function vitest() {
	rmSync(VITEST_REPORT, { force: true });
	const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`];
	const succeeded = run(bin("vitest"), args);
	const report = readReport(VITEST_REPORT);
	if (!report) return one(false);
	/** @type {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} */
	const files = report["testResults"];
	for (const file of files)
		for (const { status, fullName, failureMessages } of file.assertionResults)
			if (status === "failed") fail(`${file.name} › ${fullName}`, failureMessages.join("\n"));
	// A file that cannot be loaded has no test to fail, and a process that dies leaves some without answer: one each.
	const unloaded = files.filter(
		(file) => file.status === "failed" && file.assertionResults.length === 0,
	);
	for (const file of unloaded) fail(`${file.name} › fichier illisible`, file.message);
	const unended = files.filter((file) =>
		file.assertionResults.some(({ status }) => status === "pending"),
	);
	for (const file of unended) fail(`${file.name} › arrêté avant la fin`, "");
	return settled(succeeded, {
		passed: report["numPassedTests"],
		failed: report["numFailedTests"] + unloaded.length + unended.length,
		skipped: report["numPendingTests"] + report["numTodoTests"],
	});
}

function playwright() {
	if (chromium === null) {
		fail(
			"Tests de bout en bout",
			"Chromium manque, et ne peut pas être installé d’ici : lancez en tant que root « apt-get install -y chromium »,\n" +
				"ou donnez son chemin dans CHROMIUM_PATH, puis recommencez.",
		);
		return one(false);
	}
	rmSync(PLAYWRIGHT_REPORT, { force: true });
	const succeeded = run(
		bin("playwright"),
		["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json"],
		{ ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
	);
	const report = readReport(PLAYWRIGHT_REPORT);
	const stats = report?.["stats"];
	if (!stats) return one(false);
	for (const file of report["suites"]) nameFailed(`tests/e2e/${file.title}`, file);
	// A file that cannot be loaded stops the run before its first test.
	for (const { message } of report["errors"]) fail("Tests de bout en bout", message);
	return settled(succeeded, {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + report["errors"].length,
		skipped: stats.skipped,
	});
}

/**
 * @typedef {{ title: string, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} Spec
 * @param {string} place
 * @param {{ title: string, specs: Spec[], suites?: any[] }} suite a file, or a group of tests in it
 */
function nameFailed(place, { specs, suites = [] }) {
	for (const spec of specs)
		if (!spec.ok) {
			const errors = spec.tests.flatMap(({ results }) =>
				results.map(({ error }) => error?.message),
			);
			fail(`${place} › ${spec.title}`, errors.join("\n"));
		}
	for (const inner of suites) nameFailed(`${place} › ${inner.title}`, inner);
}

/**
 * @param {string} what
 * @param {string} message
 */
function fail(what, message) {
	const lines = stripVTControlCharacters(message)
		.split("\n")
		.filter((line) => line.trim() !== "" && !NOISE.test(line))
		.slice(0, MESSAGE_LINES);
	failures.push([what, ...lines].join("\n    ").replaceAll(ROOT, ""));
}

/**
 * A runner that fails although each of its tests passed failed at something else: it counts for one.
 *
 * @param {boolean} succeeded
 * @param {Count} count
 */
function settled(succeeded, count) {
	return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** @param {string} path */
function readReport(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return null;
	}
}

/** @param {string} name */
function bin(name) {
	return join(ROOT, "node_modules/.bin", name);
}
