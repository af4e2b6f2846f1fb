import { countOfWord } from "#app/domain/french-format.ts";
import type { MatchAnswer, MatchedSupplier } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import { REMOVED_BY } from "#app/domain/need-answer/removed-words.ts";
import { sentenceWords } from "#app/domain/sentence-words.ts";
import { KIND_CODES, type Verdict } from "#app/domain/vocabulary.ts";
import { listSourceLabels } from "#db/source-labels.server.ts";
import type { AnswerLink, SupplierList } from "../answer-types.ts";
import { type AnswerQuery, answerAddress } from "./answer-query.server.ts";
import { type AnswerRequest, type BoundMatch, FETCHED } from "./answer-view.server.ts";
import { placesOf } from "./matrix-view.server.ts";
import { type SupplierWords, supplierView, verdictOn } from "./supplier-views.server.ts";

interface ListRequest extends AnswerRequest {
	readonly base: string;
	readonly query: AnswerQuery;
	readonly answer: MatchAnswer;
	readonly match: BoundMatch;
	readonly today: string;
}

/** How many suppliers a page lists. */
const PAGE = 20;
/** A cell is looked for among so many pages of the engine. */
const MAX_FETCHES = 10;

interface Found {
	readonly suppliers: readonly MatchedSupplier[];
	/** How many of them are the list proper; the rest are near misses. */
	readonly listed: number;
	readonly total: number;
	readonly nextCursor: string | null;
}

/** The list under the answer: everybody in theory, those a check removes, or those of one cell. */
export async function supplierList(
	request: ListRequest,
): Promise<{ view: SupplierList; shown: readonly MatchedSupplier[] }> {
	const { query, base } = request;
	const found = await findList(request);
	const listed = found.suppliers.slice(0, found.listed);
	const start = (query.page - 1) * PAGE;
	const page = listed.slice(start, start + PAGE);
	const lastPage = start + PAGE >= listed.length;
	const nearMisses =
		lastPage && found.nextCursor === null ? found.suppliers.slice(found.listed) : [];
	const words = await supplierWords(request);
	const view = (supplier: MatchedSupplier) => supplierView(supplier, words, query.cell);
	return {
		shown: page,
		view: {
			heading: headingOf(request, found),
			note: noteOf(query),
			suppliers: page.map(view),
			nearMisses: nearMisses.slice(0, PAGE).map(view),
			sorts: sortLinks(base, query),
			previous: previousOf(base, query),
			next: nextOf(base, query, lastPage, found.nextCursor, listed.length),
			clear:
				query.removedBy || query.cell
					? `${answerAddress(base, query, { removedBy: null, cell: null })}#structures`
					: null,
			kinds: KIND_CODES.filter((code) => page.some((one) => one.kinds?.includes(code))),
		},
	};
}

async function findList(request: ListRequest): Promise<Found> {
	const { query, answer, match } = request;
	const { scope, sort, cursor } = query;
	if (query.cell) return findCell(request, query.cell);
	if (query.removedBy) {
		const step = answer.waterfall.find((one) => one.check === query.removedBy);
		const page = await match({
			scope,
			sort,
			cursor,
			removedBy: query.removedBy,
			pageSize: FETCHED,
		});
		return {
			suppliers: page.suppliers,
			listed: page.suppliers.length,
			total: step?.removed ?? 0,
			nextCursor: page.nextCursor,
		};
	}
	const page =
		sort === "draw" && cursor === null
			? answer
			: await match({ scope, sort, cursor, pageSize: FETCHED });
	return {
		suppliers: page.suppliers,
		listed: Math.max(0, Math.min(page.suppliers.length, answer.theoretical - query.rank)),
		total: answer.theoretical,
		nextCursor: page.nextCursor,
	};
}

const VERDICT_RANK: Record<Verdict, number> = { confirmed: 0, possible: 1, excluded: 2 };

/** Who can take one cell: those whom nothing excludes there, in the order of the list. */
async function findCell(request: ListRequest, cell: string): Promise<Found> {
	const { query, match, answer } = request;
	const { scope, sort } = query;
	const kept: MatchedSupplier[] = [];
	let cursor: string | null = null;
	for (let fetched = 0; fetched < MAX_FETCHES; fetched++) {
		const page: MatchAnswer = await match({
			scope,
			sort,
			cursor,
			detail: "cells",
			pageSize: FETCHED,
		});
		kept.push(...page.suppliers.filter((one) => verdictOn(one, cell) !== "excluded"));
		cursor = page.nextCursor;
		if (cursor === null || fetched * FETCHED > answer.theoretical) break;
	}
	const there = await onlyThere(request, cell, new Set(kept.map(({ id }) => id)));
	const ordered = kept
		.map((supplier, at) => ({ supplier, at, rank: VERDICT_RANK[verdictOn(supplier, cell)] }))
		.sort((a, b) => a.rank - b.rank || a.at - b.at)
		.map(({ supplier }) => ({
			...supplier,
			...there.get(supplier.id),
			verdict: verdictOn(supplier, cell),
		}));
	return { suppliers: ordered, listed: ordered.length, total: ordered.length, nextCursor: null };
}

/**
 * Reasons and distance on one cell: the list itself tells those of each supplier's best cell. Empty when the cell has a part of a total
 * that is not split, which means nothing alone.
 */
