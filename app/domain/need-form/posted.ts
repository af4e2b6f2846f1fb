/** What a form posted, whatever the transport. */
export interface Posted {
	/** First value of a field, trimmed; "" when absent. */
	get(name: string): string;
	all(name: string): readonly string[];
	has(name: string): boolean;
}

/** Field texts are cut there: a person types less, a machine may not. */
const MAX_FIELD = 2000;

/** Reads the texts of a form; files are left out. */
export function postedFrom(entries: Iterable<[string, unknown]>): Posted {
	const values = new Map<string, string[]>();
	for (const [name, value] of entries) {
		if (typeof value !== "string") continue;
		const text = name === "table" ? value : value.trim().slice(0, MAX_FIELD);
		const list = values.get(name);
		if (list) list.push(text);
		else values.set(name, [text]);
	}
	return {
		get: (name) => values.get(name)?.[0] ?? "",
		all: (name) => values.get(name) ?? [],
		has: (name) => values.has(name),
	};
}
