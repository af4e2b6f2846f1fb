import { cleaning, type Sentence, WEEK } from "./sentence.ts";

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
		text: "Séjours de vacances en juillet et en août",
		need: { services: [{ segment: "sejours-vacances" }] },
		left: ["juillet et en août"],
	},
];
