import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/components/need/server/csv-file.server.ts";
import { openDraft } from "#app/components/need/server/draft-access.server.ts";
import { toSheet } from "#app/domain/need-form/sheet.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { draft, reference } = await openDraft(args);
	const name = (id: string) =>
		reference.taxonomy.get(draft.form.services.find((one) => one.id === id)?.segment ?? "")
			?.label ?? id;
	return csvResponse("sites.csv", toSheet(draft.form, name));
}
