import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { HelpPage, HelpSection } from "#app/components/help/help-page.tsx";
import { VerdictMark } from "#app/components/ui/marks.tsx";

export const meta: MetaFunction = () => [{ title: "Aide — Vivier" }];

const SECTIONS = [
	{ id: "verdicts", title: "Compatible, à confirmer, ne correspond pas" },
	{ id: "inconnu", title: "Inconnu n’est ni oui, ni non" },
	{ id: "entonnoir", title: "Lire l’entonnoir" },
	{ id: "phrase", title: "Un besoin écrit en une phrase" },
	{ id: "lieux", title: "Autour d’un lieu, ou dans la zone d’intervention" },
	{ id: "distances", title: "Des distances à vol d’oiseau" },
	{ id: "ordre", title: "L’ordre des listes" },
	{ id: "reserves", title: "Les marchés réservés" },
	{ id: "donnees", title: "D’où viennent les données" },
	{ id: "discretion", title: "Ce qui n’est pas montré" },
];

export default function Help() {
	return (
		<HelpPage
			inside={false}
			title="Comment lire Vivier"
			lead={
				<>
					Pour une situation précise{"\u202f"}: <Link to="/aide/cress">je tiens une base</Link>,{" "}
					<Link to="/aide/structures">je suis une structure</Link>,{" "}
					<Link to="/aide/glossaire">les mots employés</Link>.
				</>
			}
			sections={SECTIONS}
		>
			<Verdicts />
			<HelpSection id="inconnu" title="Inconnu n’est ni oui, ni non">
				<p>
					Les listes publiques donnent un nom et une adresse, rarement une capacité ou des horaires.
					Ce qui n’est pas dit n’est jamais compté comme un oui, ni comme un non{"\u202f"}: c’est
					inconnu, et la fiche en fait une question à poser.
				</p>
				<p>
					«{"\u202f"}Aucune{"\u202f"}» veut dire que l’on sait qu’il n’y en a pas. Une case vide
					veut dire que personne ne l’a dit.
				</p>
			</HelpSection>
			<Funnel />
			<Sentence />
			<HelpSection id="lieux" title="Autour d’un lieu, ou dans la zone d’intervention">
				<p>Dans la liste des structures, deux filtres répondent à deux questions différentes.</p>
				<ul>
					<li>
						<strong>Installées autour de</strong>
						{"\u202f"}: leur adresse est à moins de tant de kilomètres. Elles n’y interviennent pas
						forcément.
					</li>
					<li>
						<strong>Interviennent dans la commune</strong>
						{"\u202f"}: leur zone d’intervention déclarée contient cette commune, même si elles sont
						installées loin. Celles qui n’ont rien déclaré n’apparaissent pas.
					</li>
				</ul>
				<p>
					Face à un besoin décrit, une structure qui n’a pas déclaré de zone reste «{"\u202f"}à
					confirmer{"\u202f"}» jusqu’à 50{"\u202f"}km du site, et elle est écartée au-delà. Cette
					distance se règle dans le besoin.
				</p>
			</HelpSection>
			<HelpSection id="distances" title="Des distances à vol d’oiseau">
				<p>
					Toutes les distances sont à vol d’oiseau, sur la sphère terrestre{"\u202f"}: la route est
					plus longue. Une commune est dans un rayon quand son centre y est. Quand seule la commune
					d’une structure est connue, sa distance est précédée de «{"\u202f"}environ{"\u202f"}».
				</p>
				<p>
					Certains centres de communes sont approchés, à quelques kilomètres près. Quand cette
					erreur peut changer la réponse, le critère reste à confirmer.
				</p>
			</HelpSection>
			<HelpSection id="ordre" title="L’ordre des listes">
				<p>
					Sans mots cherchés, l’ordre est tiré au sort une fois pour toutes{"\u202f"}: le même pour
					tout le monde, sans lien avec la taille, l’ancienneté, le remplissage de la fiche ou un
					paiement. Avec des mots, les structures dont le nom ou les activités répondent le mieux
					viennent d’abord. Vous pouvez trier par distance, par nom ou par date de confirmation.
				</p>
			</HelpSection>
			<HelpSection id="reserves" title="Les marchés réservés">
				<p>
					Une structure peut répondre à un marché réservé quand l’article nomme son type et que son
					agrément est prouvé{"\u202f"}: vu sur une liste officielle ou sur un document, et encore
					valable. Une preuve sans date de fin compte 24{"\u202f"}mois. Dans les autres cas, c’est à
					vérifier.
				</p>
				<p>
					Les règles sont dans <Link to="/sources">une seule table</Link>, avec leur article, leur
					période et la confiance qu’on peut leur accorder. Vivier informe{"\u202f"}; l’acheteur
					décide.
				</p>
			</HelpSection>
			<HelpSection id="donnees" title="D’où viennent les données">
				<p>
					D’abord de listes publiques, puis des structures et des CRESS elles-mêmes. Chaque fait dit
					sa source et son âge. Quand deux sources diffèrent, la fiche montre les deux. Une activité
					«{"\u202f"}déduite{"\u202f"}» l’a été d’un code ou d’un mot de la liste{"\u202f"}: elle
					est à confirmer.
				</p>
				<p>
					<Link to="/sources">Les sources, leurs dates et leurs licences</Link>
				</p>
			</HelpSection>
			<HelpSection id="discretion" title="Ce qui n’est pas montré">
				<p>
					La capacité, les montants acceptés, le chiffre d’affaires et ce qu’une structure
					accepterait de discuter sont réservés aux acheteurs identifiés. La fiche dit qu’ils
					existent, sans leur valeur. Ils comptent dans les réponses à un besoin. L’identification
					des acheteurs n’est pas encore ouverte.
				</p>
				<p>
					Le handicap d’une personne (travailleur indépendant) n’apparaît et ne compte qu’avec son
					accord. Sans lui, elle figure comme une structure dont le type n’est pas connu.
				</p>
			</HelpSection>
		</HelpPage>
	);
}

