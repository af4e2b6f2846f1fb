import { countOfWord, formatNumber } from "#app/domain/french-format.ts";
import type { RelaxationNature } from "#app/domain/match-types.ts";
import { Details } from "../ui/details.tsx";
import { Tag } from "../ui/marks.tsx";
import { ApplyForm, CompareLink } from "./apply-form.tsx";
import { NameList } from "./name-list.tsx";
import type { ProposalView, RewriteView, WhatIfView } from "./types.ts";

const NATURES: Record<RelaxationNature, { word: string; tone: "pond" | "amber" | "blue" }> = {
	need: { word: "relève du besoin", tone: "pond" },
	allotment: { word: "relève de l’allotissement", tone: "amber" },
	law: { word: "relève de la loi", tone: "blue" },
};

/** How many are shown before the rest unfolds. */
const FIRST = 3;

/** The smallest changes, each with who comes and goes, and one button that writes it into the need. */
export function Proposals({ view }: { view: WhatIfView }) {
	const { proposals } = view;
	if (proposals.length === 0) {
		return (
			<p>
				Aucun petit changement ne ferait revenir quelqu’un. Essayez les conditions une à une, ou
				interrogez les structures.
			</p>
		);
	}
	return (
		<>
			<p className="muted">Les plus petits changements d’abord.</p>
			<ProposalList view={view} proposals={proposals.slice(0, FIRST)} />
		</>
	);
}

/** Those after the first ones. */
export function OtherProposals({ view }: { view: WhatIfView }) {
	const others = view.proposals.slice(FIRST);
	if (others.length === 0) return null;
	return (
		<Details
			summary={others.length === 1 ? "Une autre piste" : "D’autres pistes"}
			meta={countOfWord(others.length, "changement")}
		>
			<ProposalList view={view} proposals={others} />
		</Details>
	);
}

function ProposalList({
	view,
	proposals,
}: {
	view: WhatIfView;
	proposals: readonly ProposalView[];
}) {
	return (
		<ol className="plain-list proposals" role="list">
			{proposals.map((proposal) => (
				<li key={proposal.sentence} className="proposal">
					<Proposal view={view} proposal={proposal} />
				</li>
			))}
		</ol>
	);
}

function Proposal({ view, proposal }: { view: WhatIfView; proposal: ProposalView }) {
	const { organisations, confirmed, possible, sentence, instead, edits } = proposal;
	return (
		<>
			<div className="stack stack--tight">
				<p className="proposal__sentence">
					{sentence} <Nature nature={proposal.nature} />
				</p>
				<p className="muted">
					au lieu de <q>{instead}</q>
				</p>
				<p>
					<strong className="figures">
						{countOfWord(organisations, "opérateur indépendant", "opérateurs indépendants")}
					</strong>{" "}
					({formatNumber(view.base.organisations)} aujourd’hui){" : "}
					{confirmed > 0
						? `${countOfWord(confirmed, "structure compatible", "structures compatibles")}, ${formatNumber(possible)} à confirmer.`
						: `${countOfWord(possible, "structure")} à confirmer.`}
				</p>
				<Comers {...proposal} />
				{edits.some(({ check }) => check === "area") ? (
					<p className="muted">L’appliquer ne garde que ce lot dans votre besoin.</p>
				) : null}
			</div>
			<ApplyForm asked={view} edits={edits} label="Appliquer" about={sentence} variant="secondary">
				<CompareLink asked={view} edits={edits} about={sentence} />
			</ApplyForm>
		</>
	);
}

function Nature({ nature }: { nature: RelaxationNature }) {
	const { word, tone } = NATURES[nature];
	return <Tag tone={tone}>{word}</Tag>;
}

function Comers({ gained, lost }: { gained: readonly string[]; lost: readonly string[] }) {
	return (
		<div>
			<Names people={gained} one="entre" many="entrent" />
			<Names people={lost} one="sort" many="sortent" />
		</div>
	);
}

function Names({ people, one, many }: { people: readonly string[]; one: string; many: string }) {
	if (people.length === 0) return null;
	return (
		<div>
			<span className="muted">
				{countOfWord(people.length, "structure")} {people.length > 1 ? many : one}
				{" : "}
			</span>
			<NameList names={people} />
		</div>
	);
}

/** The sentences of the need that put the most operators off, and how each could be written. */
export function Rewrites({ view }: { view: WhatIfView }) {
	if (view.rewrites.length === 0) return null;
	return (
		<Details
			summary={
				view.rewrites.length === 1
					? "La phrase qui écarte le plus, et comment l’écrire"
					: `Les ${view.rewrites.length === 3 ? "trois" : "deux"} phrases qui écartent le plus, et comment les écrire`
			}
		>
			<ol className="plain-list proposals" role="list">
				{view.rewrites.map((rewrite) => (
					<li key={rewrite.before} className="proposal">
						<Rewrite view={view} rewrite={rewrite} />
					</li>
				))}
			</ol>
		</Details>
	);
}

function Rewrite({ view, rewrite }: { view: WhatIfView; rewrite: RewriteView }) {
	return (
		<>
			<div className="stack stack--tight">
				<p className="rewrite__before">
					<span className="muted">Vous écrivez : </span>
					<q>{rewrite.before}</q>
				</p>
				<p className="proposal__sentence">
					<span className="rewrite__verb">Écrivez plutôt : </span>
					<q>{rewrite.after}</q> <Nature nature={rewrite.nature} />
				</p>
				<p>{rewrite.effect}.</p>
			</div>
			<ApplyForm
				asked={view}
				edits={rewrite.edits}
				label="Écrire ainsi"
				about={rewrite.after}
				variant="secondary"
			>
				<CompareLink asked={view} edits={rewrite.edits} about={rewrite.after} />
			</ApplyForm>
		</>
	);
}
