import { cleaning, gardens, type Sentence } from "./sentence.ts";

/** Where. */
export const PLACES: readonly Sentence[] = [
	// Places
	{
		text: "Nettoyage à Saint-Denis",
		need: { services: [cleaning] },
		asks: ["place"],
	},
	{
		text: "Nettoyage à Saint-Denis (93)",
		need: { services: [cleaning], sites: ["93066"] },
	},
	{
		text: "Nettoyage à Saint-Denis, 97400",
		need: { services: [cleaning], sites: ["97411"] },
	},
	{
		text: "Nettoyage à Saint-Denis et Aubervilliers",
		need: { services: [cleaning], sites: ["93066", "93001"] },
	},
	{
		text: "Nettoyage à Saint-Denis, en Seine-Saint-Denis",
		need: { services: [cleaning], sites: ["93066"] },
	},
	{
		text: "Nettoyage à Vienne",
		need: { services: [cleaning], sites: ["38544"] },
	},
	{
		text: "Nettoyage dans la Vienne",
		need: { services: [cleaning], zone: "departement:86" },
	},
	{
		text: "Nettoyage Vienne",
		need: { services: [cleaning] },
		asks: ["place"],
	},
	{
		text: "Blanchisserie en Haute-Vienne",
		need: { services: [{ segment: "blanchisserie" }], zone: "departement:87" },
	},
	{
		text: "gardiennage dans le Lot, lot 3",
		need: { services: [{ segment: "gardiennage" }], zone: "departement:46" },
		left: ["lot 3"],
	},
	{
		text: "Collecte de biodéchets en Bretagne",
		need: { services: [{ segment: "collecte-biodechets" }], zone: "region:53" },
	},
	{
		text: "Blanchisserie pour Lorient Agglomération",
		need: { services: [{ segment: "blanchisserie" }], zone: "epci:200042174" },
	},
	{
		text: "Entretien des espaces verts de l’agglomération de Vannes",
		need: { services: [gardens], zone: "epci:200067932" },
	},
	{
		text: "Traiteur à Cherbourg-Octeville",
		need: { services: [{ segment: "traiteur" }], sites: ["50129"] },
		warns: ["Cherbourg-en-Cotentin"],
	},
	{
		text: "Élagage à Vannes par une structure située à moins de 15 km",
		need: {
			services: [{ segment: "elagage-abattage" }],
			sites: ["56260"],
			location: { rule: "sits-within", km: 15 },
		},
	},
	{
		text: "Élagage dans un rayon de 20 km autour de Quimper",
		need: {
			services: [{ segment: "elagage-abattage" }],
			sites: ["29232"],
			location: { rule: "sits-within", km: 20 },
		},
	},
	{
		text: "Nettoyage de 12 collèges dans un rayon de 20 km autour de Vannes",
		need: { services: [cleaning], sites: ["56260"] },
		siteCount: 12,
		warns: ["de vos sites"],
	},
	{
		text: "Nettoyage à Valence",
		need: { services: [cleaning], sites: ["26362"] },
	},
	{
		text: "Blanchisserie dans le Finistère et le Morbihan",
		need: { services: [{ segment: "blanchisserie" }] },
		asks: ["zone"],
	},
	{
		text: "Traiteur à La Réunion",
		need: { services: [{ segment: "traiteur" }], zone: "departement:974" },
	},
	{
		text: "Traiteur à la réunion du comité",
		need: { services: [{ segment: "traiteur" }] },
		left: ["réunion du comité"],
	},
	{
		text: "Élagage pour l’hôpital Saint-Martin, rue de Vannes",
		need: { services: [{ segment: "elagage-abattage" }] },
		left: ["hôpital Saint-Martin, rue de Vannes"],
	},
	{
		text: "Nettoyage pour la CC du Pays de Dol et de la Baie du Mont Saint-Michel",
		need: { services: [cleaning], zone: "epci:200070670" },
	},
	{
		text: "Communauté d’agglomération du Pays de Saint-Malo, collecte des encombrants",
		need: { services: [{ segment: "encombrants-dechetteries" }], zone: "epci:243500782" },
	},
	{
		text: "Élagage, CC de Ploërmel",
		need: { services: [{ segment: "elagage-abattage" }], zone: "epci:200066777" },
	},
	{
		text: "Université de Bretagne Sud : blanchisserie",
		need: { services: [{ segment: "blanchisserie" }] },
		left: ["Université de Bretagne Sud"],
	},
	{
		text: "Traiteur en Île-de-France hors Paris",
		need: { services: [{ segment: "traiteur" }], zone: "region:11" },
		warns: ["hors Paris"],
	},
	{
		text: "Traiteur pour un colloque, CP 35000",
		need: { services: [{ segment: "traiteur" }], sites: ["35238"] },
		left: ["colloque"],
	},
	{
		text: "Nettoyage de 42 immeubles dans le 56",
		need: { services: [cleaning], zone: "departement:56" },
		siteCount: 42,
	},
	{
		text: "nettoyage à 30 minutes de Vannes",
		need: { services: [cleaning], sites: ["56260"] },
		left: ["30 minutes"],
	},
];
