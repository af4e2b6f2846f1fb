import { slugOf } from "#app/domain/text.ts";
import type { ListFormat } from "../list-format.ts";
import { buildSupplier, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { missing } from "./shared.ts";

/** Actors of the circular economy round Calais, in free text. `est_ess` 0 only means that no one ticked it: unknown. */
export const circulaireCalaisis: ListFormat = {
	id: "circulaire-calaisis",
	columns: ["nom", "themes", "description", "mots_cles", "lat", "lon", "est_ess"],
	read([row], context) {
		const { cells } = row;
		const name = cleanLine(cells["nom"]);
		if (!name) return missing("nom", "Le nom");
		const themes = (cells["themes"] ?? "").split("|").map((theme) => theme.trim());
		const description = cleanText(cells["description"]);
		const keywords = cleanText(cells["mots_cles"]);
		const key = [slugOf(name), cells["code_postal"], position(cells["lat"]), position(cells["lon"])]
			.filter(Boolean)
			.join("-");
		const supplier = buildSupplier(
			{
				identity: { key, siret: null, siren: null },
				name,
				on: context.listDate,
				place: resolvePlace(
					{
						postcode: cells["code_postal"],
						town: cells["ville"],
						lat: cells["lat"],
						lon: cells["lon"],
					},
					context,
				),
				fields: {
					ess: cells["est_ess"] === "1" ? true : null,
					tags: themes.includes("Réemploi / Réparation") ? ["reemploi"] : null,
					address: cleanLine(cells["adresse"]),
					postcode: cells["code_postal"] || null,
					website: cleanWebsite(cells["site_web"]),
					description:
						[description, keywords && `Mots-clés : ${keywords}`].filter(Boolean).join("\n") || null,
				},
				clues: {
					texts: [
						{ text: name, weight: 1.5 },
						{ text: description ?? "", weight: 1 },
						{ text: keywords ?? "", weight: 0.8 },
					],
				},
			},
			context,
		);
		return { key, supplier };
	},
};

/** Four decimals, about ten metres: tells apart two shops of one name. */
function position(text: string | undefined): string {
	const degrees = Number(text);
	return text && Number.isFinite(degrees)
		? String(Math.round(degrees * 1e4)).replace("-", "m")
		: "";
}
