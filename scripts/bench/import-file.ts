import { closeSync, openSync, writeSync } from "node:fs";
import type { Commune, Segment } from "#app/domain/reference.ts";
import { isValidSiret } from "#app/domain/siret.ts";
import { seededRandom } from "#scripts/seeded-random.ts";
import { benchWorld, randomSupplier } from "./generate.ts";

const OPENINGS = ["Atelier", "Chantier", "Régie", "Entreprise adaptée", "Ressourcerie", "ESAT"];
const PLANTS = ["Ajoncs", "Bruyères", "Genêts", "Chênes", "Aubépines", "Roseaux", "Fougères"];

/** Writes a seeded exchange file of `count` suppliers with a SIRET, four offers each, and the source of one of their facts. */
export function writeExchangeFile(
	path: string,
	count: number,
	{ communes, segments }: { communes: readonly Commune[]; segments: readonly Segment[] },
	seed = 1,
): void {
	const random = seededRandom(seed);
	const codes = segments.map(({ code }) => code);
	// Overseas collectivities have no region in the exchange format, and the seeded areas name regions.
	const inRegions = communes.filter(({ region }) => /^\d\d$/.test(region));
	const world = benchWorld(codes, inRegions, random);
	const names = new Map(communes.map(({ code, name }) => [code, name]));
	const file = openSync(path, "w");
	let lines: string[] = [];
	for (let index = 0; index < count; index++) {
		const supplier = randomSupplier(world, index);
		const line = JSON.stringify({
			...supplier,
			siret: siretOf(index),
			name: `${random.pick(OPENINGS)} des ${random.pick(PLANTS)} de ${names.get(supplier.commune ?? "")}`,
			facts: { "offers[0].daysPerWeek": { source: "revue-2026", on: "2026-06-01" } },
		});
		lines.push(`${line}\n`);
		if (lines.length < 500 && index < count - 1) continue;
		writeSync(file, lines.join(""));
		lines = [];
	}
	closeSync(file);
}

/** A SIRET with a right key, one per index. */
function siretOf(index: number): string {
	const body = `${100_000_000 + index * 7}0001`;
	for (let key = 0; key < 10; key++) {
		if (isValidSiret(`${body}${key}`)) return `${body}${key}`;
	}
	throw new RangeError("no key");
}
