import { Link } from "@remix-run/react";
import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { type Definition, DefinitionList } from "#app/components/ui/blocks.tsx";
import { Details } from "#app/components/ui/details.tsx";
import { Tag } from "#app/components/ui/marks.tsx";
import { countOfWord, joinAnd } from "#app/domain/french-format.ts";
import { commonSource, isSameSource, SourceNote } from "./source-note.tsx";
import type { OfferView, SourceWords } from "./supplier-view.ts";

/** One activity: where, when, under which conditions, who says so, and what is still to ask. */
export function OfferCard({ offer }: { offer: OfferView }) {
	const stated = [
		...(offer.area.text === null ? [] : [offer.area]),
		...offer.facts,
		...offer.conditions,
	];
	const common = commonSource(stated);
	const mention = (source: SourceWords | null) =>
		isSameSource(source, common) ? undefined : <SourceNote source={source} />;
	return (
		<article className="card offer" id={`offre-${offer.key}`}>
			<header className="stack stack--tight">
				<h3>
					<Link to={`/segments/${offer.segment}`}>{offer.label}</Link>
				</h3>
				<p className="muted">
					{offer.family === null ? null : <>{offer.family} — </>}
					{offer.confirmed}
				</p>
				{offer.inferred === null ? null : <Inferred because={offer.inferred.because} />}
				{offer.includesChildren ? <p>Toute la famille est couverte.</p> : null}
			</header>
			<DefinitionList items={definitions(offer, mention)} />
			<Conditions offer={offer} mention={mention} />
			{offer.withheld.length === 0 ? null : (
				<p className="muted">
					Renseigné, et montré aux seuls acheteurs identifiés{"\u202f: "}
					{joinAnd(offer.withheld.map((word) => word.charAt(0).toLowerCase() + word.slice(1)))}.
				</p>
			)}
			{offer.questions.length === 0 ? null : (
				<Details
					summary="Ce qu’on ne sait pas encore"
					meta={countOfWord(offer.questions.length, "question")}
				>
					<ul>
						{offer.questions.map((question) => (
							<li key={question}>{question}</li>
						))}
					</ul>
				</Details>
			)}
			{stated.length === 0 ? null : (
				<p className="muted offer__source">
					Source
					{stated.every(({ source }) => isSameSource(source, common))
						? ""
						: ", sauf mention contraire"}
					{"\u202f"}: <SourceNote source={common} />.
				</p>
			)}
		</article>
	);
}

function Inferred({ because }: { because: string | null }) {
	return (
		<p>
			<Tag tone="amber">Activité déduite</Tag> {because === null ? "d’une liste" : `de ${because}`},
			à confirmer auprès de la structure.
		</p>
	);
}

function definitions(
	offer: OfferView,
	mention: (source: SourceWords | null) => ReactNode,
): Definition[] {
	const area: Definition = {
		term: "Zone d’intervention",
		description: offer.area.text ?? <span className="muted">Non déclarée</span>,
		source: offer.area.text === null ? undefined : mention(offer.area.source),
	};
	return [
		area,
		...offer.facts.map((fact) => ({
			term: fact.term,
			description: fact.text,
			source: mention(fact.source),
		})),
	];
}

function Conditions({
	offer,
	mention,
}: {
	offer: OfferView;
	mention: (source: SourceWords | null) => ReactNode;
}) {
	if (offer.conditions.length === 0) return null;
	return (
		<div className="stack stack--tight">
			<h4>Conditions de métier</h4>
			<ul className="conditions">
				{offer.conditions.map((condition) => {
					const source = mention(condition.source);
					return (
						<li key={condition.label}>
							{condition.state === "yes" ? <Check aria-hidden /> : <X aria-hidden />}
							<span>
								{condition.state === "no" ? "Non\u202f: " : null}
								{condition.label}
								{condition.note === null ? null : `, ${condition.note}`}
								{source === undefined ? null : <span className="muted"> ({source})</span>}
							</span>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
