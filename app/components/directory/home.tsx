import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Abbr } from "#app/components/ui/marks.tsx";
import { Ripples } from "#app/components/ui/ripples.tsx";
import { formatDate, formatNumber } from "#app/domain/french-format.ts";
import type { BaseFacts, HomeAsked } from "./home-view.server.ts";
import { PlaceInput } from "./place-input.tsx";

/** The one question, and the place it is asked from. */
export function HomeQuestion({ asked }: { asked: HomeAsked }) {
	return (
		<div className="home__question">
			<div className="home__ripples">
				<Ripples />
			</div>
			<h1 id="question">De quoi avez-vous besoin, et où{"\u202f"}?</h1>
			<p className="lead">
				Les structures de l’économie sociale et solidaire qui peuvent vraiment répondre{"\u202f"}:
				ce qu’elles font, où elles interviennent, et ce qui reste à leur demander.
			</p>
			<Form method="get" action="/" className="home__form" role="search" aria-labelledby="question">
				<TextInput
					name="q"
					type="search"
					label="Votre besoin, en quelques mots"
					hint="Un métier, ou une phrase : nettoyage de 12 collèges avant 8 h"
					defaultValue={asked.q}
					maxLength={500}
				/>
				<PlaceInput
					name="lieu"
					label="Le lieu"
					hint="Commune, code postal, intercommunalité ou département"
					defaultValue={asked.place}
					error={asked.problem}
					optional
				/>
				{asked.choices.length === 0 ? null : (
					<ul className="choice-links">
						{asked.choices.map((choice) => (
							<li key={choice.href}>
								<Link to={choice.href}>{choice.label}</Link>
							</li>
						))}
					</ul>
				)}
				<div className="home__actions">
					<Button size="large">Voir les structures</Button>
					<p>
						Plusieurs sites, des horaires, un montant{"\u202f"}?{" "}
						<Link to="/besoins/nouveau">Décrire un besoin complet</Link>
					</p>
				</div>
			</Form>
		</div>
	);
}

/** Three quiet ways, each to a page that helps today. */
export function HomeWays() {
	return (
		<section aria-labelledby="ways">
			<h2 id="ways" className="visually-hidden">
				Vous êtes…
			</h2>
			<div className="grid">
				<Way title="Je suis acheteur" to="/besoins/nouveau" action="Décrire un besoin">
					Décrivez vos sites et vos conditions{"\u202f"}: Vivier dit combien de structures restent à
					chaque étape, et ce qui écarte les autres. Sans compte.
				</Way>
				<Way title="Je tiens une base" to="/aide/cress" action="Importer et vérifier des listes">
					<Abbr title="Chambre régionale de l’économie sociale et solidaire">CRESS</Abbr>, pôle,
					réseau{"\u202f"}: prenez vos listes telles qu’elles sont, voyez ce qu’elles ajoutent et ce
					qu’elles laissent inconnu.
				</Way>
				<Way
					title="Je suis une structure"
					to="/aide/structures"
					action="Apparaître, corriger, compléter"
				>
					Vérifiez votre fiche, et sachez comment y faire porter ce qui manque{"\u202f"}: zone,
					jours, capacité.
				</Way>
			</div>
		</section>
	);
}

function Way({
	title,
	to,
	action,
	children,
}: {
	title: string;
	to: string;
	action: string;
	children: ReactNode;
}) {
	return (
		<div className="home__way stack stack--tight">
			<h3>{title}</h3>
			<p>{children}</p>
			<p>
				<Link to={to} className="home__way-link">
					{action}
				</Link>
			</p>
		</div>
	);
}

/** The base in three figures, with where they come from. */
export function HomeFacts({ facts }: { facts: BaseFacts }) {
	if (facts.structures === 0) {
		return (
			<div className="home__facts stack stack--tight">
				<p>
					<strong>La base est vide.</strong> Importez une première liste pour commencer.
				</p>
				<p>
					<LinkButton variant="secondary" to="/aide/cress">
						Importer une liste
					</LinkButton>
				</p>
			</div>
		);
	}
	return (
		<dl className="home__facts">
			<Fact value={formatNumber(facts.structures)} to="/fournisseurs">
				structures
			</Fact>
			<Fact
				value={`${formatNumber(facts.segments)} sur ${formatNumber(facts.allSegments)}`}
				to="/segments"
			>
				segments d’achat avec au moins une structure
			</Fact>
			{facts.updatedOn === null ? null : (
				<Fact value={formatDate(facts.updatedOn)} to="/sources">
					dernière mise à jour
				</Fact>
			)}
		</dl>
	);
}

function Fact({ value, to, children }: { value: string; to: string; children: ReactNode }) {
	return (
		<div>
			<dt>
				<Link to={to}>{children}</Link>
			</dt>
			<dd className="figures">{value}</dd>
		</div>
	);
}
