import { Link } from "@remix-run/react";
import { countOfWord } from "#app/domain/french-format.ts";
import { MapFigure } from "../map/map-figure.tsx";
import { KindGlossary } from "../supplier/kinds.tsx";
import { EmptyState } from "../ui/blocks.tsx";
import { Details } from "../ui/details.tsx";
import { Pager, SortLinks } from "../ui/navigation.tsx";
import type { AnswerView, SupplierView } from "./answer-types.ts";
import { MatchCard } from "./match-card.tsx";

/** The list, and the map of the same suppliers beside it. Who could do it is in sight; the others unfold, unless there are only them. */
export function AnswerList({ view }: { view: AnswerView }) {
	const { list, map, today } = view;
	const able = list.suppliers.filter(({ verdict }) => verdict !== "excluded");
	const whole = list.previous === null && list.next === null;
	const excluded = list.suppliers.filter(({ verdict }) => verdict === "excluded");
	return (
		<section
			className="stack stack--snug"
			id="structures"
			aria-labelledby="structures-titre"
			tabIndex={-1}
		>
			<div className="cluster cluster--between">
				<h2 id="structures-titre">{list.heading}</h2>
				{list.clear === null ? null : (
					<Link to={list.clear} className="target no-print" preventScrollReset>
						Revenir à toute la liste
					</Link>
				)}
			</div>
			{list.suppliers.length === 0 ? (
				<Nobody view={view} />
			) : (
				<>
					{list.suppliers.length > 1 ? <p className="muted">{list.note}</p> : null}
					{list.suppliers.length > 1 ? <SortLinks links={list.sorts} /> : null}
					<KindGlossary codes={list.kinds} />
				</>
			)}
			<div className="answer__list">
				<div className="stack stack--snug">
					<Cards suppliers={able} today={today} />
					{able.length === 0 || excluded.length === 0 ? (
						<Cards suppliers={excluded} today={today} />
					) : (
						<Details
							summary={
								excluded.length > 1
									? "Celles qui ne correspondent pas, en l’état"
									: "Celle qui ne correspond pas, en l’état"
							}
							meta={whole ? countOfWord(excluded.length, "structure") : undefined}
						>
							<Cards suppliers={excluded} today={today} />
						</Details>
					)}
					<Pager previous={list.previous} next={list.next} label="Suite des structures" />
					{list.nearMisses.length === 0 ? null : (
						<div className="no-print">
							<Details
								summary="Tout près : seule leur zone d’intervention les écarte"
								meta={countOfWord(list.nearMisses.length, "structure")}
							>
								<Cards suppliers={list.nearMisses} today={today} />
							</Details>
						</div>
					)}
				</div>
				{map === null ? null : (
					<div className="split__sticky">
						<MapFigure
							scene={map}
							label="Vos sites en carrés, et les structures de cette liste selon leur réponse"
							note="Distances à vol d’oiseau."
							eager
						/>
					</div>
				)}
			</div>
		</section>
	);
}

function Cards({ suppliers, today }: { suppliers: readonly SupplierView[]; today: string }) {
	if (suppliers.length === 0) return null;
	return (
		<ol className="plain-list stack stack--snug" role="list">
			{suppliers.map((supplier) => (
				<li key={supplier.id}>
					<MatchCard supplier={supplier} today={today} />
				</li>
			))}
		</ol>
	);
}

function Nobody({ view }: { view: AnswerView }) {
	const { list } = view;
	if (list.clear !== null) return <p>Revenez à toute la liste, ou choisissez une autre case.</p>;
	return (
		<EmptyState title="Personne n’est recensé ici pour ce métier" level={3}>
			<p>
				Cela ne veut pas dire que personne n’existe : la base ne connaît que les structures
				recensées. Essayez un métier voisin, un territoire plus large, ou interrogez la CRESS de
				votre région.
			</p>
		</EmptyState>
	);
}
