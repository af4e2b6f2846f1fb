import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { TaxonomyIndex } from "#app/domain/taxonomy.ts";
import { foldedTitle, isHeldBack } from "./held-back.ts";

/** A public contract: what was bought, in the buyer's words, and the segment of its CPV code. */
export interface Title {
	readonly text: string;
	/** The same for two contracts with the same object. */
	readonly object: string;
	readonly buyer: string;
	/** Segment that owns the longest prefix of the CPV code. */
	readonly segment: string;
	/** Scope of that segment. */
	readonly core: boolean;
	readonly heldBack: boolean;
}

const rowsSchema = z.array(
	z.object({ objet: z.string(), code_cpv: z.string(), acheteur_nom: z.string() }),
);

/**
 * Contracts of a file of public contracts (`objet,code_cpv,…,acheteur_nom`), those without a valid CPV code left out.
 *
 * @throws when a column is missing
 */
export function readTitles(path: string, taxonomy: TaxonomyIndex): Title[] {
	const rows = rowsSchema.parse(parse(readFileSync(path), { columns: true, bom: true }));
	return rows.flatMap(({ objet, code_cpv, acheteur_nom }) => {
		const segment = taxonomy.ofCpv(code_cpv);
		if (!segment) return [];
		return {
			text: objet,
			object: foldedTitle(objet),
			buyer: acheteur_nom,
			segment: segment.code,
			core: segment.scope === "core",
			heldBack: isHeldBack(objet),
		};
	});
}
