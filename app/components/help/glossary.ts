/** The words of the field, as the site uses them. Alphabetical order. */
export const GLOSSARY: readonly { readonly term: string; readonly meaning: string }[] = [
	{
		term: "Agrément, conventionnement",
		meaning:
			"Reconnaissance officielle qui fait d’une structure une EA, un ESAT, une EI, un ACI… Elle a une preuve et des dates.",
	},
	{
		term: "Allotissement",
		meaning: "Découpage d’un besoin en lots, pour que chacun ait des candidats.",
	},
	{
		term: "Besoin",
		meaning:
			"Des services à rendre sur des sites, avec leurs conditions. Une case d’un service sur un site se juge à part.",
	},
	{
		term: "Capacité",
		meaning:
			"Ce que la structure peut prendre en charge, par période. Réservée aux acheteurs identifiés.",
	},
	{
		term: "CPV",
		meaning:
			"Vocabulaire commun pour les marchés publics\u202f: des codes européens qui nomment l’objet d’un marché.",
	},
	{ term: "CRESS", meaning: "Chambre régionale de l’économie sociale et solidaire." },
	{
		term: "Critère",
		meaning:
			"Une condition du besoin, comparée à une offre\u202f: convient, ne convient pas, ou inconnu.",
	},
	{
		term: "Entonnoir",
		meaning: "Le nombre de structures qui restent après chaque critère, dans l’ordre.",
	},
	{
		term: "ESS",
		meaning:
			"Économie sociale et solidaire\u202f: associations, coopératives, mutuelles, fondations et sociétés qui en suivent les règles (loi du 31 juillet 2014).",
	},
	{ term: "Groupement", meaning: "Des structures qui répondent ensemble à un marché." },
	{
		term: "Marché réservé",
		meaning:
			"Marché auquel seules certaines structures peuvent répondre (articles L2113-12 à L2113-16 du code de la commande publique).",
	},
	{
		term: "Mise à disposition",
		meaning: "La structure prête du personnel au lieu de rendre un service (AI, ETTI, GEIQ, EATT).",
	},
	{
		term: "Offre",
		meaning: "Ce qu’une structure fait dans un segment\u202f: zone, jours, horaires, conditions.",
	},
	{
		term: "Opérateur indépendant",
		meaning:
			"Ce que compte la concurrence\u202f: un gestionnaire ou un groupe, quel que soit son nombre d’établissements.",
	},
	{
		term: "Réemploi",
		meaning: "Remettre en usage un objet ou un matériau, sans en faire un déchet.",
	},
	{
		term: "SAD",
		meaning:
			"Système d’acquisition dynamique\u202f: une présélection ouverte pendant toute sa durée, par catégories.",
	},
	{
		term: "Segment d’achat",
		meaning: "Un métier ou un produit que l’on achète. Chaque code CPV mène à un segment.",
	},
	{
		term: "SIAE",
		meaning: "Structure d’insertion par l’activité économique\u202f: EI, ACI, AI, ETTI, EITI.",
	},
	{
		term: "SIRET",
		meaning:
			"Numéro à 14 chiffres d’un établissement. Le SIREN (9 chiffres) est celui de l’organisation.",
	},
	{
		term: "Structure",
		meaning: "Un établissement\u202f: celui qui fait le travail, à une adresse.",
	},
	{
		term: "Zone d’intervention",
		meaning:
			"Où la structure accepte de travailler\u202f: un rayon, des communes, des intercommunalités, des départements, des régions, tout le pays.",
	},
];
