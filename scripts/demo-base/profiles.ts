import type { KindCode, Mode } from "#app/domain/vocabulary.ts";

/** A type of fictional structure: what it is, how it is named, what it does, and how demanding its limits are. */
export interface Profile {
	readonly weight: number;
	readonly kinds: readonly KindCode[];
	/** Further accreditations some of them hold, with their share. */
	readonly alsoKinds?: readonly { readonly code: KindCode; readonly share: number }[];
	readonly ess: boolean | null;
	readonly legalForms: readonly string[];
	readonly tags?: readonly string[];
	readonly prefixes: readonly string[];
	readonly modes: readonly Mode[];
	/** Trades: one bundle is drawn, and one to four of its segments are offered. */
	readonly trades: readonly (readonly string[])[];
	/** Usual radius of intervention, in km. */
	readonly radiusKm: readonly [number, number];
	readonly daysPerWeek: readonly number[];
	/** Share that closes in August. */
	readonly closesInAugust: number;
	/** Accepted contract, euros HT for 12 months: usual maximum. */
	readonly orderMaxEur: readonly [number, number];
}

const GREEN = [
	"entretien-espaces-verts",
	"debroussaillage-fauchage",
	"elagage-abattage",
	"genie-ecologique",
	"creation-paysagere",
	"cours-eau-berges",
	"animaux-ecopaturage",
];
const CLEANING = [
	"nettoyage-locaux",
	"vitrerie-nettoyage",
	"nettoyage-parties-communes",
	"bionettoyage",
	"proprete-urbaine",
	"nettoyage-vehicules",
];
const LINEN = ["blanchisserie", "couture-retouche", "linge-maison", "vetements-travail"];
const PACKING = ["conditionnement", "montage-assemblage", "mise-sous-pli-courrier", "entreposage"];
const FOOD = ["traiteur", "restauration-collective", "portage-repas", "legumerie-conserverie"];
const GARDEN = ["fruits-legumes", "legumerie-conserverie", "terroir-colis"];
const WASTE = [
	"tri-recyclage",
	"papiers-destruction-archives",
	"collecte-biodechets",
	"encombrants-dechetteries",
	"deee",
	"compostage",
	"dechets-chantier",
];
const REUSE = [
	"ressourcerie-debarras",
	"mobilier-reemploi",
	"encombrants-dechetteries",
	"textile-reemploi",
	"materiaux-reemploi",
	"atelier-reparation",
	"materiel-culturel-reemploi",
];
const BUILDING = [
	"peinture",
	"petits-travaux",
	"platrerie-isolation",
	"menuiserie",
	"gros-oeuvre-maconnerie",
	"deconstruction-selective",
	"sols-carrelage",
	"patrimoine-bati",
];
const WOOD = ["bois-palettes", "menuiserie", "mobilier-collectivite", "agencement-decoration"];
const PRINT = ["imprimerie", "numerisation-ged", "archivage", "secretariat-saisie"];
const DIGITAL = [
	"numerique-reconditionne",
	"maintenance-support-informatique",
	"developpement-conseil-si",
	"sites-web",
	"mediation-numerique",
];
const MOBILITY = ["velos", "mobilite-inclusive", "mecanique-auto", "transport-personnes"];
const CULTURE = [
	"spectacle",
	"animation-culturelle",
	"scenographie-expositions",
	"materiel-scenique-evenementiel",
	"organisation-evenements",
];
const SERVICES = [
	"services-personne",
	"petite-enfance",
	"periscolaire-loisirs",
	"mediation-sociale",
	"aide-alimentaire",
];
const TRAINING = [
	"formation-professionnelle",
	"formation-personnel",
	"insertion-accompagnement",
	"langues-savoirs",
];
const MOVING = ["demenagement", "manutention-installation", "transport-livraison", "entreposage"];

