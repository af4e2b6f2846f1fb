import { todayInParis } from "#app/clock.server.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import { askedWords, type NeedNames } from "#app/domain/need-form/asked-words.ts";
import { changeSentence } from "#app/domain/relax/change-words.ts";
import { RESERVATIONS, type Scope } from "#app/domain/vocabulary.ts";
import type { Control } from "#app/domain/what-if/controls.ts";
import type { Edit } from "#app/domain/what-if/edits.ts";
import { type Standing, standingOf } from "#app/domain/what-if/standing.ts";
import { toResponse } from "#app/http-errors.ts";
import type { VersionedRelaxAnswer } from "#app/matcher/port.ts";
import type { Services } from "#app/services.server.ts";
import type { NameTable } from "../names.ts";
import type { DetailView, WhatIfView } from "../types.ts";
import { changeNames } from "./change-names.server.ts";
import { marksOf, supplierNames } from "./marks.server.ts";
import { answerFor, type Variant } from "./variant.server.ts";

export interface PanelRequest {
	readonly variant: Variant;
	readonly services: Services;
	/** Of the need as it stands. */
	readonly answer: MatchAnswer;
	/** Of the need with what is tried. */
	readonly relaxed: VersionedRelaxAnswer;
	/** With what is tried; as the need stands when absent. */
	readonly tried?: Standing;
	readonly sentences?: readonly string[];
	readonly against?: readonly Edit[];
}

/** What would bring suppliers back. @throws {Response} for a need that cannot be matched */
export function relaxedFor(
	need: Need,
	scope: Scope,
	{ matcher }: Services,
): Promise<VersionedRelaxAnswer> {
	return matcher.relax(need, { scope, today: todayInParis() }).catch((error: unknown) => {
		throw toResponse(error);
	});
}

/** Who is there with what is tried, and the marks from there. @throws {Response} for a need that cannot be matched */
export async function detailOf(
	variant: Variant,
	scope: Scope,
	services: Services,
): Promise<DetailView> {
	const [answer, relaxed] = await Promise.all([
		answerFor(variant.edited, scope, services),
		relaxedFor(variant.edited, scope, services),
	]);
	return { standing: standingOf(answer), marks: marksOf(variant, relaxed) };
}

/** The panel of a need: its controls with what each would bring, and the best changes. */
export function panelView(request: PanelRequest): WhatIfView {
	const { variant, services, answer, relaxed, against = [] } = request;
	const { need, open, log } = variant;
	const names = changeNames(services, need);
	const base = standingOf(answer);
	const standing = request.tried ?? base;
	const named = supplierNames(relaxed);
	return {
		id: open.draft.id,
		revision: open.draft.revision,
		title: need.title ?? names.segment(need.services[0]?.segment ?? ""),
		services:
			need.services.length < 2
				? []
				: need.services.map(({ id, segment }) => ({ id, label: names.segment(segment) })),
		scope: base.scope,
		against,
		base,
		log,
		attempt: { figures: standing, sentences: request.sentences ?? [] },
		detail: { standing, marks: marksOf(variant, relaxed) },
		controls: variant.controls.map((control) => ({
			...control,
			spread: spreadWords(control, need, names),
			removes: answer.waterfall.find(({ check }) => check === control.check)?.removed ?? 0,
		})),
		names: nameTable(need, names),
		proposals: relaxed.relaxations.map(({ changes, gained, lost, ...proposal }) => ({
			nature: proposal.nature,
			edits: changes,
			sentence: changeSentence(need, changes, "to", names),
			instead: changeSentence(need, changes, "from", names),
			gained: named(gained),
			lost: named(lost),
			confirmed: proposal.confirmed,
			possible: proposal.possible,
			organisations: proposal.organisations,
		})),
		rewrites: relaxed.rewrites.map(({ changes, gained, lost, ...rewrite }) => ({
			nature: rewrite.nature,
			edits: changes,
			before: rewrite.before,
			after: rewrite.after,
			effect: rewrite.effect,
			gained: named(gained),
			lost: named(lost),
		})),
		questions: relaxed.questions.map(({ sentence }) => sentence),
	};
}

/** What cells of one service ask differently: « 5 jours (6 sites), 3 jours (2 sites) »; empty when they all ask the same. */
function spreadWords({ check, service }: Control, need: Need, names: NeedNames): string {
	if (check === "consortia" || service === null) return "";
	const cells = need.cells?.filter((cell) => cell.service === service);
	const services = need.services.filter(({ id }) => id === service);
	const words = askedWords({ ...need, services, cells }, check, names);
	return /\(\d|\bcas\b/.test(words) ? words : "";
}

/** Only what the page speaks of. */
function nameTable(need: Need, names: NeedNames): NameTable {
	const criteria = [...need.services, ...(need.cells ?? [])].flatMap((asked) => [
		...(asked.certificates ?? []),
		...(asked.capabilities ?? []),
	]);
	return {
		criteria: Object.fromEntries(criteria.map((code) => [code, names.criterion(code)])),
		articles: Object.fromEntries(RESERVATIONS.map((code) => [code, names.article(code)])),
	};
}
