import { type LoadedColumns, loadColumns } from "#db/columns.server.ts";
import { openDb } from "#db/open.server.ts";
import { loadPlaces } from "#db/places.server.ts";

/** Worker thread: reads the base into columns of shared memory. */
export default async function load({ file }: { file: string }): Promise<LoadedColumns> {
	const db = openDb(file, { readonly: true, mmapMb: 0 });
	try {
		return await loadColumns(db, loadPlaces(db));
	} finally {
		await db.destroy();
	}
}
