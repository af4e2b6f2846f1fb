import { daysInMonth } from "./dates.ts";
import type { InputProblem } from "./errors.ts";
import { monthName } from "./french-format.ts";
import { isValidSiren, isValidSiret } from "./siret.ts";
import type { Offer, OfferDefaults, Supplier } from "./supplier.ts";

/** Free texts, that exports hand on to other programs. */
const TEXTS = [
	"name",
	"group",
	"legalForm",
	"network",
	"address",
	"postcode",
	"website",
	"description",
	"employees",
] as const;
const NUL_MESSAGE =
	"ce texte contient un caractère nul (\\u0000), qu’aucun tableur ne lit\u202f: retirez-le.";

/** What the schema alone cannot refuse in a supplier: keys of SIRET, hours and days that mean nothing, limits the wrong way round. */
export function supplierProblems(supplier: Supplier): InputProblem[] {
	const problems: InputProblem[] = [];
	const { siret, siren, lat, lon } = supplier;
	for (const path of TEXTS) {
		if (supplier[path]?.includes("\0")) problems.push({ path, message: NUL_MESSAGE });
	}
	if (supplier.tags?.some((tag) => tag.includes("\0"))) {
		problems.push({ path: "tags", message: NUL_MESSAGE });
	}
	if (siret && !isValidSiret(siret)) problems.push({ path: "siret", message: siretMessage(siret) });
	if (siren && !isValidSiren(siren)) {
		problems.push({
			path: "siren",
			message: `«\u202f${siren}\u202f» n’est pas un SIREN\u202f: il faut 9 chiffres et une clé juste. Vérifiez-le sur l’avis de situation.`,
		});
	}
	if (siret && siren && isValidSiret(siret) && isValidSiren(siren) && !siret.startsWith(siren)) {
		problems.push({
			path: "siren",
			message: `le SIREN ${siren} n’est pas celui du SIRET ${siret}\u202f: corrigez l’un des deux.`,
		});
	}
	if ((typeof lat === "number") !== (typeof lon === "number")) {
		problems.push({
			path: typeof lat === "number" ? "lon" : "lat",
			message:
				"une position a besoin de la latitude et de la longitude\u202f: donnez les deux, ou aucune.",
		});
	}
	if (supplier.defaults) problems.push(...offerProblems(supplier.defaults, "defaults"));
	supplier.offers.forEach((offer, i) => {
		problems.push(...offerProblems(offer, `offers[${i}]`));
	});
	return problems;
}

function siretMessage(siret: string): string {
	return /^\d{14}$/.test(siret)
		? `la clé du SIRET «\u202f${siret}\u202f» est fausse\u202f: un chiffre a sans doute été mal recopié. Vérifiez-le sur l’avis de situation.`
		: `«\u202f${siret}\u202f» n’est pas un SIRET\u202f: il faut 14 chiffres sans espace.`;
}

function offerProblems(offer: OfferDefaults | Offer, path: string): InputProblem[] {
	const problems: InputProblem[] = [];
	offer.windows?.forEach((window, i) => {
		if (isEmptyWindow(window)) {
			problems.push({ path: `${path}.windows[${i}]`, message: emptyWindowMessage(window.from) });
		}
	});
	offer.closures?.forEach((closure, i) => {
		for (const end of ["from", "to"] as const) {
			const message = monthDayMessage(closure[end]);
			if (message) problems.push({ path: `${path}.closures[${i}].${end}`, message });
		}
	});
	const { min, max } = offer.orderEur ?? {};
	if (typeof min === "number" && typeof max === "number" && min > max) {
		problems.push({
			path: `${path}.orderEur`,
			message: `le minimum (${min}) dépasse le maximum (${max})\u202f: échangez-les ou corrigez-les.`,
		});
	}
	return problems;
}

/** Whether a window has no length: its end is its beginning. */
export function isEmptyWindow(window: { readonly from: string; readonly to: string }): boolean {
	const clock = (hour: string) => (hour === "24:00" ? "00:00" : hour);
	return (
		window.from === window.to ||
		(clock(window.from) === clock(window.to) && window.from !== "00:00")
	);
}

/** What to say of a window whose end is its beginning. */
export function emptyWindowMessage(from: string): string {
	return `cet horaire commence et finit à ${from}\u202f: il n’a pas de durée. Donnez une fin après le début (ou 00:00–24:00 pour toute la journée).`;
}

/** What to say of a day that no year has; null when it exists (29 February does). */
function monthDayMessage(monthDay: string): string | null {
	const [month = 1, day = 1] = monthDay.split("-").map(Number);
	const last = daysInMonth(2024, month);
	if (day <= last) return null;
	return `le ${day} ${monthName(month)} n’existe pas\u202f: ${monthName(month)} a ${last} jours au plus. Écrivez MM-JJ, par exemple ${monthDay.slice(0, 2)}-${last}.`;
}
