import { fileURLToPath } from "node:url";
import { SegmentInference } from "#app/domain/inference/index.ts";
import segments from "#app/domain/reference/segments.json" with { type: "json" };
import type { Segment } from "#app/domain/reference.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import { openList } from "#db/import/lists/index.server.ts";
import type { FormatId, ListReader, ReadRow } from "#db/import/types.ts";
import { packagedPlaces } from "#db/places.server.ts";

const taxonomy = createTaxonomy(segments as unknown as Segment[]);
const inference = new SegmentInference(taxonomy);

export type SupplierRow = Extract<ReadRow, { kind: "supplier" }>;
export type RejectRow = Extract<ReadRow, { kind: "reject" }>;

export interface ReadResult {
	readonly list: ListReader;
	readonly suppliers: SupplierRow[];
	readonly rejects: RejectRow[];
}

export function fixtureList(name: string): string {
	return fileURLToPath(new URL(`../fixtures/lists/${name}`, import.meta.url));
}

/** A list read whole, with the places and segments of the committed files. */
export async function readList(path: string, format?: FormatId): Promise<ReadResult> {
	const list = await openList(path, {
		places: packagedPlaces(),
		taxonomy,
		inference,
		...(format ? { format } : {}),
	});
	const suppliers: SupplierRow[] = [];
	const rejects: RejectRow[] = [];
	for await (const row of list.rows()) {
		if (row.kind === "supplier") suppliers.push(row);
		else rejects.push(row);
	}
	return { list, suppliers, rejects };
}
