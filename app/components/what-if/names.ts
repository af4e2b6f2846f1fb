import type { Need } from "#app/domain/need.ts";
import type { ChangeNames } from "#app/domain/what-if/change-words.ts";

/** Names that change words need, as plain data that reaches the browser. */
export interface NameTable {
	/** Segment of each service. */
	readonly services: Need["services"];
	readonly segments: Readonly<Record<string, string>>;
	readonly criteria: Readonly<Record<string, string>>;
	readonly articles: Readonly<Record<string, string>>;
	readonly cells: Readonly<Record<string, string>>;
}

/** The names of a table; a code that it does not hold stays as it is. */
export function namesOf({ segments, criteria, articles, cells }: NameTable): ChangeNames {
	return {
		segment: (code) => segments[code] ?? code,
		criterion: (code) => criteria[code] ?? code,
		article: (reservation) => articles[reservation] ?? "",
		cell: (id) => cells[id] ?? id,
	};
}
