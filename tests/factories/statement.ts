import type { Statement } from "#app/domain/upkeep/merge.ts";
import { makeSupplier } from "./supplier.ts";

/** What the record "r1" of a plain list says of the usual supplier. */
export function makeStatement(overrides: Partial<Statement> = {}): Statement {
	return {
		sourceId: "liste",
		key: "r1",
		tier: "import",
		statedOn: "2026-01-01",
		run: 1,
		value: makeSupplier(),
		...overrides,
	};
}
