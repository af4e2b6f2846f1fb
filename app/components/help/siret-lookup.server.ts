import { redirect } from "@remix-run/node";
import { compactSiret, formatSiret, isValidSiret } from "#app/domain/siret.ts";
import { isAppError } from "#app/http-errors.ts";
import type { Services } from "#app/services.server.ts";
import { getSupplier } from "#db/suppliers.server.ts";

export interface SiretAnswer {
	readonly siret: string;
	/** What is wrong in the number typed. */
	readonly error: string | null;
	/** A right number that the base does not hold. */
	readonly isAbsent: boolean;
}

/** Leads to the sheet of a SIRET, or says what is wrong with it, or that it is not in the base. */
export async function lookUpSiret(
	services: Services,
	typed: string,
): Promise<SiretAnswer | Response> {
	const siret = compactSiret(typed);
	if (siret === "") return { siret: typed, error: null, isAbsent: false };
	if (!/^\d{14}$/.test(siret)) {
		const error = `Un SIRET a 14 chiffres\u202f: il y en a ${siret.replace(/\D/g, "").length} ici.`;
		return { siret: typed, error, isAbsent: false };
	}
	const isKnown = await getSupplier(services.db, siret).then(
		() => true,
		(error: unknown) => {
			if (isAppError(error) && error.code === "supplier-not-found") return false;
			throw error;
		},
	);
	if (isKnown) return redirect(`/fournisseurs/${siret}`);
	if (isValidSiret(siret)) return { siret: formatSiret(siret), error: null, isAbsent: true };
	const error =
		"Ce SIRET n’est pas valable\u202f: sa clé de contrôle ne correspond pas. Vérifiez chaque chiffre.";
	return { siret: typed, error, isAbsent: false };
}
