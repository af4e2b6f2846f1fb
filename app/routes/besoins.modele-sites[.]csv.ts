import { csvResponse } from "#app/components/need/server/csv-file.server.ts";
import { MODEL_ROWS } from "#app/domain/need-form/sheet.ts";

export function loader() {
	return csvResponse("modele-sites.csv", MODEL_ROWS);
}
