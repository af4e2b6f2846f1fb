import { AppError } from "./domain/errors.ts";
import { toResponse } from "./http-errors.ts";

/**
 * The fields of a form that was sent.
 *
 * @throws {Response} 400 for a body that is no form, or one that stops before its end
 */
export async function postedForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (cause) {
		const message =
			"Le formulaire est arrivé incomplet, ou n’en est pas un. Revenez à la page précédente et envoyez-le de nouveau ; rien n’a été enregistré.";
		throw toResponse(new AppError("bad-input", {}, { cause, problems: [{ path: "", message }] }));
	}
}
