import { Form, Link } from "@remix-run/react";
import { countOfWord } from "#app/domain/french-format.ts";
import { EmptyState, PageHeader } from "../ui/blocks.tsx";
import { Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup } from "../ui/choices.tsx";
import { Details } from "../ui/details.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Select, TextArea, TextInput } from "../ui/inputs.tsx";
import { ReadText } from "./read-text.tsx";
import type { PartRow, QuestionRow, ReadingView, ReadView } from "./server/read-view.server.ts";

export const READ_ADDRESS = "/besoins/lire";

/** The field that takes a sentence, wherever it stands. */
export function SentenceForm({
	text = "",
	error = null,
	again = false,
}: {
	text?: string;
	error?: string | null;
	/** A text was read already. */
	again?: boolean;
}) {
	return (
		<Form method="post" action={READ_ADDRESS} className="stack">
			<TextArea
				name="texte"
				label="Décrivez votre besoin en une phrase"
				hint="Par exemple : nettoyage de deux écoles à Vannes, 5 jours par semaine avant 8 h, 48 000 € HT par an. Un paragraphe collé convient aussi."
				defaultValue={text}
				key={text}
				error={error}
				rows={4}
			/>
			<div className="cluster">
				<Button variant="secondary">{again ? "Relire le texte" : "Lire cette phrase"}</Button>
			</div>
		</Form>
	);
}

/** What was understood of a sentence, to be put right before a need is made of it. */
export function ReadPage({ view }: { view: ReadView }) {
	const { reading, text, problem } = view;
	const isEmpty =
		reading === null || (reading.parts.length === 0 && reading.questions.length === 0);
	return (
		<div className="page page--narrow stack stack--loose">
			<PageHeader
				crumbs={[{ label: "Décrire un besoin", to: "/besoins/nouveau" }]}
				title={titleOf(reading)}
				lead="Rien n’est ajouté à ce que vous avez écrit. Décochez ce qui est faux, corrigez ce qui est à peu près juste."
			/>
			<ErrorSummary errors={problem === null ? [] : [{ fieldId: "texte", message: problem }]} />
			{reading === null ? null : isEmpty ? (
				<EmptyState title="Rien n’a été compris de ce texte">
					<ReadText pieces={reading.pieces} />
					<p>
						Dites ce que vous achetez et où, avec les mots de tous les jours, ou{" "}
						<Link to="/besoins/nouveau">choisissez un métier dans la liste</Link>.
					</p>
				</EmptyState>
			) : (
				<Understood key={text} text={text} reading={reading} />
			)}
			{reading === null || isEmpty ? (
				<SentenceForm text={text} error={problem} again={text !== ""} />
			) : (
				<Details summary="Modifier le texte">
					<SentenceForm text={text} again />
				</Details>
			)}
		</div>
	);
}

function titleOf(reading: ReadingView | null): string {
	if (reading === null) return "Décrire un besoin en une phrase";
	const [parts, open] = [reading.parts.length, reading.questions.length];
	const read =
		parts === 0 ? "Rien de sûr encore" : countOfWord(parts, "élément compris", "éléments compris");
	return open === 0
		? read
		: `${read}, ${countOfWord(open, "question à trancher", "questions à trancher")}`;
}

function Understood({ text, reading }: { text: string; reading: ReadingView }) {
	return (
		<>
			<section aria-labelledby="texte-lu" className="stack stack--snug">
				<h2 id="texte-lu">Votre texte</h2>
				<ReadText pieces={reading.pieces} />
				{reading.left.length === 0 ? null : (
					<p className="muted">
						Non compris, et laissé de côté{"\u202f"}:{" "}
						{reading.left.map((left) => `«\u202f${left}\u202f»`).join(", ")}. Vous pourrez l’ajouter
						dans le besoin.
					</p>
				)}
			</section>
			<Form method="post" action={READ_ADDRESS} className="stack stack--loose">
				<input type="hidden" name="texte" value={text} />
				{reading.questions.length === 0 ? null : (
					<section aria-labelledby="questions" className="stack">
						<h2 id="questions">À trancher</h2>
						{reading.questions.map((question) => (
							<Question key={question.rank} question={question} />
						))}
					</section>
				)}
				{reading.parts.length === 0 ? null : (
					<section aria-labelledby="compris" className="stack stack--snug">
						<h2 id="compris">Ce qui est compris</h2>
						<ul className="read-parts" role="list">
							{reading.parts.map((part) => (
								<Part key={part.path} part={part} families={reading.families} />
							))}
						</ul>
					</section>
				)}
				{reading.warnings.length === 0 ? null : (
					<section aria-labelledby="remarques" className="stack stack--snug">
						<h2 id="remarques">À vérifier</h2>
						<ul>
							{reading.warnings.map((warning) => (
								<li key={warning}>{warning}</li>
							))}
						</ul>
					</section>
				)}
				<div className="cluster">
					<Button name="continuer" value="1" size="large">
						Continuer avec ce besoin
					</Button>
					<p className="muted">Un brouillon visible de vous seul, que vous compléterez.</p>
				</div>
			</Form>
		</>
	);
}

function Question({ question }: { question: QuestionRow }) {
	const { rank, of, options, chosen, typedPath } = question;
	const text = of === null ? question.text : `${of}\u202f: ${question.text}`;
	if (typedPath !== null) {
		return (
			<TextInput
				name={`valeur:${typedPath}`}
				id={`question-${rank}`}
				label={text}
				width="short"
				suffix="€ HT par an"
				optional
			/>
		);
	}
	return (
		<RadioGroup
			name={`reponse:${rank}`}
			id={`question-${rank}`}
			legend={text}
			selected={chosen === null ? "" : String(chosen)}
			options={[
				...options.map((label, i) => ({ value: String(i), label })),
				{ value: "", label: "Je ne sais pas encore" },
			]}
		/>
	);
}

function Part({ part, families }: { part: PartRow; families: ReadingView["families"] }) {
	const { path, label, of, value, words, field, typed } = part;
	const isDate = path === "startsOn";
	const name = of === null ? label : `${label} (${of.toLowerCase()})`;
	const suffix = SUFFIXES[path.split(".").at(-1) ?? ""];
	const said = words.map((word) => `«\u202f${word}\u202f»`).join(", ");
	return (
		<li className="read-part">
			<Checkbox
				name="garder"
				value={path}
				label={<strong>{name}</strong>}
				hint={said}
				defaultChecked
			/>
			<div className="read-part__value">
				{field === null ? (
					<p>{value}</p>
				) : field === "segment" ? (
					<Select
						name={`valeur:${path}`}
						id={`valeur-${path}`}
						label={`Corriger : ${name}`}
						hideLabel
						defaultValue={typed}
						options={typed === "" ? [{ value: "", label: "Choisir un métier" }] : []}
						groups={families}
					/>
				) : (
					<TextInput
						name={`valeur:${path}`}
						id={`valeur-${path}`}
						label={`Corriger : ${name}`}
						hideLabel
						defaultValue={typed}
						type={isDate ? "date" : "text"}
						suffix={suffix}
						width={isDate ? "medium" : suffix === undefined ? "full" : "short"}
						autoComplete="off"
					/>
				)}
			</div>
		</li>
	);
}

const SUFFIXES: Readonly<Record<string, string>> = {
	daysPerWeek: "jours par semaine",
	visitHours: "heures",
	amountEur: "€ HT par an",
	maxEur: "€ HT",
	minOrderEur: "€ HT",
	durationMonths: "mois",
	renewals: "fois",
};
