import { cleaning, gardens, type Sentence, WEEK } from "./sentence.ts";

/** What is bought, and whole needs. */
export const WHOLE: readonly Sentence[] = [
	// The whole
	{
		text: "Nettoyage de 12 collèges autour de Vannes, 5 jours par semaine avant 8 h, environ 48 000 € par an",
		need: {
			services: [
				{ ...cleaning, daysPerWeek: 5, window: { from: "06:00", to: "08:00" }, amountEur: 48000 },
			],
			sites: ["56260"],
		},
		siteCount: 12,
		warns: ["par convention"],
	},
	{
		text: "Nous recherchons un prestataire pour l’entretien des espaces verts de la ville d’Auray (56400) : 2 passages par semaine, du 1er mars 2027 au 31 octobre 2027, 18 000 € HT.",
		need: {
			services: [{ ...gardens, daysPerWeek: 2, amountEur: 18000 }],
			sites: ["56007"],
			startsOn: "2027-03-01",
			durationMonths: 8,
		},
	},
	{
		text: "200 chaises et 50 tables, 100 % réemploi, livrées et montées à Rennes",
		need: {
			services: [
				{
					segment: "mobilier-reemploi",
					quantity: { amount: 250, unit: "piece", per: "order" },
					delivery: true,
					installation: true,
				},
			],
			sites: ["35238"],
		},
	},
	{
		text: "Repas pour la cantine : 300 repas/jour les jours scolaires, livraison en liaison froide",
		need: {
			services: [
				{
					segment: "restauration-collective",
					quantity: { amount: 300, unit: "meal", per: "day" },
					daysPerWeek: 5,
					weekdays: ["mon", "tue", "wed", "thu", "fri"],
					capabilities: ["froid-embarque"],
					delivery: true,
				},
			],
		},
	},
	{
		text: "Traiteur pour un séminaire de 80 personnes à Nantes",
		need: {
			services: [{ segment: "traiteur", quantity: { amount: 80, unit: "person", per: "order" } }],
			sites: ["44109"],
		},
		left: ["séminaire"],
	},

	// Segments
	{
		text: "nettoyage des bureaux et entretien des espaces verts à Auray",
		need: { services: [cleaning, gardens], sites: ["56007"] },
	},
	{
		text: "Nettoyage des locaux 5 jours par semaine et tonte de pelouse 2 fois par mois",
		need: {
			services: [
				{ ...cleaning, daysPerWeek: 5 },
				{ ...gardens, quantity: { amount: 2, unit: "intervention", per: "month" } },
			],
		},
	},
	{
		text: "Blanchisserie",
		need: { services: [{ segment: "blanchisserie" }] },
	},
	{
		text: "CPV 90911300-9 à Brest",
		need: { services: [{ segment: "vitrerie-nettoyage" }], sites: ["29019"] },
	},
	{
		text: "Élagage ; collecte de biodéchets",
		need: { services: [{ segment: "elagage-abattage" }, { segment: "collecte-biodechets" }] },
	},
	{
		text: "Fourniture d’ordinateurs reconditionnés : 30 ordinateurs portables garantis 2 ans",
		need: {
			services: [
				{
					segment: "numerique-reconditionne",
					quantity: { amount: 30, unit: "piece", per: "order" },
					capabilities: ["garantie-24-mois"],
				},
			],
		},
	},

	// What is counted tells between trades
	{
		text: "Restauration : 80 couverts par jour",
		need: {
			services: [
				{ segment: "restauration-collective", quantity: { amount: 80, unit: "meal", per: "day" } },
			],
		},
		asks: ["segment"],
	},

	// Nothing is invented
	{ text: "", need: {} },
	{ text: "Bonjour", need: {} },
	{
		text: "Du lundi au vendredi avant 8 h à Vannes",
		need: {
			services: [{ daysPerWeek: 5, weekdays: [...WEEK], window: { from: "06:00", to: "08:00" } }],
			sites: ["56260"],
		},
	},
	{
		text: "Nettoyage, xylofrage et 42 bidules",
		need: { services: [cleaning] },
		left: ["xylofrage et 42 bidules"],
	},
];
