import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import published from "#app/domain/reference/published-codes.json";
import { KIND_CODES } from "#app/domain/vocabulary.ts";
import {
	readCommunes,
	readCriteria,
	readNafLabels,
	readPlaceAliases,
	readSegments,
	readZones,
} from "./reference-files.server.ts";
import { listOrigins } from "./reference-origins.server.ts";

const communes = readCommunes();
const codes = new Set(communes.map((commune) => commune.code));
const zones = new Set<string>(readZones().map(({ zone }) => zone));

test("the 34 963 inhabited communes of 2026 are there once, in order", () => {
	expect(communes).toHaveLength(34_963);
	expect(codes.size).toBe(34_963);
	expect(communes.map((commune) => commune.code)).toEqual([...codes].sort());
});

test("every commune has a département, a région and a plausible position", () => {
	const odd = communes.filter(
		({ departement, region, lat, lon, postcodes }) =>
			!zones.has(`departement:${departement}`) ||
			!/^\d{2,3}$/.test(region) ||
			!(Math.abs(lat) <= 52) ||
			!(Math.abs(lon) <= 180) ||
			!postcodes.every((postcode) => /^\d{5}$/.test(postcode)),
	);
	expect(odd).toEqual([]);
});

test("metropolitan communes are in the hexagon or in Corsica", () => {
	const outside = communes.filter(
		({ code, lat, lon }) =>
			!/^9[78]/.test(code) && !(lat > 41.2 && lat < 51.2 && lon > -5.3 && lon < 9.7),
	);
	expect(outside).toEqual([]);
});

test("every EPCI has members, and every member’s EPCI is known", () => {
	const members = new Set(communes.flatMap(({ epci }) => (epci === null ? [] : [`epci:${epci}`])));
	const known = [...zones].filter((zone) => zone.startsWith("epci:"));
	expect(known).toHaveLength(1255);
	expect([...members].sort()).toEqual(known.sort());
	expect(communes.filter((commune) => commune.epci === null).length).toBeLessThan(110);
});

test("Corsica, the overseas départements and the collectivities are there", () => {
	const departements = new Set(communes.map((commune) => commune.departement));
	for (const code of ["2A", "2B", "971", "972", "973", "974", "976"])
		expect(departements).toContain(code);
	for (const code of ["975", "977", "978", "986", "987", "988"])
		expect(departements).toContain(code);
	expect(departements.size).toBe(107);
	// The format has régions of two digits: a collectivity is a département only.
	expect([...zones].filter((zone) => zone.startsWith("region:"))).toHaveLength(18);
});

test("most people live in a commune whose centre is exact", () => {
	const people = (list: typeof communes) =>
		list.reduce((sum, commune) => sum + (commune.population ?? 0), 0);
	const exact = communes.filter((commune) => commune.errorKm === 0);
	expect(exact.length).toBeGreaterThan(14_000);
	expect(people(exact) / people(communes)).toBeGreaterThan(0.8);
	const inMetropole = communes.filter((commune) => !/^9[78]/.test(commune.code));
	expect(Math.max(...inMetropole.map((commune) => commune.errorKm))).toBeLessThanOrEqual(60);
});

test("every other code or name leads to a commune of today", () => {
	const aliases = readPlaceAliases();
	expect(aliases.length).toBeGreaterThan(4_800);
	expect(aliases.filter((alias) => !codes.has(alias.commune))).toEqual([]);
	expect(aliases.filter(({ kind }) => kind === "arrondissement")).toHaveLength(45);
});

test("the committed places weigh less than 3 MB", () => {
	const folder = join(import.meta.dirname, "reference");
	const bytes = readdirSync(folder).reduce(
		(sum, name) => sum + statSync(join(folder, name)).size,
		0,
	);
	expect(bytes).toBeLessThan(3_000_000);
});

test("each data set names its origin, licence and rows", () => {
	for (const origin of listOrigins()) {
		expect(origin.licence).not.toBe("");
		expect(origin.rows, origin.id).toBeGreaterThan(90);
	}
});

test("NAF codes of the segments have a label", () => {
	const labels = readNafLabels();
	expect(labels.get("8121Z")).toBe("Nettoyage courant des bâtiments");
	for (const segment of readSegments())
		for (const naf of segment.naf) expect(labels.has(naf), `${segment.code} ${naf}`).toBe(true);
});

test("conditions name segments that exist, never a leaf beside its parent", () => {
	const segments = new Map(readSegments().map((segment) => [segment.code, segment]));
	for (const criterion of readCriteria()) {
		for (const code of criterion.segments) {
			const segment = segments.get(code);
			expect(segment, `${criterion.code} ${code}`).toBeDefined();
			expect(criterion.segments, criterion.code).not.toContain(segment?.parent);
		}
	}
});

test("every certificate that is typical of a segment is a condition of that segment", () => {
	const criteria = new Map(readCriteria().map((criterion) => [criterion.code, criterion]));
	for (const segment of readSegments()) {
		for (const typical of segment.typicalConstraints) {
			const code = /^certificates:(.+)$/.exec(typical)?.[1];
			if (code === undefined) continue;
			const { segments = [""] } = criteria.get(code) ?? {};
			const covered =
				segments.length === 0 ||
				segments.includes(segment.code) ||
				segments.includes(segment.parent ?? "");
			expect(covered, `${segment.code} ${code}`).toBe(true);
		}
	}
});

test("every core leaf has a condition of its own trade", () => {
	const criteria = readCriteria();
	const leaves = readSegments().filter(({ parent, scope }) => parent !== null && scope === "core");
	const bare = leaves.filter(
		({ code, parent }) =>
			!criteria.some(({ segments }) => segments.includes(code) || segments.includes(parent ?? "")),
	);
	expect(bare.map(({ code }) => code)).toEqual([]);
});

test("a question speaks to the structure and ends with a question mark", () => {
	for (const { code, question } of readCriteria()) expect(question, code).toMatch(/\u202F\?$/);
});

test("published codes stay: add, never rename", () => {
	const segments = new Set(readSegments().map(({ code }) => code));
	const criteria = new Set(readCriteria().map(({ code }) => code));
	expect(published.segments.filter((code) => !segments.has(code))).toEqual([]);
	expect(published.criteria.filter((code) => !criteria.has(code))).toEqual([]);
	expect(
		published.kinds.filter((code) => !(KIND_CODES as readonly string[]).includes(code)),
	).toEqual([]);
});
