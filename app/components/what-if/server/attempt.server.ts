import { todayInParis } from "#app/clock.server.ts";
import type { Scope } from "#app/domain/vocabulary.ts";
import { editsSentence } from "#app/domain/what-if/edit-words.ts";
import { toResponse } from "#app/http-errors.ts";
import type { Services } from "#app/services.server.ts";
import type { AttemptView } from "../types.ts";
import { changeNames } from "./change-names.server.ts";
import type { Variant } from "./variant.server.ts";

/** Where a variant stands, and how it says what it changes. @throws {Response} for a need that cannot be matched */
export async function attemptOf(
	variant: Variant,
	scope: Scope,
	services: Services,
): Promise<AttemptView> {
	const options = { scope, today: todayInParis() };
	const figures = await services.matcher.count(variant.edited, options).catch((error: unknown) => {
		throw toResponse(error);
	});
	return { figures, sentences: sentencesOf(variant, services) };
}

/** One sentence for each change. */
export function sentencesOf({ need, edits }: Variant, services: Services): string[] {
	const names = changeNames(services, need);
	return edits.map((edit) => editsSentence(need, [edit], names));
}
