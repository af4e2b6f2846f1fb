import type { LoaderFunctionArgs } from "@remix-run/node";
import { CHECK_LABELS } from "#app/domain/french-labels.ts";
import { competitionSentence, headlineOf } from "#app/domain/headline.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import { funnelOf } from "#app/domain/need-answer/funnel.ts";
import { askedWords, type NeedNames } from "#app/domain/need-form/asked-words.ts";
import { CHECK_IDS } from "#app/domain/vocabulary.ts";
import { sameEdits } from "#app/domain/what-if/edits.ts";
import { standingOf } from "#app/domain/what-if/standing.ts";
import type { ComparedLine, ComparedStep, CompareView, SideView } from "../types.ts";
import { sentencesOf } from "./attempt.server.ts";
import { changeNames } from "./change-names.server.ts";
import { panelView, relaxedFor } from "./panel-view.server.ts";
import { answerFor, openVariant, otherSideOf, scopeOf } from "./variant.server.ts";

/** Two variants of a need side by side: the need as it stands, or what the address names, and what is tried. */
export async function compareView(args: LoaderFunctionArgs): Promise<CompareView> {
	const { searchParams } = new URL(args.request.url);
	const { services } = args.context;
	const scope = scopeOf(searchParams);
	const variant = await openVariant(args, searchParams);
	const { need, edits, edited } = variant;
	const other = otherSideOf(need, searchParams);
	const [answer, left, right, relaxed] = await Promise.all([
		answerFor(need, scope, services),
		answerFor(other.edited, scope, services),
		answerFor(edited, scope, services),
		relaxedFor(edited, scope, services),
	]);
	const names = changeNames(services, need);
	const lines = conditionLines(other.edited, edited, names);
	const conditions = lines.filter((line) => line.left !== line.right);
	const steps = stepLines(left, right);
	return {
		panel: panelView({
			variant,
			services,
			answer,
			relaxed,
			tried: standingOf(right),
			sentences: sentencesOf(variant, services),
			against: other.edits,
		}),
		title: need.title ?? names.segment(need.services[0]?.segment ?? ""),
		sides: sameEdits(other.edits, edits)
			? null
			: [
					sideOf(other.edits.length === 0 ? OWN : FIRST, left),
					sideOf(other.edits.length === 0 ? TRIED : SECOND, right),
				],
		conditions,
		same: lines.length - conditions.length,
		steps,
		widest: Math.max(...steps.map((step) => Math.max(step.left ?? 0, step.right ?? 0)), 1),
	};
}

const OWN = ["Votre besoin", "dans votre besoin"] as const;
const TRIED = ["La variante", "dans la variante"] as const;
const FIRST = ["La première variante", "dans la première variante"] as const;
const SECOND = ["La seconde variante", "dans la seconde variante"] as const;

function sideOf([name, inside]: readonly [string, string], answer: MatchAnswer): SideView {
	return {
		name,
		inside,
		headline: headlineOf(answer),
		competition: competitionSentence(answer),
		standing: standingOf(answer),
	};
}

/** Every condition that one side or the other asks. */
function conditionLines(left: Need, right: Need, names: NeedNames): ComparedLine[] {
	const lines = CHECK_IDS.filter((check) => check !== "availability").map((check) => ({
		label: CHECK_LABELS[check],
		left: askedWords(left, check, names),
		right: askedWords(right, check, names),
	}));
	const together = (need: Need) => (need.consortiaAllowed ? "permis" : "non prévus");
	return [
		...lines.filter((line) => line.left !== "" || line.right !== ""),
		{ label: "Groupements", left: together(left), right: together(right) },
	];
}

/** The checks that remove somebody on one side or the other, with how many remain on each. */
function stepLines(left: MatchAnswer, right: MatchAnswer): ComparedStep[] {
	const shown = new Set(
		[left, right].flatMap(({ waterfall }) => funnelOf(waterfall).rows.map(({ check }) => check)),
	);
	const remaining = ({ waterfall }: MatchAnswer, check: string) =>
		waterfall.find((step) => step.check === check)?.remaining ?? null;
	return CHECK_IDS.filter((check) => shown.has(check)).map((check) => ({
		label: CHECK_LABELS[check],
		left: remaining(left, check),
		right: remaining(right, check),
	}));
}
