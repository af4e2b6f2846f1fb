import { cleaning, gardens, type Sentence, WEEK } from "./sentence.ts";

/** When, how often and for how long. */
export const TIMES: readonly Sentence[] = [
	// Days
	{
		text: "Nettoyage 3 fois par semaine",
		need: { services: [{ ...cleaning, daysPerWeek: 3 }] },
	},
	{ text: "nettoyage quotidien", need: { services: [{ ...cleaning, daysPerWeek: 7 }] } },
	{ text: "nettoyage 5j/7", need: { services: [{ ...cleaning, daysPerWeek: 5 }] } },
	{
		text: "nettoyage tous les jours ouvrés",
		need: { services: [{ ...cleaning, daysPerWeek: 5, weekdays: [...WEEK] }] },
	},
	{
		text: "nettoyage le lundi et le jeudi",
		need: { services: [{ ...cleaning, daysPerWeek: 2, weekdays: ["mon", "thu"] }] },
	},
	{
		text: "nettoyage du lundi au vendredi sauf le mercredi",
		need: {
			services: [{ ...cleaning, daysPerWeek: 4, weekdays: ["mon", "tue", "thu", "fri"] }],
		},
	},
	{
		text: "nettoyage un passage hebdomadaire",
		need: { services: [{ ...cleaning, daysPerWeek: 1 }] },
	},
	{
		text: "nettoyage 3 jours par semaine, du lundi au vendredi",
		need: { services: [{ ...cleaning, daysPerWeek: 3 }] },
		warns: ["au choix"],
	},
	{
		text: "lavage de vitres 2 fois par an",
		need: {
			services: [
				{
					segment: "vitrerie-nettoyage",
					quantity: { amount: 2, unit: "intervention", per: "year" },
				},
			],
		},
	},

	{
		text: "menage bureaux 2 x 3 h par semaine st brieuc",
		need: {
			services: [{ ...cleaning, daysPerWeek: 2, visitHours: 3 }],
			sites: ["22278"],
		},
	},
	{
		text: "Nettoyage tous les matins du lundi au samedi de 6h à 8h",
		need: {
			services: [
				{
					...cleaning,
					daysPerWeek: 6,
					weekdays: [...WEEK, "sat"],
					window: { from: "06:00", to: "08:00" },
				},
			],
		},
		warns: [],
	},
	{
		text: "Nettoyage 1 à 2 fois par semaine",
		need: { services: [{ ...cleaning, daysPerWeek: 2 }] },
		warns: ["le plus grand nombre"],
	},
	{
		text: "Nettoyage à Quimper et Concarneau, respectivement 3 et 2 fois par semaine",
		need: { services: [cleaning], sites: ["29232", "29039"] },
		left: ["respectivement 3 et 2 fois par semaine"],
	},
	{
		text: "Tonte une semaine sur deux à Fougères",
		need: { services: [{ ...gardens, daysPerWeek: 0.5 }], sites: ["35115"] },
	},
	{
		text: "Nettoyage hors week-end et jours fériés",
		need: { services: [cleaning] },
		left: ["hors week-end et jours fériés"],
	},

	// Hours
	{
		text: "nettoyage de 6h à 8h30, 2 h par passage",
		need: {
			services: [{ ...cleaning, window: { from: "06:00", to: "08:30" }, visitHours: 2 }],
		},
		warns: [],
	},
	{
		text: "nettoyage après 18h",
		need: { services: [{ ...cleaning, window: { from: "18:00", to: "20:00" } }] },
		warns: ["par convention"],
	},
	{
		text: "nettoyage en soirée",
		need: { services: [{ ...cleaning, window: { from: "18:00", to: "21:00" } }] },
		warns: ["par convention"],
	},
	{
		text: "nettoyage en horaires décalés",
		need: { services: [{ ...cleaning, window: { from: "06:00", to: "08:00" } }] },
		asks: ["window"],
	},
	{
		text: "Nettoyage de bureaux en horaires décalés, en soirée",
		need: { services: [{ ...cleaning, window: { from: "18:00", to: "21:00" } }] },
		warns: ["par convention"],
	},
	{
		text: "nettoyage le soir, hors des heures de bureau",
		need: { services: [{ ...cleaning, window: { from: "18:00", to: "21:00" } }] },
		warns: ["par convention"],
	},
	{
		text: "nettoyage en horaires décalés, de préférence de nuit",
		need: { services: [{ ...cleaning, window: { from: "21:00", to: "06:00" } }] },
		left: ["préférence"],
		warns: ["par convention"],
	},
	{
		text: "gardiennage de nuit, 7j/7, passages de 1h30",
		need: {
			services: [
				{
					segment: "gardiennage",
					daysPerWeek: 7,
					window: { from: "21:00", to: "06:00" },
					visitHours: 1.5,
				},
			],
		},
	},

	{
		text: "Nettoyage 8h30-12h30 / 13h30-17h30",
		need: { services: [{ ...cleaning, window: { from: "08:30", to: "17:30" } }] },
		warns: ["coupure comprise"],
	},
	{
		text: "Gardiennage 24h/24 et 7j/7 du site de l’hôpital de Pontivy",
		need: {
			services: [
				{ segment: "gardiennage", daysPerWeek: 7, window: { from: "00:00", to: "24:00" } },
			],
			sites: ["56178"],
		},
		left: ["hôpital"],
	},

	// Length and start
	{
		text: "nettoyage, 12 mois renouvelable 3 fois",
		need: { services: [cleaning], durationMonths: 12, contract: { renewals: 3 } },
	},
	{
		text: "nettoyage pour un an, reconductible tacitement deux fois, à partir de mars 2027",
		need: {
			services: [cleaning],
			startsOn: "2027-03-01",
			durationMonths: 12,
			contract: { renewals: 2 },
		},
	},
	{
		text: "nettoyage, 12 mois renouvelable dans la limite de 4 ans",
		need: { services: [cleaning], durationMonths: 12, contract: { renewals: 3 } },
		warns: ["3 renouvellements de 12 mois"],
	},
	{
		text: "nettoyage, 1 an renouvelable 3 fois sans pouvoir excéder 4 ans",
		need: { services: [cleaning], durationMonths: 12, contract: { renewals: 3 } },
		warns: [],
	},
	{
		text: "nettoyage, 18 mois renouvelable dans la limite de 4 ans",
		need: { services: [cleaning], durationMonths: 18 },
		left: ["dans la limite de 4 ans"],
		warns: ["nombre de renouvellements"],
	},
	{
		text: "nettoyage, durée de 18 semaines",
		need: { services: [cleaning] },
		left: ["18 semaines"],
	},
	{
		text: "nettoyage dès le 01/03/2027, durée 4 ans",
		need: { services: [cleaning], startsOn: "2027-03-01", durationMonths: 48 },
	},
	{
		text: "nettoyage à la rentrée",
		need: { services: [cleaning], startsOn: "2027-09-01" },
		warns: ["1er septembre 2027"],
	},
	{
		text: "nettoyage au 1er janvier",
		need: { services: [cleaning], startsOn: "2027-01-01" },
	},
	{
		text: "nettoyage à compter du 31 février 2027",
		need: { services: [cleaning] },
		left: ["à compter du 31 février 2027"],
	},
	{
		text: "Ateliers numériques pour seniors, 2 demi-journées par semaine, 10 mois sur 12",
		need: { services: [{ segment: "mediation-numerique" }] },
		left: ["seniors, 2 demi-journées par semaine, 10 mois sur 12"],
	},
	{
		text: "Déménagement de 45 agents entre le 1er et le 15 juillet 2027",
		need: {
			services: [
				{ segment: "demenagement", quantity: { amount: 45, unit: "person", per: "order" } },
			],
			startsOn: "2027-07-01",
		},
	},
	{
		text: "Démolition sélective d’un bâtiment à Brest, d’ici fin mars",
		need: { services: [{ segment: "deconstruction-selective" }], sites: ["29019"] },
		left: ["d’ici fin mars"],
	},
	{
		text: "Peinture de 12 salles de classe avant l’été",
		need: { services: [{ segment: "peinture" }] },
		left: ["12 salles de classe avant l’été"],
	},
	{
		text: "Fin des travaux de peinture le 30 juin 2027",
		need: { services: [{ segment: "peinture" }] },
		left: ["le 30 juin 2027"],
	},
	{
		text: "Nettoyage, remise des plis avant le 14 février 2027 à 12 h",
		need: { services: [cleaning] },
		left: ["remise des plis avant le 14 février 2027 à 12"],
	},
	{
		text: "Peinture d’un gymnase avant fin janvier",
		need: { services: [{ segment: "peinture" }] },
		left: ["gymnase avant fin janvier"],
	},
	{
		text: "Séjours de vacances en juillet et en août",
		need: { services: [{ segment: "sejours-vacances" }] },
		left: ["juillet et en août"],
	},
];
