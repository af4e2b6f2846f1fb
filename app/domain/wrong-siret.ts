import { AppError } from "./errors.ts";
import { compactSiret, formatSiret, isValidSiret } from "./siret.ts";

/** For a supplier asked by a number of 14 digits that is no SIRET, which is more useful to say than « not found ». Null for anything else. */
export function wrongSiret(text: string): AppError | null {
	const siret = compactSiret(text);
	if (!/^\d{14}$/.test(siret) || isValidSiret(siret)) return null;
	const message = `Le SIRET ${formatSiret(siret)} n’est pas valable\u202f: sa clé de contrôle ne correspond pas. Vérifiez chaque chiffre.`;
	return new AppError("bad-input", { siret }, { problems: [{ path: "siret", message }] });
}
