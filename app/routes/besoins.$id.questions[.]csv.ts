import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/components/need/server/csv-file.server.ts";
import { questionRows } from "#app/components/what-if/server/questions-view.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	return csvResponse("questions.csv", await questionRows(args));
}
