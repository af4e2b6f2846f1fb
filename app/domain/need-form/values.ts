import { isIsoDate } from "../dates.ts";
import { fold } from "../text.ts";
import type { Period, Unit } from "../vocabulary.ts";

/** Reading what a person types in a cell of a table or a field of a form. Messages are French and say what to write. */

export type Parsed<T> =
	| { readonly ok: true; readonly value: T; readonly understoodAs?: string }
	| { readonly ok: false; readonly message: string };

function good<T>(value: T, understoodAs?: string): Parsed<T> {
	return understoodAs === undefined ? { ok: true, value } : { ok: true, value, understoodAs };
}

function bad<T>(message: string): Parsed<T> {
	return { ok: false, message };
}

/** Lower case, no accents, single spaces, plain apostrophes and hyphens: what two ways of typing share. */
export function foldTyped(typed: string): string {
	return fold(typed)
		.replace(/[‐‑–—−]/g, "-")
		.replace(/\s+/g, " ")
		.trim();
}

/** "12 000", "12,5", "12.5". A point before three digits is refused: it reads two ways. */
export function parseNumber(typed: string): Parsed<number> {
	const bare = typed.replace(/[\s\u00a0\u202f']/g, "").replace(/[−–]/g, "-");
	if (/^-/.test(bare)) return bad(`« ${typed} » est négatif : écrivez un nombre positif.`);
	if (/^\d{1,3}\.\d{3}$/.test(bare)) {
		const joined = bare.replace(".", "");
		return bad(
			`« ${typed} » peut se lire ${joined} ou ${bare.replace(".", ",")} : écrivez l’un ou l’autre.`,
		);
	}
	if (/^\d{1,3}(\.\d{3}){2,}$/.test(bare)) return good(Number(bare.replace(/\./g, "")));
	if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) {
		return good(Number(bare.replace(/\./g, "").replace(",", ".")));
	}
	if (!/^\d{1,12}([.,]\d{1,6})?$/.test(bare)) {
		return bad(`« ${typed} » n’est pas un nombre : écrivez par exemple 12 ou 12,5.`);
	}
	return good(Number(bare.replace(",", ".")));
}

/** Euros HT for twelve months: "18 000 €", "18k€", "18000 HT", "1 500 € par mois". An amount with tax is refused. */
export function parseAmountEur(typed: string): Parsed<number> {
	const folded = foldTyped(typed);
	if (/\bttc\b/.test(folded)) {
		return bad(`« ${typed} » est un montant TTC : donnez le montant hors taxes.`);
	}
	const monthly = /(\/ ?mois|par mois|mensuel)/.test(folded);
	let rest = folded
		.replace(/(\/ ?|par )(mois|an|annee)|mensuels?|annuels?/g, "")
		.replace(/\b(ht|hors taxes?|environ|h\.t\.?)\b/g, "")
		.replace(/euros?|eur\b|€/g, "€")
		.trim();
	let factor = monthly ? 12 : 1;
	const scale = /^([\d.,\s]+?)\s*(k|m|mille|millions?)\s*€?$/.exec(rest);
	if (scale?.[1] && scale[2]) {
		factor *= scale[2].startsWith("k") || scale[2] === "mille" ? 1000 : 1_000_000;
		rest = scale[1];
	}
	const number = parseNumber(rest.replace(/€/g, ""));
	if (!number.ok) {
		return bad(
			/peut se lire|négatif/.test(number.message)
				? number.message
				: `« ${typed} » n’est pas un montant : écrivez par exemple 18 000 ou 18 k€.`,
		);
	}
	const value = Math.round(number.value * factor * 100) / 100;
	return monthly ? good(value, `${frNumber(value)} € par an`) : good(value);
}

/** Hours of one visit: "2", "2h", "1h30", "90 min". */
export function parseHours(typed: string): Parsed<number> {
	const folded = foldTyped(typed);
	const clock = /^(\d{1,2}) ?h(?:eures?)? ?([0-5]\d)?$/.exec(folded);
	if (clock?.[1]) return hoursInDay(Number(clock[1]) + Number(clock[2] ?? 0) / 60, typed);
	const minutes = /^(\d{1,4}) ?(?:min|mn|minutes?)$/.exec(folded);
	if (minutes?.[1]) return hoursInDay(Number(minutes[1]) / 60, typed);
	const number = parseNumber(folded.replace(/ ?heures?$/, ""));
	if (!number.ok)
		return bad(`« ${typed} » n’est pas une durée : écrivez par exemple 2 h ou 1 h 30.`);
	return hoursInDay(number.value, typed);
}

function hoursInDay(hours: number, typed: string): Parsed<number> {
	if (hours > 0 && hours <= 24) return good(hours);
	return bad(`« ${typed} » : une durée de passage va de quelques minutes à 24 heures.`);
}

/** "oui", "non", "x"… */
export function parseYesNo(typed: string): Parsed<"yes" | "no"> {
	const folded = foldTyped(typed);
	if (/^(oui|o|x|1|vrai|yes|true)$/.test(folded)) return good("yes");
	if (/^(non|n|0|faux|no|false|-)$/.test(folded)) return good("no");
	return bad(`« ${typed} » : écrivez oui ou non, ou laissez vide.`);
}

const UNIT_WORDS: readonly (readonly [Unit, RegExp])[] = [
	[
		"piece",
		/^(pieces?|p(ie)?ces?|unites?|u|articles?|lots?|exemplaires?|ex|chaises?|tables?|bureaux?)$/,
	],
	["m2", /^(m2|m²|metres? carres?)$/],
	["m3", /^(m3|m³|metres? cubes?)$/],
	["ml", /^(ml|metres? lineaires?|m lineaires?)$/],
	["h", /^(h|heures?)$/],
	["kg", /^(kg|kilos?|kilogrammes?)$/],
	["t", /^(t|tonnes?)$/],
	["person", /^(personnes?|etp|agents?|beneficiaires?|participants?)$/],
	["day", /^(jours?|jrs?|journees?)$/],
	["intervention", /^(interventions?|passages?|fois)$/],
	["vehicle", /^(vehicules?|voitures?|velos?)$/],
	["meal", /^(repas|couverts?|plateaux?)$/],
];

/** A unit by code or in words. */
export function parseUnit(typed: string): Parsed<Unit> {
	const folded = foldTyped(typed).replace(/²/g, "2").replace(/³/g, "3");
	const found = UNIT_WORDS.find(([code, words]) => code === folded || words.test(folded));
	if (found) return good(found[0]);
	return bad(
		`« ${typed} » n’est pas une unité connue : écrivez m², m³, ml, kg, t, h, pièce, personne, jour, intervention, véhicule ou repas.`,
	);
}

const PERIOD_WORDS: readonly (readonly [Period, RegExp])[] = [
	["order", /^(commandes?|total|en tout|une fois|marche|ponctuel(le)?)$/],
	["visit", /^(passages?|visites?|interventions?)$/],
	["day", /^(j|jours?|quotidien(ne)?|journalier|journaliere)$/],
	["week", /^(s|sem|semaines?|hebdo|hebdomadaire)$/],
	["month", /^(m|mois|mensuel(le)?)$/],
	["year", /^(ans?|annees?|annuel(le)?)$/],
];

/** A period by code or in words. */
export function parsePeriod(typed: string): Parsed<Period> {
	const folded = foldTyped(typed).replace(/^(par|chaque|au|a la|a l'|\/) ?/, "");
	const found = PERIOD_WORDS.find(([code, words]) => code === folded || words.test(folded));
	if (found) return good(found[0]);
	return bad(
		`« ${typed} » n’est pas une période connue : écrivez par semaine, par mois, par an, par jour, par passage ou par commande.`,
	);
}

export interface TypedQuantity {
	readonly amount: number;
	/** Null: not said beside the number. */
	readonly unit: Unit | null;
	readonly per: Period | null;
}

/** "900", "900 m²", "900 m2/semaine", "40 t par an". */
export function parseQuantity(typed: string): Parsed<TypedQuantity> {
	const folded = foldTyped(typed);
	const parts = /^([\d][\d\s.,]*)\s*([^\d/].*?)?(?:\s*(?:\/|\bpar\b)\s*(.+))?$/.exec(
		folded.replace(/m²/g, "m2").replace(/m³/g, "m3"),
	);
	const amount = parts?.[1] ? parseNumber(parts[1].trim()) : undefined;
	if (!amount)
		return bad(`« ${typed} » n’est pas une quantité : écrivez par exemple 900 ou 900 m²/semaine.`);
	if (!amount.ok) return amount;
	if (amount.value <= 0) return bad(`« ${typed} » : une quantité est plus grande que zéro.`);
	const unit = parts?.[2] ? parseUnit(parts[2].trim()) : null;
	if (unit && !unit.ok) return unit;
	const per = parts?.[3] ? parsePeriod(parts[3].trim()) : null;
	if (per && !per.ok) return per;
	return good({ amount: amount.value, unit: unit?.value ?? null, per: per?.value ?? null });
}

/** A whole number between two limits. */
export function parseWhole(typed: string, min: number, max: number): Parsed<number> {
	const number = parseNumber(typed);
	if (!number.ok) return number;
	if (Number.isInteger(number.value) && number.value >= min && number.value <= max) return number;
	return bad(`« ${typed} » : écrivez un nombre entier de ${min} à ${frNumber(max)}.`);
}

/** A day as "2027-03-01" or "01/03/2027". 30 February is refused. */
export function parseDay(typed: string): Parsed<string> {
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
	const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed.trim());
	const [year, month, day] = iso
		? [iso[1], iso[2], iso[3]]
		: [french?.[3], french?.[2], french?.[1]];
	if (!year || !month || !day) {
		return bad(`« ${typed} » n’est pas une date : écrivez par exemple 01/03/2027.`);
	}
	const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	if (!isIsoDate(value)) {
		return bad(`« ${typed} » n’existe pas dans le calendrier : vérifiez le jour et le mois.`);
	}
	return good(value);
}

/** A number as one types it in French: comma, no thousands separator lost. Read back to the same number. */
export function frNumber(value: number): string {
	const [whole = "", decimals] = String(value).split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
	return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
