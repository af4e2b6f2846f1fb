import { countOfWord, formatNumber } from "#app/domain/french-format.ts";
import { standingEdits } from "#app/domain/what-if/edits.ts";
import { comeAndGo, type Person } from "#app/domain/what-if/standing.ts";
import { PageHeader } from "../ui/blocks.tsx";
import { LinkButton } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { Bar } from "../ui/figures.tsx";
import { Table } from "../ui/table.tsx";
import { PeopleList } from "./people-list.tsx";
import { StandingMarks } from "./standing-figure.tsx";
import type { CompareView, SideView } from "./types.ts";
import { variantAddress } from "./variant-address.ts";
import { WhatIfPanel } from "./what-if-panel.tsx";

/** Two variants of a need, side by side. */
export function ComparePage({ view }: { view: CompareView }) {
	const { panel, sides } = view;
	return (
		<div className="page stack compare">
			<PageHeader
				crumbs={[
					{ label: "Vos besoins", to: "/besoins" },
					{ label: view.title, to: `/besoins/${panel.id}` },
				]}
				title={titleOf(view)}
				lead={
					sides === null
						? "Changez une condition : la variante se compare à votre besoin, qui ne bouge pas."
						: undefined
				}
			/>
			{sides === null ? null : <Sides view={view} sides={sides} />}
			<section className="stack" aria-labelledby="conditions">
				<h2 id="conditions">Les conditions à essayer</h2>
				<WhatIfPanel key={panel.revision} view={panel} follow />
			</section>
		</div>
	);
}

function titleOf({ sides }: CompareView): string {
	if (sides === null) return "Essayer une variante de votre besoin";
	const [left, right] = sides;
	const change = right.standing.organisations - left.standing.organisations;
	if (change === 0) return `${right.name} ne change pas le nombre d’opérateurs`;
	return `${right.name} ${change > 0 ? "gagne" : "perd"} ${countOfWord(Math.abs(change), "opérateur indépendant", "opérateurs indépendants")}`;
}

function Sides({ view, sides }: { view: CompareView; sides: readonly [SideView, SideView] }) {
	const [left, right] = sides;
	return (
		<>
			<div className="sides">
				<Side side={left} />
				<Side side={right} chosen />
			</div>
			<Conditions view={view} sides={sides} />
			<Funnels view={view} sides={sides} />
			<Who sides={sides} />
			<div className="cluster no-print">
				<LinkButton
					variant="secondary"
					to={variantAddress(
						{ ...view.panel, against: standingEdits(view.panel.log) },
						view.panel.log,
					)}
				>
					Garder cette variante à gauche, et en essayer une autre
				</LinkButton>
				{view.panel.against.length === 0 ? null : (
					<LinkButton
						variant="quiet"
						to={variantAddress({ ...view.panel, against: [] }, view.panel.log)}
					>
						Comparer de nouveau à votre besoin
					</LinkButton>
				)}
			</div>
		</>
	);
}

function Side({ side, chosen = false }: { side: SideView; chosen?: boolean }) {
	return (
		<section className={chosen ? "side side--chosen" : "side"} aria-label={side.name}>
			<h2>{side.name}</h2>
			<p className="side__headline">{side.headline}</p>
			<StandingMarks figures={side.standing} />
			<p className="muted">{side.competition}</p>
		</section>
	);
}

function Conditions({
	view,
	sides: [left, right],
}: {
	view: CompareView;
	sides: readonly [SideView, SideView];
}) {
	return (
		<section className="stack stack--tight" aria-labelledby="differences">
			<h2 id="differences">
				{view.conditions.length === 1
					? "Une condition change"
					: `${formatNumber(view.conditions.length)} conditions changent`}
			</h2>
			<Table
				caption="Conditions qui diffèrent"
				hideCaption
				rows={view.conditions}
				rowKey={(line) => line.label}
				columns={[
					{ key: "label", header: "Condition", rowHeader: true, cell: (line) => line.label },
					{ key: "left", header: left.name, cell: (line) => line.left || "non demandé" },
					{
						key: "right",
						header: right.name,
						cell: (line) => <mark className="changed">{line.right || "non demandé"}</mark>,
					},
				]}
			/>
			{view.same === 0 ? null : (
				<p className="muted">
					{countOfWord(
						view.same,
						"autre condition est la même",
						"autres conditions sont les mêmes",
					)}
					.
				</p>
			)}
		</section>
	);
}

function Funnels({
	view,
	sides: [left, right],
}: {
	view: CompareView;
	sides: readonly [SideView, SideView];
}) {
	const cell = (count: number | null) =>
		count === null ? (
			<span className="muted">non demandé</span>
		) : (
			<span className="compare__bar">
				<Bar value={count} max={view.widest} />
				<strong className="figures">{formatNumber(count)}</strong>
			</span>
		);
	return (
		<section className="stack stack--tight" aria-labelledby="entonnoirs">
			<h2 id="entonnoirs">Ce qui reste, condition après condition</h2>
			<Table
				caption="Structures qui restent après chaque condition, des deux côtés"
				hideCaption
				rows={view.steps}
				rowKey={(step) => step.label}
				columns={[
					{ key: "label", header: "Condition", rowHeader: true, cell: (step) => step.label },
					{ key: "left", header: left.name, cell: (step) => cell(step.left) },
					{ key: "right", header: right.name, cell: (step) => cell(step.right) },
				]}
			/>
		</section>
	);
}

function Who({ sides: [left, right] }: { sides: readonly [SideView, SideView] }) {
	const change = comeAndGo(left.standing, right.standing);
	if (change === null) {
		return <p>Les listes sont trop longues pour être comparées nom à nom : précisez le besoin.</p>;
	}
	const both = (right.standing.people ?? []).filter(
		({ id }) => !change.come.some((one) => one.id === id),
	);
	return (
		<section className="stack stack--tight" aria-labelledby="qui">
			<h2 id="qui">Qui est dans l’une et pas dans l’autre</h2>
			<div className="sides">
				<Group title={`Seulement ${left.inside}`} people={change.gone} />
				<Group title={`Seulement ${right.inside}`} people={change.come} />
			</div>
			{both.length === 0 ? null : (
				<Details summary="Dans les deux" meta={countOfWord(both.length, "structure")}>
					<PeopleList people={both} />
				</Details>
			)}
		</section>
	);
}

function Group({ title, people }: { title: string; people: readonly Person[] }) {
	return (
		<section className="side" aria-label={title}>
			<h3>
				{title} <span className="muted figures">({formatNumber(people.length)})</span>
			</h3>
			{people.length === 0 ? <p className="muted">Personne.</p> : <PeopleList people={people} />}
		</section>
	);
}
