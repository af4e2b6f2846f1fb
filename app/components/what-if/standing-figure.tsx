import { countOfWord } from "#app/domain/french-format.ts";
import {
	comeAndGo,
	type Figures,
	groupsSentence,
	type Person,
	type Standing,
	standingSentence,
} from "#app/domain/what-if/standing.ts";
import { NameList } from "./name-list.tsx";

/** How many marks stand on the line before they would say less than their number. */
const MOST_MARKS = 30;

/** Where a need stands: the sentence, and one mark for each structure, with the places still empty. */
export function StandingFigure({ figures }: { figures: Figures }) {
	return (
		<div className="standing">
			<StandingMarks figures={figures} />
			<p className="standing__sentence">{capital(standingSentence(figures))}.</p>
		</div>
	);
}

/** One mark for each structure, and for each place still empty. */
export function StandingMarks({
	figures: { confirmed, possible, organisations, minCompetition },
}: {
	figures: Figures;
}) {
	const empty = Math.max(0, minCompetition - organisations);
	const count = confirmed + possible + empty;
	if (count === 0 || count > MOST_MARKS) return null;
	const kinds = [
		...Array.from({ length: confirmed }, () => "full"),
		...Array.from({ length: possible }, () => "half"),
		...Array.from({ length: empty }, () => "empty"),
	];
	return (
		<svg
			className="standing__marks"
			viewBox={`0 0 ${kinds.length * 20} 20`}
			width={kinds.length * 20}
			height="20"
			aria-hidden="true"
			focusable="false"
		>
			{kinds.map((kind, at) => (
				<g
					// A mark is its place in the line.
					key={`${kind}${at.toString()}`}
					className={`standing__mark standing__mark--${kind}`}
					transform={`translate(${at * 20 + 10} 10)`}
				>
					<circle r="7" />
					{kind === "half" ? <path d="M0 -7a7 7 0 0 0 0 14z" /> : null}
				</g>
			))}
		</svg>
	);
}

/** Who comes in and who goes out, by name; and the groups, when the need admits them. */
export function ComeAndGo({ before, after }: { before: Standing; after: Standing }) {
	const groups = groupsSentence(after);
	return (
		<>
			{groups === null ? null : <p>{groups}</p>}
			<Changes before={before} after={after} />
		</>
	);
}

function Changes({ before, after }: { before: Standing; after: Standing }) {
	const change = comeAndGo(before, after);
	if (change === null) {
		return before.real === after.real ? null : (
			<p>
				Les listes sont trop longues pour nommer qui entre et qui sort : précisez le besoin, ou
				comparez les nombres.
			</p>
		);
	}
	if (change.come.length + change.gone.length === 0) {
		return <p className="muted">Personne n’entre, personne ne sort.</p>;
	}
	return (
		<div className="stack stack--tight">
			<People people={change.come} one="structure entre" many="structures entrent" />
			<People people={change.gone} one="structure sort" many="structures sortent" />
		</div>
	);
}

function People({ people, one, many }: { people: readonly Person[]; one: string; many: string }) {
	if (people.length === 0) return null;
	return (
		<div>
			<strong>{countOfWord(people.length, one, many)}</strong>
			{" : "}
			<NameList names={people.map(({ name }) => name)} />
		</div>
	);
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
