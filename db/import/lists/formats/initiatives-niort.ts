import type { ListFormat } from "../list-format.ts";
import { buildSupplier, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { missing } from "./shared.ts";

/** Local initiatives round Niort, in free text. Their category « Économie Sociale et Solidaire » is a shelf, not a status: unknown. */
export const initiativesNiort: ListFormat = {
	id: "initiatives-niort",
	columns: ["id", "titre", "resume", "description", "categories", "rue", "ville", "url_source"],
	read([row], context) {
		const { cells } = row;
		const name = cleanLine(cells["titre"]);
		if (!name) return missing("titre", "Le titre");
		const id = cells["id"] ?? "";
		if (id === "") return missing("id", "L’identifiant");
		const description = cleanText(
			[cells["resume"], cells["description"]].filter(Boolean).join("\n"),
		);
		const repair = (cells["categories"] ?? "").includes("Fabriquer, réparer");
		const supplier = buildSupplier(
			{
				identity: { key: caseSafe(id), siret: null, siren: null },
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
					tags:
						repair && /r[ée]par|seconde main|r[ée]emploi|recycl/i.test(`${name} ${description}`)
							? ["reemploi"]
							: null,
					address: cleanLine(cells["rue"]),
					postcode: cells["code_postal"] || null,
					website: cleanWebsite(cells["site"]),
					description,
				},
				clues: {
					texts: [
						{ text: name, weight: 1.5 },
						{ text: description ?? "", weight: 1 },
					],
				},
			},
			context,
		);
		return { key: id, supplier };
	},
};

/** Ids differ by their capitals: `3paH` → `3pa-h`. */
function caseSafe(id: string): string {
	return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
