import { Card, DefinitionList, EmptyState } from "../ui/blocks.tsx";
import { LinkButton } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { Abbr, Tag, VerdictMark } from "../ui/marks.tsx";
import { LinkTabs, PageContents, Pager, Pagination, SortLinks } from "../ui/navigation.tsx";
import { Notice } from "../ui/notice.tsx";

export function ListSample() {
	return (
		<div className="stack">
			<h2>Trois structures sont à moins de 20 km de Vannes</h2>
			<PageContents
				parts={[
					{ id: "jours", label: "Les jours" },
					{ id: "grille", label: "Les demandes par site" },
				]}
			/>
			<LinkTabs
				label="Vues"
				tabs={[
					{ label: "Liste", to: "/style", current: true, count: 1503 },
					{ label: "Carte", to: "/style?vue=carte", current: false },
					{ label: "Par critère", to: "/style?vue=critere", current: false, count: 9 },
				]}
			/>
			<SortLinks
				links={[
					{ label: "Tirage", to: "/style?tri=tirage", current: true },
					{ label: "Distance", to: "/style?tri=distance", current: false },
					{ label: "Fraîcheur", to: "/style?tri=fraicheur", current: false },
				]}
			/>
			<div className="grid">
				<Card
					title="Atelier des Ajoncs"
					to="/style?fiche=1"
					footer="Confirmé il y a 5 mois par la structure"
				>
					<p>
						<Abbr title="Établissement et service d’aide par le travail">ESAT</Abbr> · Auray, à 18
						km
					</p>
					<p>Entretien des locaux 3,5 jours par semaine, de 8 h à 16 h 30.</p>
					<p>
						<VerdictMark shape="half" tone="amber">
							à confirmer
						</VerdictMark>
						{"\u202f: "}le nombre de jours
					</p>
				</Card>
				<Card
					title="Chantier du Loch"
					to="/style?fiche=2"
					footer="Confirmé il y a 2 mois par la CRESS"
				>
					<p>Atelier et chantier d’insertion · Vannes, à 2 km</p>
					<p>
						<VerdictMark shape="full" tone="leaf">
							compatible
						</VerdictMark>
					</p>
					<p className="cluster cluster--tight">
						<Tag>Réemploi</Tag>
						<Tag tone="pond">Handicap (L2113-12)</Tag>
					</p>
				</Card>
				<Card
					title="Regain Services"
					to="/style?fiche=3"
					footer="Jamais confirmé ; liste nationale du 15 janvier 2026"
				>
					<p>Entreprise adaptée · Questembert, à 24 km</p>
					<p>
						<VerdictMark shape="empty" tone="brick">
							ne correspond pas
						</VerdictMark>
						, en l’état{"\u202f: "}pas avant 8 h
					</p>
				</Card>
			</div>
			<Pagination page={7} pageCount={42} to={(page) => `/style?page=${page}`} />
			<Pager previous={null} next="/style?suite=1" />
		</div>
	);
}

export function MessageSample() {
	return (
		<div className="stack">
			<h2>Messages</h2>
			<Notice title="Les zones ne sont pas toutes déclarées">
				<p>
					412 structures n’ont pas dit où elles se déplacent : elles comptent « à confirmer » à
					moins de 50 km.
				</p>
			</Notice>
			<Notice tone="care" title="Moins de trois opérateurs indépendants">
				<p>La concurrence serait faible : voyez ce qui changerait la réponse.</p>
			</Notice>
			<Notice tone="error" title="Ce fichier ne peut pas être lu">
				<p>Il s’arrête au milieu de la ligne 1 204. Enregistrez-le de nouveau, puis renvoyez-le.</p>
			</Notice>
			<Notice tone="success">
				<p>
					Le besoin est enregistré. <a href="#grille">Voir la grille</a>
				</p>
			</Notice>
			<EmptyState
				title="Aucune structure connue ne dessert Belle-Île pour la vitrerie"
				actions={
					<>
						<LinkButton to="/style">Voir à 50 km</LinkButton>
						<LinkButton to="/style" variant="secondary">
							Retirer le type de structure
						</LinkButton>
					</>
				}
			>
				<p>Cela ne veut pas dire qu’il n’y en a pas : personne ne l’a encore déclaré.</p>
			</EmptyState>
		</div>
	);
}

export function TextSample() {
	return (
		<div className="split">
			<div className="stack">
				<h2>Lecture</h2>
				<p>
					Ce que dit la loi se lit <a href="/style">dans la table des règles</a>, article par
					article. Quand une règle n’est pas certaine, Vivier l’écrit et ne la montre jamais comme
					acquise.
				</p>
				<div>
					<Details summary="Ce qui n’est pas connu" meta="3 points" open>
						<p>Personne n’a dit si les clés et alarmes sont acceptées.</p>
					</Details>
					<Details summary="D’où viennent ces informations" meta="il y a 5 mois">
						<p>Revue annuelle de 2026.</p>
					</Details>
				</div>
			</div>
			<DefinitionList
				items={[
					{
						term: "Zone d’intervention",
						description: "30 km autour d’Auray",
						source: "déclaré par la structure le 1er juin 2026",
					},
					{ term: "Capacité", description: "6 000 m² par semaine, dont 2 500 disponibles" },
					{ term: "Commande", description: "jusqu’à 60 000 € HT" },
				]}
			/>
		</div>
	);
}
