/** The value at a path (`offers[0].daysPerWeek`), as text short enough for a table; empty when there is none. */
export function valueAt(row: unknown, path: string): string {
	let at = row;
	for (const key of path.split(/[.[\]]+/)) {
		if (key === "") continue;
		if (at === null || typeof at !== "object") return "";
		at = (at as Record<string, unknown>)[key];
	}
	if (at === undefined) return "";
	return (typeof at === "string" ? at : written(at)).slice(0, 200);
}

/** A line may hold lists in lists by the ten thousand, too deep to be written back. */
function written(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		return "…";
	}
}
