import { cpvDigits } from "#app/domain/taxonomy.ts";
import { type Db, rawOf } from "./open.server.ts";
import { loadKey } from "./reference-origins.server.ts";

/** Labels of CPV codes or prefixes, as asked. Empty until the official list was loaded (`vivier reference load cpv`). */
export async function findCpvLabels(
	db: Db,
	prefixes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (prefixes.length === 0) return new Map();
	const codes = new Map(prefixes.map((prefix) => [cpvDigits(prefix), prefix]));
	const rows = await db
		.selectFrom("cpv")
		.select(["code", "label"])
		.where("code", "in", [...codes.keys()])
		.execute();
	return new Map(rows.flatMap(({ code, label }) => [[codes.get(code) ?? code, label] as const]));
}

/** Another text after each load of the official list; quick enough to be asked at each request. */
export function cpvEdition(db: Db): () => string {
	const find = rawOf(db).prepare("SELECT value FROM meta WHERE key = ?").pluck();
	return () => String(find.get(loadKey("cpv")) ?? "");
}

/** Every label of the official list by code; empty until it was loaded. */
export function loadCpvLabels(db: Db): ReadonlyMap<string, string> {
	const rows = rawOf(db).prepare("SELECT code, label FROM cpv ORDER BY code").raw().all();
	return new Map(rows as [code: string, label: string][]);
}
