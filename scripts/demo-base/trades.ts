/** Bundles of segments that one structure usually does together. */

export const GREEN = [
	"entretien-espaces-verts",
	"debroussaillage-fauchage",
	"elagage-abattage",
	"genie-ecologique",
	"creation-paysagere",
	"cours-eau-berges",
	"animaux-ecopaturage",
];
export const CLEANING = [
	"nettoyage-locaux",
	"vitrerie-nettoyage",
	"nettoyage-parties-communes",
	"bionettoyage",
	"proprete-urbaine",
	"nettoyage-vehicules",
];
export const LINEN = ["blanchisserie", "couture-retouche", "linge-maison", "vetements-travail"];
export const PACKING = [
	"conditionnement",
	"montage-assemblage",
	"mise-sous-pli-courrier",
	"entreposage",
];
export const FOOD = [
	"traiteur",
	"restauration-collective",
	"portage-repas",
	"legumerie-conserverie",
];
export const GARDEN = ["fruits-legumes", "legumerie-conserverie", "terroir-colis"];
export const WASTE = [
	"tri-recyclage",
	"papiers-destruction-archives",
	"collecte-biodechets",
	"encombrants-dechetteries",
	"deee",
	"compostage",
	"dechets-chantier",
];
export const REUSE = [
	"ressourcerie-debarras",
	"mobilier-reemploi",
	"encombrants-dechetteries",
	"textile-reemploi",
	"materiaux-reemploi",
	"atelier-reparation",
	"materiel-culturel-reemploi",
];
export const BUILDING = [
	"peinture",
	"petits-travaux",
	"platrerie-isolation",
	"menuiserie",
	"gros-oeuvre-maconnerie",
	"deconstruction-selective",
	"sols-carrelage",
	"patrimoine-bati",
];
export const WOOD = [
	"bois-palettes",
	"menuiserie",
	"mobilier-collectivite",
	"agencement-decoration",
];
export const PRINT = ["imprimerie", "numerisation-ged", "archivage", "secretariat-saisie"];
export const DIGITAL = [
	"numerique-reconditionne",
	"maintenance-support-informatique",
	"developpement-conseil-si",
	"sites-web",
	"mediation-numerique",
];
export const MOBILITY = ["velos", "mobilite-inclusive", "mecanique-auto", "transport-personnes"];
export const CULTURE = [
	"spectacle",
	"animation-culturelle",
	"scenographie-expositions",
	"materiel-scenique-evenementiel",
	"organisation-evenements",
];
export const SERVICES = [
	"services-personne",
	"petite-enfance",
	"periscolaire-loisirs",
	"mediation-sociale",
	"aide-alimentaire",
];
export const TRAINING = [
	"formation-professionnelle",
	"formation-personnel",
	"insertion-accompagnement",
	"langues-savoirs",
];
export const MOVING = [
	"demenagement",
	"manutention-installation",
	"transport-livraison",
	"entreposage",
];

/** Trades of the example needs. */
export const LOCAL_TRADES: readonly (readonly string[])[] = [CLEANING, GREEN, WASTE, FOOD, REUSE];
