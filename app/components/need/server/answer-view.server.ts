import { todayInParis } from "#app/clock.server.ts";
import { countOfWord, formatDate } from "#app/domain/french-format.ts";
import { CHECK_LABELS } from "#app/domain/french-labels.ts";
import {
	competitionOf,
	competitionSentence,
	headlineOf,
	reachSentence,
} from "#app/domain/headline.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import { funnelOf, quietSentence } from "#app/domain/need-answer/funnel.ts";
import { CONDITION_NAMES } from "#app/domain/need-answer/removed-words.ts";
import { unknownCounts, unknownSentence } from "#app/domain/need-answer/unknowns.ts";
import {
	askedWords,
	effectiveRequirements,
	type NeedNames,
	placeWords,
} from "#app/domain/need-form/asked-words.ts";
import { isZoneCode } from "#app/domain/need-form/places.ts";
import { stepOfCheck } from "#app/domain/need-form/steps.ts";
import { CHECK_IDS, type CheckId, type Scope } from "#app/domain/vocabulary.ts";
import { isAppError, toResponse } from "#app/http-errors.ts";
import type { Services } from "#app/services.server.ts";
import { groupsView } from "../../consortia/server/groups-view.server.ts";
import { panelView, relaxedFor } from "../../what-if/server/panel-view.server.ts";
import { untouched } from "../../what-if/server/variant.server.ts";
import type { AnswerView, FunnelLine } from "../answer-types.ts";
import { answerMap } from "./answer-map.server.ts";
import { type AnswerQuery, answerAddress, readAnswerQuery } from "./answer-query.server.ts";
import type { OpenDraft } from "./draft-access.server.ts";
import { cellIds, groupNames, matrixOf } from "./matrix-view.server.ts";
import { needNames } from "./need-names.server.ts";
import { supplierList } from "./supplier-list.server.ts";

export interface AnswerRequest {
	readonly need: Need;
	readonly services: Services;
	readonly url: URL;
	/** The session's own need, that it may change; null for a shared one. */
	readonly open: OpenDraft | null;
	readonly sharedUntil: string | null;
}

/** How many suppliers a match describes at once. */
export const FETCHED = 100;

/** The answer to a need, as its page shows it. */
export async function answerView(request: AnswerRequest): Promise<AnswerView> {
	const { need, services, url, open } = request;
	const id = open?.draft.id ?? null;
	const today = todayInParis();
	const query = readQuery(need, url);
	const base = url.pathname.replace(/\/$/, "");
	const names = needNames(services, need.on ?? today);
	const match = matcherOf(services, need, today);
	const other: Scope = query.scope === "any" ? "whole" : "any";
	const [answer, otherAnswer, relaxed] = await Promise.all([
		match({ scope: query.scope, pageSize: FETCHED, detail: query.cell ? "cells" : null }),
		match({ scope: other, pageSize: 1, consortia: false }),
		open === null ? null : relaxedFor(need, query.scope, services),
	]);
	const cellCount = effectiveRequirements(need).length;
	const list = await supplierList({ ...request, base, query, answer, match, today });
	return {
		title: need.title ?? names.segment(need.services[0]?.segment ?? ""),
		subtitle: subtitleOf(need, names, services),
		id,
		sharedUntil: request.sharedUntil,
		headline: headlineOf(answer),
		reach: reachSentence(answer, cellCount, need.services.length > 1 ? "demande" : "site"),
		competition: {
			text: competitionSentence(answer),
			reached: competitionOf(answer) === "reached",
		},
		scopes: cellCount < 2 ? [] : scopeLinks(base, query, answer, otherAnswer),
		funnel: funnelView(request, answer, { base, query, names }),
		combinations: answer.combinations.slice(0, 6).map(({ checks, organisations }) => ({
			names: checks.map((check) => CONDITION_NAMES[check]).join(" + "),
			organisations,
		})),
		minCompetition: answer.minCompetition,
		unknowns: unknownCounts(answer.suppliers).map(unknownSentence),
		unknownsPartial: answer.real > FETCHED,
		matrix: answer.cells ? matrixOf(need, answer.cells, { base, query, services, names }) : null,
		list: list.view,
		groups: groupsView(need, answer, groupNames(need, names, services), id),
		map: answerMap(need, list.shown, services),
		anyStale: list.shown.some((supplier) => supplier.stale),
		today,
		versions: answer.versions,
		asks: asksOf(need, names, id),
		change: open?.draft.former?.sentence ?? null,
		whatIf:
			open === null || relaxed === null
				? null
				: panelView({ variant: untouched(open, need), services, answer, relaxed }),
	};
}

