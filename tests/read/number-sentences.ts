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
		warns: ["clause", "clause"],
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
