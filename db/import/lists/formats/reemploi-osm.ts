import type { Hint } from "#app/domain/inference/index.ts";
import type { ListContext, ListFormat } from "../list-format.ts";
import { buildSupplier, resolvePlace } from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { missing } from "./shared.ts";

/** What each OpenStreetMap value says of a reuse shop; the others say nothing of a segment. */
const PRODUCTS: Readonly<Record<string, string>> = {
	furniture: "mobilier-reemploi",
	clothes: "textile-reemploi",
	shoes: "textile-reemploi",
	computers: "numerique-reconditionne",
	bicycles: "velos",
	toys: "jeux-jouets",
};
const REPAIRS: Readonly<Record<string, string>> = {
	bicycle: "velos",
	furniture: "atelier-reparation",
	repair: "atelier-reparation",
	small_electronics_device: "atelier-reparation",
	electronics: "atelier-reparation",
};
const TYPES: Readonly<Record<string, string>> = {
	réemploi: "ressourcerie-debarras",
	"co-réparation": "atelier-reparation",
	"vente en vrac": "epicerie-boissons",
};

/** Places of reuse and repair in OpenStreetMap: a map, not a register, so no accreditation and no word on being ESS. */
export const reemploiOsm: ListFormat = {
	id: "reemploi-osm",
	columns: ["id_osm", "nom", "type", "produits_acceptes", "services_reparation", "second_hand"],
	table: { keepSpaces: true },
	read([row], context) {
		const cells = trimmed(row.cells);
		const key = cells["id_osm"] ?? "";
		if (!/^(node|way|relation)\/\d+$/.test(key))
			return missing("id_osm", "L’identifiant OpenStreetMap (node/123)");
		const name = cleanLine(cells["nom"]);
		if (!name) return missing("nom", "Le nom");
		const type = cells["type"] ?? "";
		const operator = cleanLine(cells["operateur"]);
		const address = [cells["numero"], cells["rue"]].filter(Boolean).join(" ");
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
						lon: readLongitude(row.cells["lon"] ?? "", context),
					},
					context,
				),
				fields: {
					group: operator && !operator.includes(",") ? operator : null,
					tags: type === "vente en vrac" ? ["vrac"] : ["reemploi"],
					address: cleanLine(address),
					postcode: cells["code_postal"] || null,
					website: cleanWebsite(cells["site"]),
					description: cleanText(cells["description"]),
				},
				clues: {
					hints: [
						...hintsOf(TYPES, type, 2.5, "type"),
						...hintsOf(PRODUCTS, cells["produits_acceptes"], 1.5, "produits acceptés"),
						...hintsOf(REPAIRS, cells["services_reparation"], 1.5, "réparation"),
					],
					texts: [
						{ text: name, weight: 1.5 },
						{ text: cleanText(cells["description"]) ?? "", weight: 1 },
					],
				},
			},
			context,
		);
		return { key, supplier };
	},
};

/** In this extract a space stands where the minus of « -0,55 » was lost; whole numbers kept theirs. */
function readLongitude(text: string, context: ListContext): string {
	if (!/^ 0\.\d+$/.test(text)) return text.trim();
	context.warn(`La longitude${text} a perdu son signe : −${text.trim()} est retenu.`);
	return `-${text.trim()}`;
}

function trimmed(cells: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, value.trim()]));
}

function hintsOf(
	table: Readonly<Record<string, string>>,
	values: string | undefined,
	weight: number,
	label: string,
): Hint[] {
	return (values ?? "").split("|").flatMap((value) => {
		const segment = table[value.trim()];
		return segment ? [{ segment, weight, because: `${label} « ${value.trim()} »` }] : [];
	});
}
