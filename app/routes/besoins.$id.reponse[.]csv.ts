import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerRows } from "#app/components/need/server/answer-files.server.ts";
import { csvResponse } from "#app/components/need/server/csv-file.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	return csvResponse("annexe-structures.csv", await answerRows(args));
}
