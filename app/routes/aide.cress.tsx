import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { HelpPage, HelpSection } from "#app/components/help/help-page.tsx";
import { Abbr } from "#app/components/ui/marks.tsx";

export const meta: MetaFunction = () => [{ title: "Je tiens une base — Vivier" }];

const SECTIONS = [
	{ id: "listes", title: "Les listes reconnues" },
	{ id: "importer", title: "Importer une liste" },
	{ id: "reprise", title: "Ce qui est repris, ce qui est rejeté" },
	{ id: "reference", title: "Communes et codes CPV" },
	{ id: "sauver", title: "Exporter et sauvegarder" },
	{ id: "attente", title: "Ce qui n’existe pas encore" },
];

export default function HelpForBases() {
	return (
		<HelpPage
			title="Tenir une base, c’est surtout reprendre des listes"
			lead="Pour l’instant, tout se fait en ligne de commande, sur la machine où Vivier est installé."
			sections={SECTIONS}
		>
			<HelpSection id="listes" title="Les listes reconnues">
				<p>Vivier reconnaît le format d’un fichier à ses colonnes. Il sait lire{"\u202f"}:</p>
				<ul>
					<li>
						les listes nationales des{" "}
						<Abbr title="structures d’insertion par l’activité économique">SIAE</Abbr>, et celle des
						métiers par SIRET
					</li>
					<li>
						la liste des{" "}
						<Abbr title="groupements d’employeurs pour l’insertion et la qualification">GEIQ</Abbr>
					</li>
					<li>
						l’extrait{" "}
						<Abbr title="Fichier national des établissements sanitaires et sociaux">FINESS</Abbr>{" "}
						(ESAT) et la liste des entreprises adaptées
					</li>
					<li>les listes du réemploi (État, OpenStreetMap) et plusieurs listes locales</li>
					<li>les structures du numérique et de la médiation numérique</li>
					<li>
						le format d’échange de Vivier (NDJSON), décrit dans <Link to="/api">l’API</Link>.
					</li>
				</ul>
				<p>
					CSV (virgule, point-virgule ou tabulation, UTF-8 ou Windows-1252), XLSX et JSON. Un autre
					tableau se ramène au format d’échange.
				</p>
			</HelpSection>
			<HelpSection id="importer" title="Importer une liste">
				<p>D’abord à blanc, pour voir ce qui changerait{"\u202f"}:</p>
				<Command>npm run -s vivier -- import ma-liste.csv --dry-run</Command>
				<p>Puis pour de bon{"\u202f"}:</p>
				<Command>npm run -s vivier -- import ma-liste.csv</Command>
				<p>
					À la fin, la commande compte les structures créées, changées, inchangées et les lignes
					rejetées, et écrit un fichier des rejets{"\u202f"}: ligne, colonne, valeur, raison.
					Recommencer avec le même fichier ne change rien. Un import interrompu laisse la base comme
					elle était, ou se termine au suivant.
				</p>
				<p>
					Un fichier qui retirerait plus de 10{"\u202f"}% de sa source est retenu{"\u202f"}: ajoutez{" "}
					<code>--confirm</code> quand c’est voulu.
				</p>
			</HelpSection>
			<HelpSection id="reprise" title="Ce qui est repris, ce qui est rejeté">
				<ul>
					<li>
						Le SIRET est vérifié. Une ligne qui nomme une structure déjà connue la complète au lieu
						d’en créer une autre.
					</li>
					<li>La commune est trouvée par son code, sinon par le code postal et le nom.</li>
					<li>
						L’agrément est «{"\u202f"}vu sur une liste officielle{"\u202f"}» à la date de la liste.
					</li>
					<li>
						Les activités sont déduites des codes et des mots, et marquées comme telles, avec ce qui
						y a mené.
					</li>
					<li>
						Ce que la liste ne dit pas reste inconnu{"\u202f"}: la plupart ne donnent ni zone, ni
						capacité.
					</li>
					<li>
						Une source plus faible ne remplace jamais une source plus forte{"\u202f"}: le désaccord
						s’affiche sur la fiche.
					</li>
				</ul>
			</HelpSection>
			<HelpSection id="reference" title="Communes et codes CPV">
				<p>
					Les libellés officiels des codes CPV et les centres exacts des communes se chargent depuis
					un fichier téléchargé{"\u202f"}:
				</p>
				<Command>npm run -s vivier -- reference load cpv liste-cpv.csv</Command>
				<Command>npm run -s vivier -- reference load places communes.csv</Command>
				<p>
					<Link to="/sources">Ce qui est chargé, de quand, sous quelle licence</Link>
				</p>
			</HelpSection>
			<HelpSection id="sauver" title="Exporter et sauvegarder">
				<p>Toute la base au format d’échange, puis une copie complète, site en marche{"\u202f"}:</p>
				<Command>npm run -s vivier -- export base.ndjson</Command>
				<Command>npm run -s vivier -- backup copie.sqlite</Command>
				<p>
					Une liste filtrée se télécharge aussi depuis{" "}
					<Link to="/fournisseurs">les structures</Link>, en CSV, XLSX ou NDJSON.
				</p>
			</HelpSection>
			<HelpSection id="attente" title="Ce qui n’existe pas encore">
				<p>
					L’import depuis le navigateur avec relecture des changements, la fusion des doublons, la
					correction d’une fiche à l’écran et la revue annuelle auprès des structures sont prévus.
					D’ici là, une correction passe par un fichier au format d’échange.
				</p>
			</HelpSection>
		</HelpPage>
	);
}

function Command({ children }: { children: string }) {
	return (
		<pre className="help__command">
			<code>{children}</code>
		</pre>
	);
}
