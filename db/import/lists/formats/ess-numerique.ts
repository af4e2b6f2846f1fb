import type { Hint } from "#app/domain/inference/index.ts";
import { employeesOf, essByForm, legalFormOf } from "../legal-forms.ts";
import type { ListFormat } from "../list-format.ts";
import { accredited, buildSupplier, readSiret, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanWebsite } from "../texts.ts";
import { missing, rowsBySiret } from "./shared.ts";

/** What each tag of the list says; games are no segment. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
	dev_logiciel: ["developpement-conseil-si"],
	conseil_it: ["developpement-conseil-si", "maintenance-support-informatique"],
	hebergement: ["maintenance-support-informatique", "sites-web"],
	portail_web: ["sites-web"],
	edition_logiciel: ["logiciels"],
};

/** Not disclosed by INSEE. */
const NOT_DISCLOSED = /^\[ND\]$/i;

/** Digital ESS from Sirene and the lists of ESS France and of ESUS agreements; most rows have no address. */
export const essNumerique: ListFormat = {
	id: "ess-numerique",
	columns: [
		"siren",
		"siret_siege",
		"denomination",
		"tags_numerique",
		"famille_ess",
		"flag_ess_sirene",
		"esus",
	],
	groupBy: rowsBySiret("siret_siege"),
	read([row], context) {
		const { cells } = row;
		const identity = readSiret(cells["siret_siege"] ?? "", "siret_siege", context);
		if ("reject" in identity) return identity;
		const name = [cells["denomination"], cells["nom_usage"], cells["sigle"]]
			.map((text) => cleanLine(text))
			.find((text) => text && !NOT_DISCLOSED.test(text));
		if (!name) return missing("denomination", "La dénomination (ou elle n’est pas diffusible)");
		const legalForm = legalFormOf(cells["categorie_juridique"]);
		const sources = cells["sources"] ?? "";
		const isEsus = cells["esus"] === "1";
		const isListed =
			cells["flag_ess_sirene"] === "True" || sources.includes("ess_france") || isEsus;
		const supplier = buildSupplier(
			{
				identity,
				name,
				on: context.listDate,
				place: resolvePlace({ postcode: cells["code_postal"], town: cells["commune"] }, context),
				fields: {
					kinds: isEsus ? [accredited("ESUS", "registry", context.listDate)] : null,
					ess: isListed || cells["famille_ess"] ? true : essByForm(legalForm),
					legalForm,
					postcode: /^\d{4,5}(\.0)?$/.test(cells["code_postal"] ?? "")
						? (cells["code_postal"] ?? "").replace(/\.0$/, "").padStart(5, "0")
						: null,
					website: cleanWebsite(cells["site_web"]),
					employees: employeesOf(cells["tranche_effectifs"] ?? ""),
					status: cells["est_active"] === "False" ? "closed" : null,
				},
				clues: {
					naf: cells["naf"] ?? null,
					hints: tagHints(cells["tags_numerique"] ?? ""),
					texts: [{ text: name, weight: 1 }],
				},
				because: isListed ? {} : { ess: "forme juridique" },
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};

function tagHints(tags: string): Hint[] {
	return tags.split("|").flatMap((tag) =>
		(TAGS[tag.trim()] ?? []).map((segment, rank) => ({
			segment,
			weight: 1.5 - rank / 100,
			because: `étiquette « ${tag.trim()} »`,
		})),
	);
}
