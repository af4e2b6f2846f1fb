import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { countOfWord, formatNumber } from "#app/domain/french-format.ts";
import { EmptyState, PageHeader } from "../ui/blocks.tsx";
import { Button, DownloadButton, LinkButton } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { TextArea } from "../ui/inputs.tsx";
import type { QuestionsView, QuestionView } from "./types.ts";
import { variantAddress } from "./variant-address.ts";

/** What to ask, to whom: the fewest questions that could settle the competition first. */
export function QuestionsPage({ view }: { view: QuestionsView }) {
	const settling = view.questions.filter(({ settles }) => settles);
	const others = view.questions.filter(({ settles }) => !settles);
	const whole = view.scope === "whole" ? "?portee=tout" : "";
	return (
		<div className="page page--narrow stack">
			<PageHeader
				crumbs={[
					{ label: "Vos besoins", to: "/besoins" },
					{ label: view.title, to: `/besoins/${view.id}${whole}` },
				]}
				title={titleOf(view, settling.length)}
				lead={leadOf(view, settling.length)}
			/>
			{view.questions.length === 0 ? (
				<EmptyState
					title="Rien à demander pour l’instant"
					actions={
						<LinkButton to={variantAddress({ ...view, against: [] }, [])}>
							Essayer autrement
						</LinkButton>
					}
				>
					<p>
						Ou bien personne ne reste en l’état, ou bien tout est connu de celles qui restent.
						Changer une condition peut faire revenir des structures, et des questions.
					</p>
				</EmptyState>
			) : (
				<>
					<QuestionGroup
						id="trancher"
						title={
							settling.length === 1
								? "La question qui peut trancher"
								: "Les questions qui peuvent trancher"
						}
						questions={settling}
					/>
					<QuestionGroup
						id="autres"
						title={settling.length === 0 ? "Les questions" : "Les autres questions"}
						questions={others}
					/>
					<Letter view={view} query={whole} />
				</>
			)}
		</div>
	);
}

function titleOf({ questions, people }: QuestionsView, settling: number): string {
	if (questions.length === 0) return "Aucune question à poser";
	if (settling === 0) {
		return `${countOfWord(questions.length, "question")} à poser à ${countOfWord(people, "structure")}`;
	}
	return settling === 1
		? "Une question peut dire si la concurrence sera là"
		: `${formatNumber(settling)} questions peuvent dire si la concurrence sera là`;
}

function leadOf(
	{ minCompetition, questions }: QuestionsView,
	settling: number,
): string | undefined {
	if (questions.length === 0) return undefined;
	if (settling === 0) return "Posez les mêmes à toutes, dans les mêmes mots.";
	return `De bonnes réponses suffiraient à rendre compatibles ${countOfWord(minCompetition, "opérateur indépendant", "opérateurs indépendants")}. Posez les mêmes à toutes, dans les mêmes mots.`;
}

function QuestionGroup({
	id,
	title,
	questions,
}: {
	id: string;
	title: string;
	questions: readonly QuestionView[];
}) {
	if (questions.length === 0) return null;
	return (
		<section className="stack stack--snug" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<ol className="plain-list" role="list">
				{questions.map((question) => (
					<li key={`${question.service} ${question.question}`} className="proposal">
						<p className="proposal__sentence">
							{question.service === "" ? "" : `${question.service} : `}
							{question.question}
						</p>
						<p>{question.sentence}.</p>
						<Details
							summary="À qui la poser"
							meta={countOfWord(question.suppliers.length, "structure")}
						>
							<ul className="link-list" role="list">
								{question.suppliers.map(({ id: supplier, name }) => (
									<li key={supplier}>
										<Link to={`/fournisseurs/${supplier}`}>{name}</Link>
									</li>
								))}
							</ul>
						</Details>
					</li>
				))}
			</ol>
		</section>
	);
}

/** The questions as a letter to copy, and as a table to fill. */
function Letter({ view, query }: { view: QuestionsView; query: string }) {
	return (
		<section className="stack stack--snug" aria-labelledby="envoyer">
			<h2 id="envoyer">Les envoyer</h2>
			<TextArea
				name="lettre"
				label="Le message, le même pour toutes"
				defaultValue={view.text}
				rows={Math.min(18, view.questions.length + 8)}
				readOnly
			/>
			<div className="cluster">
				<CopyButton text={view.text} />
				<DownloadButton href={`/besoins/${view.id}/questions.csv${query}`}>
					Le tableau des questions, structure par structure (CSV)
				</DownloadButton>
			</div>
		</section>
	);
}

/** Without script, the text is selected by hand: the button is not there. */
function CopyButton({ text }: { text: string }) {
	const [state, setState] = useState<"off" | "ready" | "done" | "refused">("off");
	useEffect(() => setState("ready"), []);
	if (state === "off") return null;
	return (
		<>
			<Button
				type="button"
				onClick={() => {
					navigator.clipboard
						.writeText(text)
						.then(() => setState("done"))
						.catch(() => setState("refused"));
				}}
			>
				Copier le message
			</Button>
			<span role="status">
				{state === "done" ? "Copié." : null}
				{state === "refused"
					? "Le navigateur n’a pas permis la copie : sélectionnez le texte."
					: null}
			</span>
		</>
	);
}
