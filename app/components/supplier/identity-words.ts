import { formatNumber } from "#app/domain/french-format.ts";
import type { PublicSupplier } from "#app/domain/public-supplier.ts";
import type { FactLine, SourceWords } from "./supplier-view.ts";
import { withheldWords } from "./withheld-words.ts";

/** Legal forms as lists write them, in words; others are shown as they are. */
const LEGAL_FORMS: Record<string, string> = {
	ASSOCIATION: "Association",
	ETABLISSEMENT_PUBLIC: "Établissement public",
	MUTUELLE: "Mutuelle",
	FONDATION: "Fondation",
	COOPERATIVE: "Coopérative",
	SCOP: "Société coopérative et participative (SCOP)",
	SCIC: "Société coopérative d’intérêt collectif (SCIC)",
	CAE: "Coopérative d’activité et d’emploi (CAE)",
};

/** What is known of the organisation itself, in words. Facts kept for buyers are named without their value. */
export function identityLines(
	{ supplier, withheld }: PublicSupplier,
	cite: (path: string) => SourceWords | null,
): FactLine[] {
	const line = (path: string, term: string, text: string | null | undefined): FactLine[] =>
		text ? [{ path, term, text, source: cite(path) }] : [];
	const ess = supplier.ess === true ? "Oui, par son statut" : supplier.ess === false ? "Non" : null;
	return [
		...line("address", "Adresse", supplier.address),
		...line("legalForm", "Forme juridique", legalForm(supplier.legalForm)),
		...line("ess", "Économie sociale et solidaire", ess),
		...line("group", "Groupe ou gestionnaire", supplier.group),
		...line("network", "Réseau", supplier.network),
		...line("employees", "Effectif", supplier.employees),
		...line("contacts", "Interlocuteurs connus", countText(supplier.contacts)),
		...line("tags", "Mots-clés", (supplier.tags ?? []).map(tagWord).join(", ")),
		...withheldWords(withheld, [""]).map((term) => ({
			path: term,
			term,
			text: "Réservé aux acheteurs identifiés",
			source: null,
		})),
	];
}

/** Null when nobody presents it. */
export function descriptionLine(
	text: string | null | undefined,
	cite: (path: string) => SourceWords | null,
): FactLine | null {
	const trimmed = text?.trim();
	if (!trimmed) return null;
	return { path: "description", term: "Présentation", text: trimmed, source: cite("description") };
}

/** A web address as lists write it, `https://` often forgotten; null when it is not one. */
export function websiteLink(
	website: string | null | undefined,
): { href: string; label: string } | null {
	const text = website?.trim();
	if (!text || /\s/.test(text)) return null;
	const url = URL.canParse(text) ? text : `https://${text}`;
	if (!/^https?:\/\/[^/]+\.[^/]+/i.test(url) || !URL.canParse(url)) return null;
	return { href: url, label: text.replace(/^https?:\/\//i, "").replace(/\/$/, "") };
}

function legalForm(form: string | null | undefined): string | null {
	return form ? (LEGAL_FORMS[form] ?? form.replaceAll("_", " ")) : null;
}

function countText(count: number | null | undefined): string | null {
	return typeof count === "number" ? formatNumber(count) : null;
}

function tagWord(tag: string): string {
	return tag === "reemploi" ? "réemploi" : tag;
}