/** @throws {Response} 400 for a value of the address that is not possible */
function readQuery(need: Need, url: URL): AnswerQuery {
	try {
		return readAnswerQuery(url.searchParams, cellIds(need));
	} catch (error) {
		throw toResponse(error);
	}
}

export type BoundMatch = ReturnType<typeof matcherOf>;

function matcherOf({ matcher }: Services, need: Need, today: string) {
	return (options: Omit<Parameters<typeof matcher.match>[1], "today">) =>
		matcher.match(need, { viewer: "anonymous", ...options, today }).catch((error: unknown) => {
			throw isAppError(error) ? toResponse(error) : error;
		});
}

function subtitleOf(need: Need, names: NeedNames, { reference }: Services): string {
	const zoneName = (zone: string) =>
		isZoneCode(zone) ? (reference.places.zone(zone)?.name ?? null) : null;
	const communes = (need.sites ?? []).flatMap(({ commune }) =>
		commune ? (reference.places.commune(commune)?.departement ?? []) : [],
	);
	const departements = [...new Set(communes)];
	const where = departements.map((code) => zoneName(`departement:${code}`) ?? code);
	return [
		need.services.length > 1
			? countOfWord(need.services.length, "prestation")
			: askedWords(need, "segment", names),
		placeWords(need, zoneName),
		where.length > 0 && where.length <= 3 ? where.join(", ") : "",
	]
		.filter(Boolean)
		.join(" · ");
}

function scopeLinks(
	base: string,
	query: AnswerQuery,
	answer: MatchAnswer,
	other: MatchAnswer,
): AnswerView["scopes"] {
	return (["any", "whole"] as const).map((scope) => ({
		label: SCOPE_WORDS[scope],
		to: answerAddress(base, query, { scope, cell: null, removedBy: null }),
		current: query.scope === scope,
		count: (answer.scope === scope ? answer : other).real,
	}));
}

const SCOPE_WORDS: Record<Scope, string> = {
	any: "Qui peut en prendre une partie",
	whole: "Qui peut tout prendre",
};

function funnelView(
	{ need, open }: AnswerRequest,
	answer: MatchAnswer,
	{ base, query, names }: { base: string; query: AnswerQuery; names: NeedNames },
): AnswerView["funnel"] {
	const funnel = funnelOf(answer.waterfall);
	const lines: FunnelLine[] = funnel.rows.map((row) => ({
		...row,
		label: CHECK_LABELS[row.check],
		asked:
			row.check === "segment" && need.services.length > 1
				? countOfWord(need.services.length, "prestation")
				: askedWords(need, row.check, names),
		to:
			row.removed > 0
				? `${answerAddress(base, query, { removedBy: row.check, cell: null })}#structures`
				: null,
		current: query.removedBy === row.check,
		edit: editOf(open?.draft.id ?? null, row.check),
	}));
	return {
		lines,
		widest: funnel.widest,
		quiet: quietSentence(funnel, (check) => CHECK_LABELS[check]),
	};
}

function editOf(id: string | null, check: CheckId): string | null {
	return id === null ? null : `/besoins/${id}/decrire/${stepOfCheck(check)}`;
}

function asksOf(need: Need, names: NeedNames, id: string | null): AnswerView["asks"] {
	const said = CHECK_IDS.filter((check) => check !== "availability").map((check) => ({
		label: CHECK_LABELS[check],
		text: askedWords(need, check, names),
		to: editOf(id, check),
	}));
	const lasts = need.durationMonths ? countOfWord(need.durationMonths, "mois", "mois") : "";
	return [
		...said,
		{ label: "Durée", text: lasts, to: editOf(id, "leadTime") },
		{ label: "Date d’évaluation", text: need.on ? formatDate(need.on) : "", to: null },
	].filter((line) => line.text !== "");
}