function Verdicts() {
	return (
		<HelpSection id="verdicts" title="Compatible, à confirmer, ne correspond pas">
			<p>Chaque structure reçoit un verdict sur un besoin, avec ses raisons.</p>
			<ul className="plain-list stack stack--snug">
				<li>
					<VerdictMark shape="full" tone="leaf">
						Compatible
					</VerdictMark>
					<p>
						Tous les critères conviennent, et la structure ou la CRESS l’a confirmé depuis moins
						d’un an.
					</p>
				</li>
				<li>
					<VerdictMark shape="half" tone="amber">
						À confirmer
					</VerdictMark>
					<p>
						Rien ne l’écarte, mais quelque chose est inconnu, ancien, ou à négocier. Il reste une
						question à poser.
					</p>
				</li>
				<li>
					<VerdictMark shape="empty" tone="brick">
						Ne correspond pas, en l’état
					</VerdictMark>
					<p>
						Au moins un critère ne convient pas, d’après ce que l’on sait ce jour-là. Ce n’est pas
						un jugement sur la structure{"\u202f"}: souvent, le besoin peut changer.
					</p>
				</li>
			</ul>
		</HelpSection>
	);
}

function Funnel() {
	return (
		<HelpSection id="entonnoir" title="Lire l’entonnoir">
			<p>
				La réponse à un besoin commence par deux nombres{"\u202f"}: celles qui répondent{" "}
				<strong>en théorie</strong> (le métier, le lieu, le type de structure) et celles qui
				répondent <strong>en l’état</strong>, une fois toutes les conditions regardées.
			</p>
			<ul>
				<li>Chaque ligne est un critère, dans un ordre fixe.</li>
				<li>Le nombre est ce qui reste après ce critère et les précédents.</li>
				<li>
					Le nombre en moins est ce que ce critère retire, à sa place dans l’ordre. En le
					choisissant, on voit qui.
				</li>
				<li>
					Une structure reste tant qu’aucun critère ne l’écarte{"\u202f"}: l’inconnu n’écarte pas.
				</li>
			</ul>
			<p>
				À côté, «{"\u202f"}ce qui suffirait{"\u202f"}» dit quelles conditions privent de concurrence
				{"\u202f"}; dessous, «{"\u202f"}ce qui changerait la réponse{"\u202f"}» propose les plus
				petits changements, avec les structures qui entrent et celles qui sortent.
			</p>
		</HelpSection>
	);
}

/** What is made of a sentence, and the conventions that it follows. */
function Sentence() {
	return (
		<HelpSection id="phrase" title="Un besoin écrit en une phrase">
			<p>
				<Link to="/besoins/lire">Écrivez votre besoin comme vous le diriez</Link>, ou collez le
				paragraphe d’un cahier des charges{"\u202f"}: Vivier en tire les prestations, les lieux, les
				jours, les horaires, les quantités, les montants, le calendrier et les conditions, et montre
				les mots d’où vient chaque élément. La lecture se fait ici, par des règles, des listes de
				mots et des mots appris d’intitulés de marchés{"\u202f"}: le texte n’est envoyé à aucun
				autre service.
			</p>
			<ul>
				<li>
					Rien n’est inventé{"\u202f"}: ce qui n’est pas compris reste visible, et ce qui se lit de
					deux façons devient une question.
				</li>
				<li>
					Les heures dites sans bornes suivent une convention, toujours annoncée{"\u202f"}: «
					{"\u202f"}
					avant 8{"\u202f"}h{"\u202f"}» est lu de 6{"\u202f"}h à 8{"\u202f"}h, «{"\u202f"}après 18
					{"\u202f"}h{"\u202f"}» de 18{"\u202f"}h à 20{"\u202f"}h, «{"\u202f"}en soirée{"\u202f"}»
					de 18{"\u202f"}h à 21{"\u202f"}h, «{"\u202f"}en journée{"\u202f"}» de 9{"\u202f"}h à 17
					{"\u202f"}h.
				</li>
				<li>
					Un montant TTC n’est jamais converti{"\u202f"}: le montant hors taxes est demandé. Un
					montant total n’est pas réparti entre les sites.
				</li>
				<li>
					Un nom que portent plusieurs communes est demandé, sauf si le département, le code postal
					ou un autre lieu du texte le dit. «{"\u202f"}La Vienne{"\u202f"}» est le département, «
					{"\u202f"}à Vienne{"\u202f"}» la commune.
				</li>
				<li>
					«{"\u202f"}Dans un rayon de 20{"\u202f"}km{"\u202f"}» demande des structures installées à
					moins de 20{"\u202f"}km{"\u202f"}; «{"\u202f"}autour de{"\u202f"}» demande qu’elles
					interviennent là.
				</li>
			</ul>
		</HelpSection>
	);
}
