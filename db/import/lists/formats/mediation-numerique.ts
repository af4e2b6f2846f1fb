import type { Hint } from "#app/domain/inference/index.ts";
import { fold } from "#app/domain/text.ts";
import { kindCode } from "../kinds.ts";
import { essByForm } from "../legal-forms.ts";
import type { ListFormat } from "../list-format.ts";
import { accredited, buildSupplier, readSiret, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { missing, readDate, rowsBySiret } from "./shared.ts";

/** Services that are digital mediation as such; a connection or a computer at hand is not enough. */
const MEDIATION = /ordinateur|smartphone|numerique|demarches administratives/;

/** Digital mediation and inclusion, gathered from several directories: kinds are what each says of itself. */
export const mediationNumerique: ListFormat = {
	id: "mediation-numerique",
	columns: [
		"id",
		"nom",
		"typologie",
		"siret",
		"code_insee",
		"presentation",
		"services",
		"date_maj",
	],
	groupBy: rowsBySiret("siret"),
	read(rows, context) {
		const { cells } = rows.reduce((best, row) =>
			(row.cells["date_maj"] ?? "") > (best.cells["date_maj"] ?? "") ? row : best,
		);
		const identity = readSiret(cells["siret"] ?? "", "siret", context);
		if ("reject" in identity) return identity;
		const name = cleanLine(cells["nom"]);
		if (!name) return missing("nom", "Le nom");
		const on = readDate(cells["date_maj"]) ?? context.listDate;
		const kind = kindCode(cells["typologie"]);
		const legalForm = cells["typologie"] === "ASSO" ? "ASSOCIATION" : null;
		const description = cleanText(cells["presentation"]);
		const supplier = buildSupplier(
			{
				identity,
				name,
				on,
				place: resolvePlace(
					{
						inseeCode: cells["code_insee"],
						postcode: cells["code_postal"],
						town: cells["commune"],
						lat: cells["lat"],
						lon: cells["lon"],
					},
					context,
				),
				fields: {
					kinds: kind ? [accredited(kind, "declared", on)] : null,
					ess: essByForm(legalForm),
					legalForm,
					address: cleanLine(cells["adresse"]),
					postcode: cells["code_postal"] || null,
					website: cleanWebsite(cells["site_web"]),
					description,
				},
				clues: {
					...(kind ? { kinds: [kind] } : {}),
					hints: serviceHints(rows.map((row) => row.cells["services"] ?? "").join(";")),
					texts: [
						{ text: name, weight: 1.5 },
						{ text: description ?? "", weight: 0.6 },
					],
				},
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};

function serviceHints(services: string): Hint[] {
	const hints: Hint[] = [];
	const mediation = services.split(";").find((service) => MEDIATION.test(fold(service)));
	if (mediation)
		hints.push({
			segment: "mediation-numerique",
			weight: 3,
			because: `service « ${mediation.trim()} »`,
		});
	return hints;
}