export const PROFILES: readonly Profile[] = [
	{
		weight: 17,
		kinds: ["ESAT"],
		ess: true,
		legalForms: ["ASSOCIATION", "ETABLISSEMENT_PUBLIC", "MUTUELLE"],
		prefixes: ["ESAT", "Ateliers", "ESAT Les Ateliers"],
		modes: ["service"],
		trades: [GREEN, CLEANING, LINEN, PACKING, FOOD, PRINT, WOOD, WASTE],
		radiusKm: [15, 40],
		daysPerWeek: [3, 3.5, 4, 4.5, 5],
		closesInAugust: 0.75,
		orderMaxEur: [15_000, 90_000],
	},
	{
		weight: 14,
		kinds: ["EA"],
		alsoKinds: [{ code: "ESUS", share: 0.35 }],
		ess: true,
		legalForms: ["ASSOCIATION", "SARL", "SAS", "SCIC"],
		prefixes: ["EA", "Entreprise adaptée", "Adapt’"],
		modes: ["service"],
		trades: [GREEN, CLEANING, WASTE, PRINT, PACKING, LINEN, DIGITAL, MOBILITY],
		radiusKm: [25, 90],
		daysPerWeek: [5, 5, 5, 6],
		closesInAugust: 0.35,
		orderMaxEur: [40_000, 400_000],
	},
	{
		weight: 19,
		kinds: ["ACI"],
		alsoKinds: [{ code: "ESUS", share: 0.25 }],
		ess: true,
		legalForms: ["ASSOCIATION"],
		prefixes: ["Chantier", "Association", "Les Chantiers"],
		modes: ["service", "goods"],
		trades: [GREEN, GARDEN, REUSE, BUILDING, CLEANING, LINEN, MOBILITY, WASTE],
		radiusKm: [15, 45],
		daysPerWeek: [3, 4, 4, 5],
		closesInAugust: 0.4,
		orderMaxEur: [10_000, 80_000],
	},
	{
		weight: 13,
		kinds: ["EI"],
		alsoKinds: [{ code: "ESUS", share: 0.4 }],
		ess: true,
		legalForms: ["SARL", "SAS", "SCOP", "ASSOCIATION", "SCIC"],
		prefixes: ["", "Groupe", "Entreprise"],
		modes: ["service"],
		trades: [CLEANING, WASTE, BUILDING, FOOD, MOVING, GREEN, WOOD],
		radiusKm: [30, 120],
		daysPerWeek: [5, 5, 6],
		closesInAugust: 0.1,
		orderMaxEur: [60_000, 900_000],
	},
	{
		weight: 8,
		kinds: ["AI"],
		ess: true,
		legalForms: ["ASSOCIATION"],
		prefixes: ["Association intermédiaire", "Relais", "Coup de main"],
		modes: ["staffing"],
		trades: [
			["mise-a-disposition", "nettoyage-locaux", "services-personne", "manutention-installation"],
			["mise-a-disposition", "entretien-espaces-verts", "petits-travaux"],
		],
		radiusKm: [20, 50],
		daysPerWeek: [5, 6],
		closesInAugust: 0.05,
		orderMaxEur: [10_000, 120_000],
	},
	{
		weight: 4,
		kinds: ["ETTI"],
		ess: true,
		legalForms: ["SAS", "SARL", "SCIC"],
		prefixes: ["Intérim", "Inter’"],
		modes: ["staffing"],
		trades: [["mise-a-disposition", "manutention-installation", "nettoyage-locaux"]],
		radiusKm: [40, 120],
		daysPerWeek: [5, 6, 7],
		closesInAugust: 0,
		orderMaxEur: [100_000, 900_000],
	},
	{
		weight: 2,
		kinds: ["GEIQ"],
		ess: true,
		legalForms: ["ASSOCIATION"],
		prefixes: ["GEIQ"],
		modes: ["staffing"],
		trades: [
			["mise-a-disposition", "gros-oeuvre-maconnerie"],
			["mise-a-disposition", "nettoyage-locaux"],
		],
		radiusKm: [60, 150],
		daysPerWeek: [5],
		closesInAugust: 0,
		orderMaxEur: [80_000, 500_000],
	},
	{
		weight: 1,
		kinds: ["EATT"],
		ess: true,
		legalForms: ["SAS"],
		prefixes: ["EATT"],
		modes: ["staffing"],
		trades: [["mise-a-disposition", "conditionnement"]],
		radiusKm: [50, 120],
		daysPerWeek: [5],
		closesInAugust: 0,
		orderMaxEur: [80_000, 500_000],
	},
	{
		weight: 1,
		kinds: ["EITI"],
		ess: null,
		legalForms: ["SAS"],
		prefixes: ["Plateforme"],
		modes: ["service"],
		trades: [["velos", "transport-livraison", "petits-travaux"]],
		radiusKm: [20, 60],
		daysPerWeek: [5, 6],
		closesInAugust: 0,
		orderMaxEur: [20_000, 120_000],
	},
	{
		weight: 1,
		kinds: ["SEP"],
		ess: false,
		legalForms: ["ETABLISSEMENT_PUBLIC"],
		prefixes: ["Atelier pénitentiaire"],
		modes: ["service", "goods"],
		trades: [["conditionnement", "confection-serie", "imprimerie", "metallerie-industrielle"]],
		radiusKm: [100, 400],
		daysPerWeek: [5],
		closesInAugust: 0.1,
		orderMaxEur: [50_000, 400_000],
	},
	{
		weight: 2,
		kinds: ["EBE"],
		alsoKinds: [{ code: "ESUS", share: 0.6 }],
		ess: true,
		legalForms: ["ASSOCIATION", "SCIC"],
		prefixes: ["EBE", "La Fabrique"],
		modes: ["service", "goods"],
		trades: [REUSE, GARDEN, ["services-personne", "accueil-conciergerie", "velos"]],
		radiusKm: [10, 30],
		daysPerWeek: [5],
		closesInAugust: 0.2,
		orderMaxEur: [5_000, 50_000],
	},
	{
		weight: 8,
		kinds: [],
		alsoKinds: [
			{ code: "ACI", share: 0.3 },
			{ code: "ESUS", share: 0.35 },
		],
		ess: true,
		legalForms: ["ASSOCIATION", "SCIC"],
		tags: ["reemploi"],
		prefixes: ["Ressourcerie", "Recyclerie", "Matériauthèque", "La Remise"],
		modes: ["goods", "service"],
		trades: [REUSE],
		radiusKm: [15, 60],
		daysPerWeek: [4, 5],
		closesInAugust: 0.3,
		orderMaxEur: [5_000, 60_000],
	},
	{
		weight: 9,
		kinds: [],
		alsoKinds: [{ code: "ESUS", share: 0.3 }],
		ess: true,
		legalForms: ["SCOP", "SCIC", "ASSOCIATION", "CAE"],
		prefixes: ["Coopérative", "Scop", "Scic", "Collectif"],
		modes: ["service"],
		trades: [DIGITAL, CULTURE, TRAINING, SERVICES, FOOD, BUILDING, MOBILITY],
		radiusKm: [30, 200],
		daysPerWeek: [5],
		closesInAugust: 0.15,
		orderMaxEur: [20_000, 300_000],
	},
	{
		weight: 1,
		kinds: ["TIH"],
		ess: false,
		legalForms: ["ENTREPRENEUR_INDIVIDUEL"],
		prefixes: ["Atelier"],
		modes: ["service"],
		trades: [
			["creation-graphique", "sites-web", "secretariat-saisie", "traduction-interpretariat"],
		],
		radiusKm: [50, 200],
		daysPerWeek: [3, 4, 5],
		closesInAugust: 0.3,
		orderMaxEur: [5_000, 40_000],
	},
];
