import { cleaning, type Sentence } from "./sentence.ts";

/** On what conditions, and by whom. */
export const CONDITIONS: readonly Sentence[] = [
	// Form, orders, reuse
	{
		text: "Accord-cadre à bons de commande pour le débroussaillage",
		need: {
			services: [{ segment: "debroussaillage-fauchage" }],
			contract: { form: "framework" },
		},
	},
	{
		text: "Prestation ponctuelle de débarras",
		need: { services: [{ segment: "ressourcerie-debarras" }], contract: { form: "one-off" } },
	},
	{
		text: "200 chaises identiques de réemploi",
		need: {
			services: [
				{
					segment: "mobilier-reemploi",
					quantity: { amount: 200, unit: "piece", per: "order" },
					firmStock: true,
				},
			],
		},
	},
	{
		text: "Mobilier de seconde main en lots unitaires, livraison comprise",
		need: { services: [{ segment: "mobilier-reemploi", firmStock: false, delivery: true }] },
	},
	{
		// One lot says how the market is cut, nothing of the stock.
		text: "Peinture intérieure à Vannes, lot unique",
		need: { services: [{ segment: "peinture" }], sites: ["56260"] },
		left: ["unique"],
	},

	// Who
	{
		text: "Nettoyage, marché réservé aux ESAT/EA",
		need: { services: [cleaning], reservation: "handicap" },
	},
	{
		text: "Nettoyage, marché réservé (article L2113-13)",
		need: { services: [cleaning], reservation: "insertion" },
	},
	{
		text: "Nettoyage réservé aux entreprises adaptées et aux structures d’insertion",
		need: { services: [cleaning], reservation: "joint" },
	},
	{
		text: "Nettoyage, lot réservé",
		need: { services: [cleaning] },
		asks: ["reservation"],
	},
	{
		text: "Nettoyage par un ESAT ou une EA",
		need: { services: [cleaning], kinds: ["EA", "ESAT"] },
	},
	{
		text: "J’ai besoin d’un traiteur, si possible une entreprise d’insertion",
		need: { services: [{ segment: "traiteur" }], kinds: ["EI"] },
		left: ["possible"],
	},
	{
		text: "Entretien des locaux de l’ESAT de Vannes, marché non réservé",
		need: { services: [cleaning], sites: ["56260"] },
		left: ["ESAT"],
	},

	// Conditions
	{
		text: "Désinsectisation, Certibiocide exigé",
		need: { services: [{ segment: "nuisibles-desinfection", certificates: ["certibiocide"] }] },
	},
	{
		text: "Restauration collective HACCP, liaison froide",
		need: {
			services: [
				{
					segment: "restauration-collective",
					certificates: ["haccp"],
					capabilities: ["froid-embarque"],
				},
			],
		},
	},
	{
		text: "Nettoyage avec des produits Ecocert, remise des clés",
		need: {
			services: [{ ...cleaning, certificates: ["ecocert"], capabilities: ["cles-alarme"] }],
		},
	},
	{
		text: "Nettoyage avec reprise du personnel selon l’article 7, facturation Chorus Pro, groupement accepté",
		need: {
			services: [{ ...cleaning, staffTransfer: true, eInvoicing: "chorus" }],
			consortiaAllowed: true,
		},
	},
	{
		text: "Nettoyage toute l’année, sans reprise du personnel",
		need: { services: [{ ...cleaning, continuity: true, staffTransfer: false }] },
	},
	{
		text: "Nettoyage de bureaux hors vitrerie",
		need: { services: [cleaning] },
		warns: ["vitrerie"],
	},
];
