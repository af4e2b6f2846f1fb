import type { LoaderFunctionArgs } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import { formatNumber } from "#app/domain/french-format.ts";
import { VERDICT_LABELS } from "#app/domain/french-labels.ts";
import type { MatchedSupplier } from "#app/domain/match-types.ts";
import { isAppError, toResponse } from "#app/http-errors.ts";
import type { VersionedAnswer } from "#app/matcher/port.ts";
import { readAnswerQuery } from "./answer-query.server.ts";
import { openDraft } from "./draft-access.server.ts";
import { supplierWords } from "./supplier-list.server.ts";
import { supplierView } from "./supplier-views.server.ts";

/** A file stops there: a need that leaves more in theory is not an annexe any more. */
const MAX_PAGES = 20;
const PAGE = 100;

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The answer of the API with all its suppliers, for the scope of the address. */
export async function wholeAnswer(
	args: Args,
): Promise<VersionedAnswer & { nextCursor: string | null }> {
	const { need } = await readyNeed(args);
	const { matcher } = args.context.services;
	const { scope, sort } = queryOf(args);
	const today = todayInParis();
	const match = (cursor: string | null) =>
		matcher
			.match(need, {
				scope,
				sort,
				cursor,
				today,
				viewer: "anonymous",
				detail: "cells",
				pageSize: PAGE,
			})
			.catch((error: unknown) => {
				throw isAppError(error) ? toResponse(error) : error;
			});
	const first = await match(null);
	const suppliers: MatchedSupplier[] = [...first.suppliers];
	let cursor = first.nextCursor;
	for (let page = 1; cursor !== null && page < MAX_PAGES; page++) {
		const next = await match(cursor);
		suppliers.push(...next.suppliers);
		cursor = next.nextCursor;
	}
	return { ...first, suppliers, nextCursor: cursor };
}

function queryOf({ request }: Args) {
	try {
		return readAnswerQuery(new URL(request.url).searchParams);
	} catch (error) {
		throw toResponse(error);
	}
}

async function readyNeed(args: Args) {
	const { need } = await openDraft(args);
	if (need === null) throw new Response("Ce besoin n’est pas encore complet.", { status: 409 });
	return { need };
}

/** The annexe: one row per supplier, with its reasons in French. */
export async function answerRows(args: Args): Promise<string[][]> {
	const { need } = await readyNeed(args);
	const answer = await wholeAnswer(args);
	const { services } = args.context;
	const words = await supplierWords({ need, services });
	const texts = (reasons: readonly { text: string; source: string }[]) =>
		reasons.map(({ text, source }) => (source === "" ? text : `${text} (${source})`)).join(" | ");
	return [
		[
			"Structure",
			"SIRET",
			"Types",
			"Commune",
			"Distance en km (à vol d’oiseau)",
			"Réponse",
			"Au mieux",
			"Ne convient pas",
			"À confirmer",
			"Points d’attention",
			"Confirmée le",
			"En théorie",
		],
		...answer.suppliers.map((supplier, position) => {
			const view = supplierView(supplier, words, null);
			return [
				supplier.name,
				supplier.siret ?? "",
				view.kinds.join(" "),
				view.town,
				supplier.distanceKm === null ? "" : formatNumber(supplier.distanceKm, 1),
				VERDICT_LABELS[supplier.verdict],
				view.at,
				texts(view.failed),
				texts(view.unknown),
				view.care.join(" | "),
				supplier.verifiedOn ?? "",
				position < answer.theoretical ? "oui" : "non : hors de sa zone",
			];
		}),
	];
}
