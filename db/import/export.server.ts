import { type Db, rawOf } from "../open.server.ts";

const PAGE = 500;

/**
 * Every supplier shown, tombstones included, one exchange line each (newline included), ordered by id: an import of these lines
 * into an empty base, then an export, gives the same bytes. Read page by page, so that nothing waits for it to end.
 */
export async function* exportLines(db: Db): AsyncGenerator<string> {
	const page = rawOf(db).prepare(
		"SELECT public_id, document FROM supplier WHERE public_id > ? ORDER BY public_id LIMIT ?",
	);
	let after = "";
	for (;;) {
		const rows = page.all(after, PAGE) as { public_id: string; document: string }[];
		const last = rows.at(-1);
		if (!last) return;
		yield rows.map(({ document }) => `${document}\n`).join("");
		after = last.public_id;
		await Promise.resolve();
	}
}
