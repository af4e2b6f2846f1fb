import { fold } from "#app/domain/text.ts";
import { kindsInWords } from "../kinds.ts";
import type { ListFormat } from "../list-format.ts";
import { accredited, buildSupplier, readSiret, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { areaInWords } from "../zone-words.ts";
import { agecHints } from "./agec.ts";
import { missing, readDate, rowsBySiret } from "./shared.ts";

/**
 * Reuse suppliers of a State pilot. It is no register of accreditations: the kinds it names are declared. Its labels are not a full
 * list of certificates, so they stay words: a certificate it does not name is unknown, not missing.
 */
export const reemploiEtat: ListFormat = {
	id: "reemploi-etat",
	columns: [
		"nom_structure",
		"statut_structure",
		"siret",
		"categories_art58",
		"position_chaine",
		"zone_intervention",
	],
	groupBy: rowsBySiret("siret"),
	read([row], context) {
		const { cells } = row;
		const name = cleanLine(cells["nom_structure"]);
		if (!name) return missing("nom_structure", "Le nom");
		const identity = readSiret(cells["siret"] ?? "", "siret", context);
		if ("reject" in identity) return identity;
		const on = readDate(cells["source"]) ?? context.listDate;
		const departement = /^(\d{2,3}|2[AB])/.exec(cells["departement"] ?? "")?.[1] ?? null;
		const place = resolvePlace(
			{
				departement,
				town: cells["ville"],
				lat: cells["lat"],
				lon: cells["lon"],
			},
			context,
		);
		const zone = cells["zone_intervention"] ?? "";
		const area = areaInWords(
			zone,
			departement ?? place.commune?.departement ?? null,
			context.places,
		);
		const words = `${cells["certifications"] ?? ""}. ${cells["presentation_resumee"] ?? ""}`;
		const kinds = kindsInWords(words).map((code) => accredited(code, "declared", on));
		const isEss = /secteur de l'ess|\bess\b/.test(
			fold(`${cells["statut_structure"]} ${cells["certifications"]}`),
		);
		const supplier = buildSupplier(
			{
				identity,
				name,
				on,
				place,
				fields: {
					...(kinds.length ? { kinds } : {}),
					ess: isEss ? true : null,
					tags: ["reemploi"],
					address: cleanLine(cells["adresse"]),
					website: cleanWebsite(cells["site"]),
					description: describe(cells, area === null ? zone : ""),
				},
				clues: {
					hints: agecHints(cells["categories_art58"] ?? ""),
					texts: [{ text: cells["presentation_resumee"] ?? "", weight: 0.6 }],
				},
				offer: { area },
				because: {
					"offer.area": `zone d’intervention « ${zone} »`,
					kinds: "certifications et présentation",
				},
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};

function describe(cells: Readonly<Record<string, string>>, zoneNotRead: string): string | null {
	const parts = [
		cells["presentation_resumee"],
		cells["activites"] && `Activités : ${cells["activites"].replaceAll(";", ", ")}.`,
		cells["position_chaine"] && `${cells["position_chaine"]}.`,
		cells["certifications"] &&
			`Labels et certifications annoncés : ${cells["certifications"].replaceAll(";", ", ")}.`,
		zoneNotRead && `Zone d’intervention annoncée : ${zoneNotRead}.`,
	];
	return cleanText(parts.filter(Boolean).join("\n"));
}
