import type { ListFormat } from "../list-format.ts";
import { accredited, buildSupplier, readSiret, resolvePlace } from "../supplier-draft.ts";
import { cleanLine } from "../texts.ts";
import { missing, rowsBySiret } from "./shared.ts";

/** The federation's list of labelled GEIQ. */
export const geiq: ListFormat = {
	id: "geiq",
	columns: ["nom", "adresse", "complement", "ville", "code_postal", "naf", "siret", "code_insee"],
	groupBy: rowsBySiret("siret"),
	read([row], context) {
		const { cells } = row;
		const identity = readSiret(cells["siret"] ?? "", "siret", context);
		if ("reject" in identity) return identity;
		const name = cleanLine(cells["nom"]);
		if (!name) return missing("nom", "Le nom");
		const address = [cells["adresse"], cells["complement"]].filter(Boolean).join(", ");
		const supplier = buildSupplier(
			{
				identity,
				name,
				on: context.listDate,
				place: resolvePlace(
					{ inseeCode: cells["code_insee"], postcode: cells["code_postal"], town: cells["ville"] },
					context,
				),
				fields: {
					kinds: [accredited("GEIQ", "registry", context.listDate)],
					address: cleanLine(address),
					postcode: cells["code_postal"] || null,
				},
				clues: { kinds: ["GEIQ"], naf: cells["naf"] ?? null, texts: [{ text: name, weight: 1.5 }] },
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};
