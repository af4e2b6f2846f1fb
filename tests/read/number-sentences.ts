import { cleaning, gardens, type Sentence } from "./sentence.ts";

/** How much, and numbers that say something else. */
export const NUMBERS: readonly Sentence[] = [
	// Quantities
	{
		text: "Tonte de 12 000 m² par semaine",
		need: { services: [{ ...gardens, quantity: { amount: 12000, unit: "m2", per: "week" } }] },
	},
	{
		text: "Collecte de papier, 40 t/an",
		need: {
			services: [
				{
					segment: "papiers-destruction-archives",
					quantity: { amount: 40, unit: "t", per: "year" },
				},
			],
		},
	},
	{
		text: "restauration collective : 300 repas par jour",
		need: {
			services: [
				{ segment: "restauration-collective", quantity: { amount: 300, unit: "meal", per: "day" } },
			],
		},
	},
	{
		text: "Pose de cloisons : entre 30 et 50 m²",
		need: {
			services: [
				{ segment: "platrerie-isolation", quantity: { amount: 50, unit: "m2", per: "order" } },
			],
		},
		asks: ["quantity"],
	},
	{
		text: "Traiteur pour une centaine de personnes le 12 juin 2027",
		need: {
			services: [{ segment: "traiteur", quantity: { amount: 100, unit: "person", per: "order" } }],
			startsOn: "2027-06-12",
		},
	},
	{
		text: "nettoyage de 900 m²",
		need: { services: [{ ...cleaning, quantity: { amount: 900, unit: "m2", per: "visit" } }] },
		warns: ["période n’est pas dite"],
	},

	{
		text: "Lot n° 3 : fourniture de papier recyclé, marché 2024-118, 500 ramettes",
		need: {
			services: [
				{
					segment: "papier",
					quantity: { amount: 500, unit: "piece", per: "order" },
					certificates: ["papier-recycle"],
				},
			],
		},
		left: ["Lot n° 3", "marché 2024-118"],
	},
	{
		text: "Maintenance informatique de 45 postes",
		need: {
			services: [
				{
					segment: "maintenance-support-informatique",
					quantity: { amount: 45, unit: "piece", per: "order" },
				},
			],
		},
	},
	{
		text: "Collecte de 40 t/an de biodéchets",
		need: {
			services: [
				{ segment: "collecte-biodechets", quantity: { amount: 40, unit: "t", per: "year" } },
			],
		},
	},

	// Numbers that are no quantity
	{
		text: "2 postes de secours pour un bal",
		need: { services: [{ segment: "secours-prevention" }] },
		left: ["2", "bal"],
	},
	{
		text: "Marché n° 2024-12, lot 3 : nettoyage, article R2123-1, tél. 02 97 12 34 56, SIRET 80746931700018",
		need: { services: [cleaning] },
		left: ["n° 2024-12, lot 3", "article R2123-1", "02 97 12 34 56, SIRET 80746931700018"],
	},
	{
		text: "Séjours de vacances pour des enfants de 6 à 12 ans",
		need: { services: [{ segment: "sejours-vacances" }] },
		left: ["enfants de 6 à 12 ans"],
	},
	{
		text: "Traiteur, 12 € par repas",
		need: { services: [{ segment: "traiteur" }] },
		left: ["12 € par repas"],
	},
	{
		text: "Nettoyage, clause sociale de 500 heures d’insertion",
		need: { services: [cleaning] },
		warns: ["clause sociale de 500 heures d’insertion"],
	},

	{
		text: "Clause sociale d’insertion : 350 h. Réfection de la voirie communale",
		need: { services: [{ segment: "voirie" }] },
		warns: ["350 h"],
	},
	{
		text: "Formation sauveteur secouriste du travail, 8 sessions de 10 personnes",
		need: { services: [{ segment: "formation-securite-sante" }] },
		left: ["8 sessions de 10 personnes"],
	},
	{
		text: "Nettoyage de 3 gymnases de 1 800 m² chacun",
		need: { services: [cleaning] },
		siteCount: 3,
		left: ["1 800 m² chacun"],
	},
	{
		text: "Nettoyage des locaux, 800 m² par site, 6 sites",
		need: { services: [cleaning] },
		siteCount: 6,
		left: ["800 m²"],
	},
	{
		text: "Entretien de 1 200 m² de locaux dont 300 m² de vitres",
		need: { services: [{ ...cleaning, quantity: { amount: 1200, unit: "m2", per: "visit" } }] },
		left: ["300 m²"],
	},
	{
		text: "Impression de 3 affiches x 500 exemplaires",
		need: { services: [{ segment: "imprimerie" }] },
		left: ["3", "x 500 exemplaires"],
	},
	{
		text: "Achat de 12 lots de 50 chaises",
		need: { services: [{ segment: "mobilier-bureau" }] },
		left: ["12 lots de 50"],
	},
	{
		text: "Achat de 50 chaises pour la salle des fêtes",
		need: {
			services: [
				{ segment: "mobilier-bureau", quantity: { amount: 50, unit: "piece", per: "order" } },
			],
		},
		left: ["salle des fêtes"],
	},
	{
		text: "Débroussaillage de 2,5 ha par an à Ploërmel",
		need: {
			services: [
				{
					segment: "debroussaillage-fauchage",
					quantity: { amount: 25000, unit: "m2", per: "year" },
				},
			],
			sites: ["56165"],
		},
	},
	{
		text: "Restauration scolaire : 1 000 à 1 500 repas/jour",
		need: {
			services: [
				{
					segment: "restauration-collective",
					quantity: { amount: 1500, unit: "meal", per: "day" },
				},
			],
		},
		asks: ["quantity"],
	},
	{
		text: "Nettoyage :\n- Vannes : 800 m²\n- Auray : 450 m²\n- Pontivy : 300 m²",
		need: {
			services: [{ ...cleaning, quantity: { amount: 1550, unit: "m2", per: "visit" } }],
			sites: ["56260", "56007", "56178"],
		},
	},
	{
		text: "Nettoyage des locaux\nSite\tSurface\tFréquence\nMairie\t850 m²\t5 fois par semaine\nSalle des fêtes\t1 200 m²\t5 fois par semaine",
		need: {
			services: [
				{ ...cleaning, quantity: { amount: 2050, unit: "m2", per: "visit" }, daysPerWeek: 5 },
			],
		},
		left: ["Fréquence\nMairie", "Salle des fêtes"],
	},

	// Amounts
	{ text: "nettoyage 48 k€ HT par an", need: { services: [{ ...cleaning, amountEur: 48000 }] } },
	{ text: "nettoyage, 200 000 euros", need: { services: [{ ...cleaning, amountEur: 200000 }] } },
	{ text: "nettoyage 1 500 €/mois", need: { services: [{ ...cleaning, amountEur: 18000 }] } },
	{
		text: "Traiteur, 23 000 € TTC",
		need: { services: [{ segment: "traiteur" }] },
		asks: ["amount"],
	},
	{
		text: "gardiennage, marché de 3 ans, 150 000 euros",
		need: { services: [{ segment: "gardiennage" }], durationMonths: 36 },
		asks: ["amount"],
	},
	{
		text: "gardiennage, 1,2 M€ sur 4 ans",
		need: { services: [{ segment: "gardiennage", amountEur: 300000 }], durationMonths: 48 },
		warns: ["par an"],
	},
	{
		text: "nettoyage des locaux et tonte de pelouse, 30 000 € par an",
		need: { services: [cleaning, gardens] },
		warns: ["plusieurs prestations"],
	},
	{
		text: "nettoyage, accord-cadre avec un maximum de 200 000 € HT",
		need: { services: [cleaning], contract: { form: "framework", maxEur: 200000 } },
	},
	{
		text: "gardiennage, 60 000 € HT/an sur 3 ans",
		need: { services: [{ segment: "gardiennage", amountEur: 60000 }], durationMonths: 36 },
	},
	{
		text: "gardiennage, 90 000 € TTC sur 3 ans",
		need: { services: [{ segment: "gardiennage" }], durationMonths: 36 },
		asks: ["amount"],
	},
	{
		text: "Nettoyage et entretien des espaces verts : 15 000 € et 8 000 €",
		need: { services: [cleaning, gardens] },
		warns: ["15\u202f000", "8\u202f000"],
	},
	{
		text: "Maîtrise d’œuvre pour la réhabilitation de l’école de Guingamp, enveloppe travaux 1,8 M€ HT",
		need: { services: [{ segment: "maitrise-oeuvre" }], sites: ["22070"] },
		asks: ["amount"],
		left: ["école"],
	},
	{
		text: "nettoyage à bons de commande, mini 10 000 € HT, maxi 60 000 € HT",
		need: { services: [cleaning], contract: { form: "framework", maxEur: 60000 } },
		left: ["10 000 € HT"],
	},
	{
		text: "Budget entre 20 et 30 k€ pour l’impression du bulletin municipal",
		need: { services: [{ segment: "imprimerie", amountEur: 30000 }] },
		asks: ["amount"],
	},
	{
		text: "traiteur, entre 3 000 et 5 000 € HT",
		need: { services: [{ segment: "traiteur", amountEur: 5000 }] },
		asks: ["amount"],
	},
	{
		text: "Nettoyage de deux bureaux",
		need: { services: [cleaning] },
		left: ["deux bureaux"],
	},
];
