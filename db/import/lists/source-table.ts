import type { FormatId, ListSource } from "../types.ts";

/** A list Vivier knows: what it is called, who speaks, since when. `listDate` is that of the edition we know; a file name may say a later one. */
export type KnownSource = ListSource & { readonly name: string };

const TO_CONFIRM = "à confirmer avant diffusion";

/** Every known list but the exchange format, whose rows name their own sources. */
export const SOURCES: Readonly<Record<Exclude<FormatId, "exchange">, KnownSource>> = {
	"siae-national": {
		name: "liste nationale des SIAE",
		id: "siae-national",
		label: "Liste publique des SIAE et des GEIQ (ASP)",
		originUrl: null,
		licence: TO_CONFIRM,
		listDate: "2019-07-01",
		tier: "registry",
		attribution:
			"Agence de services et de paiement (ASP), liste des SIAE conventionnées, 2019–2020",
	},
	"siae-autre-source": {
		name: "autre liste de SIAE",
		id: "siae-autre-source",
		label: "SIAE, seconde source",
		originUrl: null,
		licence: TO_CONFIRM,
		listDate: "2021-01-01",
		tier: "registry",
		attribution: "Données des SIAE issues de l’ASP, 2021",
	},
	geiq: {
		name: "liste des GEIQ",
		id: "geiq",
		label: "Liste des GEIQ",
		originUrl: null,
		licence: TO_CONFIRM,
		listDate: "2019-11-01",
		tier: "registry",
		attribution: "Liste des GEIQ labellisés, novembre 2019",
	},
	"siae-rome": {
		name: "métiers des SIAE par SIRET",
		id: "siae-rome",
		label: "Métiers (ROME) proposés par des SIAE",
		originUrl: null,
		licence: TO_CONFIRM,
		listDate: "2019-01-01",
		tier: "registry",
		attribution: "Fiches de poste de SIAE, 2019",
	},
	"reemploi-etat": {
		name: "fournisseurs du réemploi référencés par l’État",
		id: "reemploi-etat",
		label: "Structures du réemploi, expérimentation de l’État",
		originUrl: null,
		licence: "Licence Ouverte (présumée)",
		listDate: "2026-09-16",
		tier: "import",
		attribution: "Structures du réemploi référencées par l’État, 2026",
	},
	"reemploi-osm": {
		name: "réemploi et réparation d’après OpenStreetMap",
		id: "reemploi-osm",
		label: "Ressourceries et réparation, Pays de la Loire (OpenStreetMap)",
		originUrl: "https://www.openstreetmap.org",
		licence: "ODbL 1.0",
		listDate: "2020-01-01",
		tier: "import",
		attribution: "© les contributeurs d’OpenStreetMap",
	},
	"circulaire-calaisis": {
		name: "acteurs de l’économie circulaire du Calaisis",
		id: "circulaire-calaisis",
		label: "Acteurs de l’économie circulaire du Calaisis",
		originUrl: null,
		licence: TO_CONFIRM,
		listDate: "2024-12-01",
		tier: "import",
		attribution: "Acteurs de l’économie circulaire du Calaisis, décembre 2024",
	},
	"initiatives-niort": {
		name: "initiatives locales autour de Niort",
		id: "initiatives-niort",
		label: "Initiatives locales autour de Niort",
		originUrl: null,
		licence: TO_CONFIRM,
		listDate: null,
		tier: "import",
		attribution: "Annuaires d’initiatives locales autour de Niort",
	},
	"ess-numerique": {
		name: "ESS du numérique",
		id: "ess-numerique",
		label: "Structures de l’ESS du numérique",
		originUrl: null,
		licence: "Licence Ouverte",
		listDate: "2026-01-01",
		tier: "registry",
		attribution:
			"Base Sirene (INSEE), liste des entreprises de l’ESS (ESS France) et des ESUS, 2026",
	},
	"mediation-numerique": {
		name: "structures de la médiation numérique",
		id: "mediation-numerique",
		label: "Structures de la médiation numérique",
		originUrl: null,
		licence: "Licence Ouverte",
		listDate: "2022-12-31",
		tier: "import",
		attribution: "Structures de la médiation numérique et de l’inclusion, 2022",
	},
	finess: {
		name: "extraction FINESS",
		id: "finess-esat",
		label: "FINESS, établissements et services d’aide par le travail (ESAT)",
		originUrl: "https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements/",
		licence: "Licence Ouverte 2.0",
		listDate: null,
		tier: "registry",
		attribution:
			"Fichier national des établissements sanitaires et sociaux (FINESS), ministère chargé de la santé",
	},
	"entreprises-adaptees": {
		name: "liste d’entreprises adaptées",
		id: "entreprises-adaptees",
		label: "Liste d’entreprises adaptées",
		originUrl: null,
		licence: null,
		listDate: null,
		tier: "registry",
		attribution: "Liste d’entreprises adaptées, services de l’État (DREETS, DGEFP)",
	},
};

/**
 * `geiq_2019-11.csv` → 2019-11-01: an earlier or later edition of a list says so in its name. Null: nothing certain.
 *
 * @param known date of the edition we know, kept when the name only says the same year or month
 */
export function dateInFileName(fileName: string, known: string | null): string | null {
	const match =
		/(?<!\d)(20[0-4]\d)(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)/.exec(
			fileName,
		);
	if (!match) return null;
	const [, year, month, day] = match;
	const said = [year, month, day].filter(Boolean).join("-");
	return known?.startsWith(said) ? known : `${year}-${month ?? "01"}-${day ?? "01"}`;
}
