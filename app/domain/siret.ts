/** SIREN of La Poste, whose establishments do not follow Luhn's key. */
const LA_POSTE = "356000000";

/** Follows Luhn's key, but only ever fills a field that had to be filled. */
const NOBODY = "000000000";

/** A SIRET or SIREN without its spaces, dots and hyphens. */
export function compactSiret(text: string): string {
	return text.replace(/[\s.\u00a0\u202f-]/g, "");
}

/** Whether 14 digits are a SIRET: Luhn's key, or for La Poste a sum of digits divisible by 5 (its head office follows Luhn). */
export function isValidSiret(text: string): boolean {
	if (!/^\d{14}$/.test(text) || text.startsWith(NOBODY)) return false;
	if (text.startsWith(LA_POSTE)) return luhnSum(text) % 10 === 0 || digitSum(text) % 5 === 0;
	return luhnSum(text) % 10 === 0;
}

/** Whether 9 digits are a SIREN (Luhn's key). */
export function isValidSiren(text: string): boolean {
	return /^\d{9}$/.test(text) && text !== NOBODY && luhnSum(text) % 10 === 0;
}

/** A SIRET in its usual groups: `807 469 317 00018`, with narrow no-break spaces. */
export function formatSiret(siret: string): string {
	return siret.length === 14
		? `${siret.slice(0, 3)}\u202f${siret.slice(3, 6)}\u202f${siret.slice(6, 9)}\u202f${siret.slice(9)}`
		: siret;
}

function luhnSum(digits: string): number {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
		if (i % 2 === 1) {
			digit *= 2;
			if (digit > 9) digit -= 9;
		}
		sum += digit;
	}
	return sum;
}

function digitSum(digits: string): number {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) sum += digits.charCodeAt(i) - 48;
	return sum;
}
