import { expect, test } from "vitest";
import segments from "../../reference/segments.json" with { type: "json" };
import type { Segment } from "../../reference.ts";
import { createTaxonomy } from "../../taxonomy.ts";
import { segmentRanker } from "./rank.ts";

const ranker = segmentRanker(createTaxonomy(segments as unknown as Segment[]));

/** Short needs as people write them, many on segments that the contracts of 2018–2020 hardly knew. Add a line when one is read wrong. */
const SHORT_NEEDS: Readonly<Record<string, string>> = {
	vitrerie: "vitrerie-nettoyage",
	"lavage de vitres": "vitrerie-nettoyage",
	"tonte de pelouse": "entretien-espaces-verts",
	"taille de haies": "entretien-espaces-verts",
	"200 chaises de réemploi": "mobilier-reemploi",
	"bureaux d’occasion": "mobilier-reemploi",
	"nettoyage de bureaux": "nettoyage-locaux",
	"ménage des écoles": "nettoyage-locaux",
	"nettoyage de cages d’escalier": "nettoyage-parties-communes",
	"lavage de véhicules sans eau": "nettoyage-vehicules",
	"collecte de biodéchets": "collecte-biodechets",
	"enlèvement d’encombrants": "encombrants-dechetteries",
	"collecte de DEEE": "deee",
	"débarras de locaux": "ressourcerie-debarras",
	"matériaux de réemploi": "materiaux-reemploi",
	"ordinateurs reconditionnés": "numerique-reconditionne",
	"vêtements de seconde main": "textile-reemploi",
	"décors de spectacle de réemploi": "materiel-culturel-reemploi",
	"AMO réemploi": "amo-reemploi",
	"réparation de vélos": "velos",
	"location de vélos": "velos",
	"retouche de costumes": "couture-retouche",
	"confection de sacs en série": "confection-serie",
	blanchisserie: "blanchisserie",
	"conditionnement à façon": "conditionnement",
	"mise sous pli": "mise-sous-pli-courrier",
	"montage de podium": "manutention-installation",
	"20 armoires de seconde main": "mobilier-reemploi",
	"portes et radiateurs de réemploi": "materiaux-reemploi",
	"câblage de faisceaux": "electronique-cablage",
	"déménagement de bureaux": "demenagement",
	"médiation sociale": "mediation-sociale",
	"portage de repas": "portage-repas",
	"épicerie solidaire": "aide-alimentaire",
	"cocktail pour 80 personnes": "traiteur",
	"plateaux-repas": "traiteur",
	"paniers de légumes bio": "fruits-legumes",
	élagage: "elagage-abattage",
	"abattage d’arbres": "elagage-abattage",
	débroussaillage: "debroussaillage-fauchage",
	"éco-pâturage": "animaux-ecopaturage",
	"collecte de papier": "papiers-destruction-archives",
	"destruction d’archives": "papiers-destruction-archives",
	"numérisation de documents": "numerisation-ged",
	"impression de flyers": "imprimerie",
	gardiennage: "gardiennage",
	"agent de sécurité": "gardiennage",
	"peinture de salles de classe": "peinture",
	"ravalement de façade": "facades-ravalement",
	"électricité d’un gymnase": "electricite",
	plomberie: "plomberie-sanitaire",
	"démolition d’un hangar": "demolition-curage",
	désamiantage: "desamiantage",
	"création d’un site internet": "sites-web",
	traduction: "traduction-interpretariat",
	"intérim d’insertion": "mise-a-disposition",
	"formation aux premiers secours": "formation-securite-sante",
	"garde d’enfants": "petite-enfance",
	"aide à domicile": "services-personne",
	"transport d’élèves handicapés": "transport-adapte",
	"café et thé": "epicerie-boissons",
	"fauteuils roulants": "aides-techniques",
	"fournitures de bureau": "fournitures-bureau",
};

test.each(Object.entries(SHORT_NEEDS))("« %s » leads first to %s", (need, segment) => {
	expect(ranker.rank(need, { limit: 3 })[0]?.segment).toBe(segment);
});
