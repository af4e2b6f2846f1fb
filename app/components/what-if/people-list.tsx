import { Link } from "@remix-run/react";
import { countOfWord } from "#app/domain/french-format.ts";
import { VERDICT_LABELS } from "#app/domain/french-labels.ts";
import type { Person } from "#app/domain/what-if/standing.ts";
import { Details } from "../ui/details.tsx";
import { VerdictMark } from "../ui/marks.tsx";

const FIRST = 8;

/** Structures by name, with their verdict; the first ones, then the rest unfolds. */
export function PeopleList({ people }: { people: readonly Person[] }) {
	const others = people.slice(FIRST);
	return (
		<>
			<ul className="people" role="list">
				{people.slice(0, FIRST).map((person) => (
					<PersonLine key={person.id} person={person} />
				))}
			</ul>
			{others.length === 0 ? null : (
				<Details summary={`Et ${countOfWord(others.length, "autre")}`}>
					<ul className="people" role="list">
						{others.map((person) => (
							<PersonLine key={person.id} person={person} />
						))}
					</ul>
				</Details>
			)}
		</>
	);
}

function PersonLine({ person: { id, name, verdict } }: { person: Person }) {
	const confirmed = verdict === "confirmed";
	return (
		<li>
			<Link to={`/fournisseurs/${id}`} className="target">
				{name}
			</Link>
			<VerdictMark shape={confirmed ? "full" : "half"} tone={confirmed ? "leaf" : "amber"}>
				{VERDICT_LABELS[verdict]}
			</VerdictMark>
		</li>
	);
}
