import { kindCode } from "../kinds.ts";
import type { ListFormat } from "../list-format.ts";
import {
	accredited,
	buildSupplier,
	mergeKinds,
	readSiret,
	resolvePlace,
} from "../supplier-draft.ts";
import { cleanLine } from "../texts.ts";
import { missing, rowsBySiret, unknownKind } from "./shared.ts";

/** Jobs offered by SIAE, one row each: gathered by SIRET, they say what a structure really does. */
export const siaeRome: ListFormat = {
	id: "siae-rome",
	columns: ["siret", "type_structure", "raison_sociale", "commune", "code_rome", "metier"],
	groupBy: rowsBySiret("siret"),
	read(rows, context) {
		const [{ cells }] = rows;
		const identity = readSiret(cells["siret"] ?? "", "siret", context);
		if ("reject" in identity) return identity;
		const name = cleanLine(cells["raison_sociale"]);
		if (!name) return missing("raison_sociale", "La raison sociale");
		const codes = rows.map((row) => kindCode(row.cells["type_structure"]));
		const kinds = codes.filter((code) => code !== null);
		if (kinds.length < rows.length) return unknownKind("type_structure", cells["type_structure"]);
		const jobs = rows
			.map((row) => ({
				rome: row.cells["code_rome"] ?? "",
				label: cleanLine(row.cells["metier"]) ?? "",
			}))
			.filter(({ rome, label }) => rome !== "" || label !== "");
		const supplier = buildSupplier(
			{
				identity,
				name,
				on: context.listDate,
				place: resolvePlace({ town: cells["commune"] }, context),
				fields: {
					kinds: mergeKinds(kinds.map((code) => accredited(code, "registry", context.listDate))),
				},
				clues: { kinds, jobs, texts: [{ text: name, weight: 1.5 }] },
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};
