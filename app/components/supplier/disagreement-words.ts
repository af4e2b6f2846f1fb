import { formatDate } from "#app/domain/french-format.ts";
import type { PublicSupplier } from "#app/domain/public-supplier.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import type { Disagreement } from "#app/domain/upkeep/merge.ts";
import type { DisagreementLine } from "./supplier-view.ts";

const FIELDS: Record<string, string> = {
	name: "Nom",
	address: "Adresse",
	postcode: "Code postal",
	commune: "Commune",
	legalForm: "Forme juridique",
	ess: "Économie sociale et solidaire",
	group: "Groupe ou gestionnaire",
	network: "Réseau",
	website: "Site",
	description: "Présentation",
	employees: "Effectif",
	status: "État",
	kinds: "Type de structure",
	daysPerWeek: "Jours par semaine",
	area: "Zone d’intervention",
	windows: "Horaires",
	closures: "Fermetures",
	leadTimeDays: "Délai de démarrage",
	modes: "Mode",
};

/** Facts that anyone may read: the others are for identified buyers, and so are the words about them. */
const KEPT =
	/capacity|orderEur|staffTransfer|flexible|turnoverEur|commercialSharePct|consortium|tihConsent|lat$|lon$/;

/** What other sources say of the same facts. Values that only a program can read are named, not shown. */
export function disagreementLines(
	disagreements: readonly Disagreement[],
	supplier: Supplier,
	sources: ReadonlyMap<string, string>,
	shown: PublicSupplier,
	places: Places,
): DisagreementLine[] {
	const words = (field: string, value: unknown) => {
		const commune = field === "commune" && typeof value === "string" ? places.commune(value) : null;
		return commune ? `${commune.name} (${commune.departement})` : valueWords(value);
	};
	const hidesKinds = (shown.supplier.kinds?.length ?? 0) !== (supplier.kinds?.length ?? 0);
	const isHidden = ({ field, value }: Disagreement) =>
		KEPT.test(field) ||
		(field.startsWith("kinds") && (hidesKinds || (supplier.tihConsent !== true && saysTih(value))));
	return disagreements
		.filter((one) => !isHidden(one))
		.map(({ field, sourceId, value, statedOn }) => ({
			key: `${field} ${sourceId}`,
			field: fieldWords(field),
			shown: words(field, valueAt(shown.supplier, field)),
			other: words(field, value),
			source: sources.get(sourceId) ?? sourceId,
			on: statedOn === null ? null : formatDate(statedOn.slice(0, 10)),
		}));
}

function fieldWords(field: string): string {
	const last = field
		.split(/[.[\]]+/)
		.filter((part) => part !== "" && !/^\d+$/.test(part))
		.at(-1);
	return FIELDS[last ?? field] ?? field;
}

function valueAt(value: unknown, path: string): unknown {
	let at = value;
	for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
		if (typeof at !== "object" || at === null) return undefined;
		at = (at as Record<string, unknown>)[step];
	}
	return at;
}

function valueWords(value: unknown): string {
	if (value === null || value === undefined) return "non renseigné";
	if (typeof value === "boolean") return value ? "oui" : "non";
	if (typeof value === "string" || typeof value === "number") return String(value);
	if (Array.isArray(value)) {
		const codes = value.map((one) => (isCoded(one) ? one.code : one));
		if (codes.length === 0) return "aucun";
		if (codes.every((code) => typeof code === "string")) return codes.join(", ");
	}
	return "une autre valeur";
}

/** Whether a source's list of kinds holds a person's disability. */
function saysTih(value: unknown): boolean {
	return Array.isArray(value) ? value.some(saysTih) : isCoded(value) && value.code === "TIH";
}

function isCoded(value: unknown): value is { code: string } {
	return typeof value === "object" && value !== null && "code" in value;
}
