import type {
	DirectorySort,
	DirectoryTag,
	DirectoryView,
	Freshness,
} from "#app/domain/directory.ts";
import type { Mode, Reservation } from "#app/domain/vocabulary.ts";

/** The words of the directory that no other page needs. */

export const SORT_LABELS: Record<DirectorySort, string> = {
	relevance: "Pertinence",
	distance: "Distance",
	freshness: "Confirmation récente",
	name: "Nom",
	draw: "Tirage au sort",
};

/** One line that explains the order of the list. */
export const SORT_NOTES: Record<DirectorySort, string> = {
	relevance:
		"D’abord les structures dont le nom ou les activités contiennent vos mots\u202f; à égalité, un tirage au sort stable.",
	distance: "De la plus proche à la plus éloignée, à vol d’oiseau.",
	freshness: "D’abord les fiches que la structure ou la CRESS a confirmées le plus récemment.",
	name: "Par ordre alphabétique.",
	draw: "Ordre tiré au sort, stable\u202f: le même pour tout le monde, sans lien avec la taille ni le remplissage des fiches.",
};

export const FRESH_LABELS: Record<Freshness, string> = {
	"12m": "depuis moins de 12 mois",
	older: "il y a plus de 12 mois",
	never: "jamais\u202f: reprise d’une liste",
};

export const MODE_CHOICES: Record<Mode, string> = {
	service: "Prestation",
	goods: "Fourniture",
	staffing: "Mise à disposition de personnel",
};

export const RESERVATION_CHOICES: Record<Reservation, string> = {
	handicap: "Handicap\u202f: EA, ESAT",
	insertion: "Insertion\u202f: EI, ACI, AI, ETTI",
	joint: "Handicap et insertion ensemble",
	prison: "Travail en prison",
	ess: "ESS, pour certains services",
};

export const TAG_LABELS: Record<DirectoryTag, string> = { reemploi: "Réemploi" };

export const VIEW_LABELS: Record<DirectoryView, string> = {
	both: "Liste et carte",
	list: "Liste",
	map: "Carte",
};