async function onlyThere(
	{ need, services, today }: ListRequest,
	cell: string,
	ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Pick<MatchedSupplier, "checks" | "distanceKm" | "care">>> {
	const found = new Map<string, Pick<MatchedSupplier, "checks" | "distanceKm" | "care">>();
	const narrowed = narrowedNeed(need, cell);
	if (narrowed === null) return found;
	let cursor: string | null = null;
	for (let fetched = 0; fetched < MAX_FETCHES && found.size < ids.size; fetched++) {
		const page: MatchAnswer = await services.matcher.match(narrowed, {
			today,
			viewer: "anonymous",
			cursor,
			pageSize: FETCHED,
		});
		for (const { id, checks, distanceKm, care } of page.suppliers) {
			if (ids.has(id)) found.set(id, { checks, distanceKm, care });
		}
		cursor = page.nextCursor;
		if (cursor === null) break;
	}
	return found;
}

/** The need as if one cell were all of it; null when its quantity or amount is only known as a total. */
function narrowedNeed(need: Need, cell: string): Need | null {
	const [serviceId, siteId] = cell.split("/");
	const service = need.services.find((one) => one.id === serviceId);
	const site = need.sites?.find((one) => one.id === siteId);
	if (!service || !site || service.quantity || service.amountEur) return null;
	const { keepTogether: _together, keepApart: _apart, cells, ...rest } = need;
	const own = cells?.find((one) => one.service === serviceId && one.site === siteId);
	return { ...rest, services: [service], sites: [site], ...(own ? { cells: [own] } : {}) };
}

/** What the sentences about suppliers need. */
export async function supplierWords({
	need,
	services,
}: Pick<ListRequest, "need" | "services">): Promise<SupplierWords> {
	const { reference, db } = services;
	const labels = await listSourceLabels(db);
	const places = placesOf(need, services);
	const sentence = sentenceWords(reference);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	const segments = new Map(
		need.services.map(({ id, segment }) => [id, reference.taxonomy.get(segment)?.label ?? segment]),
	);
	return {
		words: { ...sentence, place: (code) => names.get(code) ?? sentence.place(code) },
		places: reference.places,
		sourceLabel: (id) => labels.get(id) ?? id,
		siteOf(cell) {
			const [service = "", site = ""] = cell.split("/");
			return [
				need.services.length > 1 ? segments.get(service) : undefined,
				places.length > 1 ? names.get(site) : undefined,
			]
				.filter(Boolean)
				.join(", ");
		},
	};
}

function headingOf({ query, need, services }: ListRequest, { total }: Found): string {
	if (query.cell) {
		const [service = "", site = ""] = query.cell.split("/");
		const place = placesOf(need, services).find((one) => one.id === site)?.name ?? site;
		const segment = need.services.find((one) => one.id === service)?.segment ?? "";
		const trade = services.reference.taxonomy.get(segment)?.label ?? segment;
		const where = need.services.length > 1 ? `${trade}, ${place}` : place;
		return total === 0
			? `${where} : personne en l’état`
			: `${where} : ${countOfWord(total, "structure")} en l’état`;
	}
	if (query.removedBy) {
		return `${countOfWord(total, "structure")} ${total > 1 ? "écartées" : "écartée"} ${REMOVED_BY[query.removedBy]}`;
	}
	return total === 0
		? "Aucune structure en théorie"
		: `${total > 1 ? `Les ${countOfWord(total, "structure")}` : "La seule structure"} en théorie`;
}

const SORT_NOTES: Record<AnswerQuery["sort"], string> = {
	draw: "tirées au sort une fois pour ce besoin : l’ordre ne dit rien de leur qualité",
	distance: "de la plus proche à la plus lointaine, à vol d’oiseau",
	name: "par ordre alphabétique",
};

function noteOf({ sort, removedBy }: AnswerQuery): string {
	const first = removedBy ? "" : "Les compatibles d’abord, puis celles à confirmer ; ";
	const text = `${first}${first === "" ? "Structures " : "dans chaque groupe, "}${SORT_NOTES[sort]}.`;
	return text;
}

function sortLinks(base: string, query: AnswerQuery): AnswerLink[] {
	const labels = { draw: "tirage", distance: "distance", name: "nom" } as const;
	return (["draw", "distance", "name"] as const).map((sort) => ({
		label: labels[sort],
		to: `${answerAddress(base, query, { sort })}#structures`,
		current: query.sort === sort,
	}));
}

function previousOf(base: string, query: AnswerQuery): string | null {
	const { page, cursor, rank } = query;
	if (page > 1) return `${answerAddress(base, query, { page: page - 1, cursor, rank })}#structures`;
	return cursor === null ? null : `${answerAddress(base, query, {})}#structures`;
}

function nextOf(
	base: string,
	query: AnswerQuery,
	lastPage: boolean,
	nextCursor: string | null,
	listed: number,
): string | null {
	const { page, cursor, rank } = query;
	if (!lastPage)
		return `${answerAddress(base, query, { page: page + 1, cursor, rank })}#structures`;
	if (nextCursor === null || listed === 0) return null;
	return `${answerAddress(base, query, { cursor: nextCursor, rank: rank + FETCHED })}#structures`;
}
