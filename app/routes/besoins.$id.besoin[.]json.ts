import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDraft } from "#app/components/need/server/draft-access.server.ts";
import { jsonFile } from "#app/components/need/server/json-file.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { need, reading } = await openDraft(args);
	return jsonFile("besoin.json", need ?? reading.partial);
}
