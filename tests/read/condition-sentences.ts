import { cleaning, gardens, type Sentence } from "./sentence.ts";

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
		need: { services: [{ segment: "peinture" }], sites: ["56260"], maxLots: 1 },
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
		text: "Marché réservé aux EA : numérisation de 12 000 dossiers",
		need: {
			services: [
				{
					segment: "numerisation-ged",
					quantity: { amount: 12000, unit: "piece", per: "order" },
				},
			],
			reservation: "handicap",
		},
	},
	{
		text: "Nettoyage par une EA",
		need: { services: [cleaning], kinds: ["EA"] },
	},
	{
		// Who is served is not by whom.
		text: "Transport adapté pour 18 élèves en situation de handicap à partir de la rentrée 2027",
		need: { services: [{ segment: "transport-adapte" }], startsOn: "2027-09-01" },
		left: ["18"],
	},
	{
		text: "Formation en milieu pénitentiaire pour les personnes détenues",
		need: { services: [{ segment: "formation-personnel" }] },
		left: ["milieu pénitentiaire pour les personnes détenues"],
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
		warns: ["rappelez-le dans votre consultation"],
	},
	{
		text: "Nettoyage hors vitrerie et désinfection, à Vannes",
		need: { services: [cleaning], sites: ["56260"] },
		warns: ["hors vitrerie et désinfection"],
	},
	{
		text: "Nettoyage hors vitrerie et entretien des espaces verts",
		need: { services: [cleaning, gardens] },
		warns: ["hors vitrerie\u202f»"],
	},
	{
		// Times and taxes are nothing to buy.
		text: "Repas en liaison froide pour 3 crèches (85 enfants), 4 jours par semaine hors vacances scolaires",
		need: {
			services: [
				{
					segment: "restauration-collective",
					daysPerWeek: 4,
					capabilities: ["froid-embarque"],
				},
			],
		},
		siteCount: 3,
		left: ["85 enfants", "hors vacances scolaires"],
		warns: [],
	},
	{
		text: "Désamiantage SS3, marché non alloti",
		need: { services: [{ segment: "desamiantage", certificates: ["ss3"] }], maxLots: 1 },
	},
	{
		// The condition of the trade is all that names the purchase.
		text: "Retrait d’amiante sous-section 3 au collège",
		need: { services: [{ segment: "desamiantage", certificates: ["ss3"] }] },
		left: ["collège"],
	},
	{
		text: "CHU de Rennes - bionettoyage des blocs opératoires, 7j/7, 6h-22h",
		need: {
			services: [
				{
					segment: "bionettoyage",
					daysPerWeek: 7,
					window: { from: "06:00", to: "22:00" },
				},
			],
			sites: ["35238"],
		},
		left: ["CHU"],
	},
	{
		text: "Maintenance des extincteurs, certification APSAD, astreinte 24h/24 et 7j/7",
		need: {
			services: [
				{
					segment: "securite-incendie-alarmes",
					certificates: ["apsad"],
					capabilities: ["astreinte-depannage"],
				},
			],
		},
		left: ["Maintenance"],
	},
	{
		text: "Peinture intérieure à Lannion, Qualibat exigé, assurance décennale",
		need: {
			services: [{ segment: "peinture", certificates: ["qualibat", "decennale"] }],
			sites: ["22113"],
		},
	},
	{
		text: "Papier 100 % recyclé, 2 500 ramettes A4 80 g",
		need: {
			services: [
				{
					segment: "papier",
					quantity: { amount: 2500, unit: "piece", per: "order" },
					certificates: ["papier-recycle"],
				},
			],
		},
		left: ["A4 80 g"],
	},
	{
		text: "Fourniture et livraison de paniers de fruits, livraison en 2 fois",
		need: { services: [{ segment: "fruits-legumes", delivery: true, firmStock: false }] },
	},
];
