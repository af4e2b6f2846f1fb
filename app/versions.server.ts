import { LEGAL_TABLE_DATE } from "#app/domain/legal-table.ts";
import type { Versions } from "#app/matcher/port.ts";
import type { Services } from "#app/services.server.ts";

/** What every answer names: the data it was computed from, the date of the legal table, the program. */
export async function currentVersions(
	services: Pick<Services, "dataVersion" | "program">,
): Promise<Versions> {
	return {
		data: String(await services.dataVersion()),
		law: LEGAL_TABLE_DATE,
		program: services.program,
	};
}
