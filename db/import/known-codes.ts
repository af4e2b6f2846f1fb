import segments from "#app/domain/reference/segments.json" with { type: "json" };
import type { KnownCodes } from "#app/domain/upkeep/check-supplier.ts";
import type { RawDb } from "../open.server.ts";

/** The communes, territories and segments that a supplier may name. @throws when the reference data is not loaded */
export function loadKnownCodes(raw: RawDb): KnownCodes {
	const column = (query: string) => new Set(raw.prepare(query).pluck().all() as string[]);
	const communes = column("SELECT code FROM place");
	if (communes.size === 0) {
		throw new Error("import: the places of the reference data are not loaded in this database");
	}
	return {
		communes,
		zones: column("SELECT zone FROM zone"),
		segments: new Set(segments.map(({ code }) => code)),
	};
}
