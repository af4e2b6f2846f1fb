import type { LoaderFunctionArgs } from "@remix-run/node";
import { wholeAnswer } from "#app/components/need/server/answer-files.server.ts";
import { jsonFile } from "#app/components/need/server/json-file.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	return jsonFile("reponse.json", await wholeAnswer(args));
}
