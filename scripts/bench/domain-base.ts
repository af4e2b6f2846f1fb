import { ColumnsBuilder } from "#app/domain/match/columns-builder.ts";
import { compileSupplier } from "#app/domain/match/compile-supplier.ts";
import type { SupplierSource } from "#app/domain/match/supplier-source.ts";
import { packagedReference } from "#db/reference.server.ts";
import { seededRandom } from "../seeded-random.ts";
import { type BenchWorld, benchWorld, randomSupplier } from "./generate.ts";

const SEED = 20261121;
const REGIONS = "11 24 27 28 32 44 52 53 75 76 84 93".split(" ");
/** A page asks for 100 suppliers: those of the first thousands stand in for them all, so that memory is the columns' alone. */
const KEPT = 2000;

export const reference = packagedReference();

/** The most frequent first: the first is the largest of the base. */
export const segments = reference.taxonomy.segments
	.filter((segment) => segment.parent !== null)
	.map((segment) => segment.code);

const communes = REGIONS.flatMap(
	(region) => reference.places.zone(`region:${region}`)?.communes ?? [],
);

/** Where seeded needs are drawn from: another draw than the suppliers'. */
export function needWorld(): BenchWorld {
	return benchWorld(segments, communes, seededRandom(SEED + 1));
}

/** A seeded base in memory, without database or threads. */
export function domainBase(suppliers: number): SupplierSource {
	const builder = new ColumnsBuilder();
	const world = benchWorld(segments, communes, seededRandom(SEED));
	const kept = Array.from({ length: Math.min(suppliers, KEPT) }, (_, i) => {
		const supplier = randomSupplier(world, i);
		builder.add(compileSupplier(supplier, reference.places), i);
		return supplier;
	});
	for (let i = kept.length; i < suppliers; i++) {
		builder.add(compileSupplier(randomSupplier(world, i), reference.places), i);
	}
	return {
		columns: builder.finish({ shared: true }),
		places: reference.places,
		describe: (rows) => rows.map((row) => kept[row % kept.length] as (typeof kept)[number]),
	};
}

/** The value that a share of the times does not exceed. */
export function percentile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
