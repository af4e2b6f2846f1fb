import type { ValueNames } from "#app/domain/what-if/value-words.ts";

/** Names that values need, as plain data that reaches the browser. */
export interface NameTable {
	readonly criteria: Readonly<Record<string, string>>;
	readonly articles: Readonly<Record<string, string>>;
}

/** The names of a table; a code that it does not hold stays as it is. */
export function namesOf({ criteria, articles }: NameTable): ValueNames {
	return {
		criterion: (code) => criteria[code] ?? code,
		article: (reservation) => articles[reservation] ?? "",
	};
}
