import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { HelpPage, HelpSection } from "#app/components/help/help-page.tsx";
import { lookUpSiret } from "#app/components/help/siret-lookup.server.ts";
import { Button } from "#app/components/ui/button.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
	return lookUpSiret(services, new URL(request.url).searchParams.get("siret") ?? "");
}

export const meta: MetaFunction = () => [{ title: "Je suis une structure — Vivier" }];

const SECTIONS = [
	{ id: "fiche", title: "Voir votre fiche" },
	{ id: "apparaitre", title: "Apparaître" },
	{ id: "corriger", title: "Corriger, compléter" },
	{ id: "compte", title: "Ce qui compte pour être trouvée" },
	{ id: "prive", title: "Ce qui reste privé" },
];

export default function HelpForSuppliers() {
	const answer = useLoaderData<typeof loader>();
	return (
		<HelpPage
			title="Vérifier sa fiche, et la faire compléter"
			lead="Une fiche juste évite les demandes qui ne vous concernent pas, et fait venir celles que vous pouvez prendre."
			sections={SECTIONS}
		>
			<HelpSection id="fiche" title="Voir votre fiche">
				<Form method="get" action="/aide/structures" className="search-bar">
					<TextInput
						name="siret"
						label="Le SIRET de l’établissement"
						hint="14 chiffres, espaces permis"
						inputMode="numeric"
						autoComplete="off"
						defaultValue={answer.siret}
						error={answer.error}
					/>
					<Button>Voir la fiche</Button>
				</Form>
				{answer.isAbsent ? (
					<Notice live tone="care" title={`Le SIRET ${answer.siret} n’est pas dans la base`}>
						<p>
							Essayez par le nom dans <Link to="/fournisseurs">les structures</Link>
							{"\u202f"}: une fiche peut exister sans SIRET. Sinon, la partie suivante dit comment
							apparaître.
						</p>
					</Notice>
				) : null}
			</HelpSection>
			<HelpSection id="apparaitre" title="Apparaître">
				<p>
					La base reprend des listes publiques. Vous y êtes sans doute déjà si vous êtes{"\u202f"}:
				</p>
				<ul>
					<li>une structure d’insertion (EI, ACI, AI, ETTI) inscrite sur la liste nationale</li>
					<li>un ESAT inscrit au fichier FINESS, ou une entreprise adaptée agréée</li>
					<li>un GEIQ labellisé, une structure du réemploi ou du numérique recensée.</li>
				</ul>
				<p>
					Sinon, demandez à la CRESS de votre région, ou au réseau qui tient cette base, d’ajouter
					votre établissement. <Link to="/sources">Les listes reprises et leurs dates</Link>
				</p>
			</HelpSection>
			<HelpSection id="corriger" title="Corriger, compléter">
				<p>
					L’inscription et la correction en ligne par les structures ne sont pas encore ouvertes.
					Aujourd’hui{"\u202f"}:
				</p>
				<ul>
					<li>
						une erreur de nom, d’adresse ou d’agrément se corrige d’abord sur la liste officielle
						d’où elle vient, nommée au bas de la fiche
					</li>
					<li>
						le reste (zone, jours, horaires, capacité, conditions) se donne à la personne qui tient
						la base{"\u202f"}: ce que dit la structure l’emporte sur les listes, et y reste après
						les imports suivants.
					</li>
				</ul>
				<p>
					Chaque activité de la fiche liste les questions qui manquent encore{"\u202f"}: commencez
					par elles.
				</p>
			</HelpSection>
			<HelpSection id="compte" title="Ce qui compte pour être trouvée">
				<ul>
					<li>
						Vos <strong>segments d’achat</strong>
						{"\u202f"}: ce que vous faites, dans les mots des acheteurs (
						<Link to="/segments">la liste</Link>).
					</li>
					<li>
						Votre <strong>zone d’intervention</strong>
						{"\u202f"}: sans elle, vous restez «{"\u202f"}à confirmer{"\u202f"}» près de chez vous,
						et absente plus loin.
					</li>
					<li>
						Vos <strong>jours et horaires</strong>, et ce que vous ne faites pas{"\u202f"}: un non
						clair fait gagner du temps à tout le monde.
					</li>
					<li>
						Une <strong>confirmation de moins d’un an</strong>
						{"\u202f"}: sans elle, la réponse reste «{"\u202f"}à confirmer{"\u202f"}».
					</li>
				</ul>
				<p>
					La taille, l’ancienneté et le remplissage de la fiche ne changent rien à l’ordre des
					listes, qui est tiré au sort.
				</p>
			</HelpSection>
			<HelpSection id="prive" title="Ce qui reste privé">
				<p>
					Capacité, montants, chiffre d’affaires et conditions que vous accepteriez de discuter ne
					sont pas publics. Aucun prix n’est demandé ni montré.
				</p>
			</HelpSection>
		</HelpPage>
	);
}
