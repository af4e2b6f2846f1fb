import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import { countOfWord } from "#app/domain/french-format.ts";
import type { MatchedSupplier } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import type { Question } from "#app/domain/relax/questions.ts";
import type { Scope } from "#app/domain/vocabulary.ts";
import type { Services } from "#app/services.server.ts";
import { openDraft } from "../../need/server/draft-access.server.ts";
import { needNames } from "../../need/server/need-names.server.ts";
import type { QuestionsView, QuestionView } from "../types.ts";
import { relaxedFor } from "./panel-view.server.ts";
import { answerFor, scopeOf } from "./variant.server.ts";

interface Asking {
	readonly id: string;
	readonly need: Need;
	readonly scope: Scope;
	readonly questions: readonly Question[];
	readonly minCompetition: number;
	readonly known: ReadonlyMap<string, Pick<MatchedSupplier, "name" | "siret">>;
	/** What a question is about, when the need has several services. */
	serviceOf(question: Question): string;
}

/** The questions to put to the suppliers that remain, those that would settle the competition first. */
export async function questionsView(args: LoaderFunctionArgs): Promise<QuestionsView> {
	const asking = await openQuestions(args);
	const { questions, known } = asking;
	const people = new Set(questions.flatMap(({ suppliers }) => suppliers));
	const views = questions.map(
		(question): QuestionView => ({
			question: question.question,
			sentence: question.sentence,
			service: asking.serviceOf(question),
			suppliers: question.suppliers.map((id) => ({ id, name: known.get(id)?.name ?? id })),
			settles: question.settles,
		}),
	);
	return {
		id: asking.id,
		title: asking.need.title ?? "Votre besoin",
		scope: asking.scope,
		people: people.size,
		minCompetition: asking.minCompetition,
		questions: views,
		text: textOf(views, asking.need.title ?? null),
	};
}

/** One row for each question and structure it is for. */
export async function questionRows(args: LoaderFunctionArgs): Promise<string[][]> {
	const asking = await openQuestions(args);
	const rows = asking.questions.flatMap((question, at) =>
		question.suppliers.map((id) => [
			String(at + 1),
			question.question,
			asking.serviceOf(question),
			question.settles ? "oui" : "non",
			asking.known.get(id)?.name ?? id,
			asking.known.get(id)?.siret ?? "",
			"",
		]),
	);
	return [
		["N°", "Question", "Prestation", "Suffit à trancher", "Structure", "SIRET", "Réponse"],
		...rows,
	];
}

async function openQuestions(args: LoaderFunctionArgs): Promise<Asking> {
	const { services } = args.context;
	const { need, draft } = await openDraft(args);
	if (need === null) throw redirect(`/besoins/${draft.id}/decrire/relecture`);
	const scope = scopeOf(new URL(args.request.url).searchParams);
	const [answer, relaxed] = await Promise.all([
		answerFor(need, scope, services),
		relaxedFor(need, scope, services),
	]);
	const { questions, minCompetition, suppliers } = relaxed;
	return {
		id: draft.id,
		need,
		scope,
		questions,
		minCompetition,
		known: new Map([...suppliers, ...answer.suppliers].map((one) => [one.id, one])),
		serviceOf: serviceNames(need, services),
	};
}

function serviceNames(need: Need, services: Services): Asking["serviceOf"] {
	if (need.services.length < 2) return () => "";
	const names = needNames(services, need.on ?? todayInParis());
	const labels = new Map(need.services.map(({ id, segment }) => [id, names.segment(segment)]));
	return ({ service }) => (service === null ? "" : (labels.get(service) ?? service));
}

/** The same words for everybody, ready to be sent. */
function textOf(questions: readonly QuestionView[], title: string | null): string {
	const about = title === null ? "un besoin" : `un besoin (${title})`;
	return [
		"Bonjour,",
		"",
		`Nous préparons ${about} et souhaitons savoir ce que vous pouvez proposer. Ce n’est pas encore une consultation\u202f: les mêmes ${countOfWord(questions.length, "question")} sont posées à chaque structure.`,
		"",
		...questions.map(
			({ question, service }, at) =>
				`${at + 1}. ${service === "" ? "" : `${service} – `}${question}`,
		),
		"",
		"Merci d’avance de vos réponses.",
	].join("\n");
}
