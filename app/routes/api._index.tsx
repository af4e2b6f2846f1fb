import type { MetaFunction } from "@remix-run/node";
import { PageHeader } from "#app/components/ui/blocks.tsx";
import { Table } from "#app/components/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: "Interface de programmation (API) — Vivier" }];

interface Call {
	readonly address: string;
	readonly gives: string;
	readonly example: string | null;
}

const CALLS: readonly Call[] = [
	{
		address: "GET /api/v1/suppliers",
		gives: "chercher des structures, avec le compte de chaque filtre",
		example: "/api/v1/suppliers?q=espaces+verts&serves=56260",
	},
	{
		address: "GET /api/v1/suppliers/{identifiant ou SIRET}",
		gives: "une structure, avec l’origine et la date de chaque fait public",
		example: null,
	},
	{
		address: "GET /api/v1/segments",
		gives: "les segments d’achat et leurs codes CPV",
		example: "/api/v1/segments?q=nettoyage",
	},
	{
		address: "GET /api/v1/criteria",
		gives: "les conditions de métier d’un segment",
		example: "/api/v1/criteria?segment=nettoyage-locaux",
	},
	{
		address: "GET /api/v1/places",
		gives: "communes, EPCI, départements et régions par leur nom",
		example: "/api/v1/places?q=vannes",
	},
	{
		address: "POST /api/v1/needs/read",
		gives: "lire un besoin écrit en une phrase : ses parties, et les mots d’où elles viennent",
		example: null,
	},
	{
		address: "POST /api/v1/needs/match",
		gives: "confronter un besoin à l’offre réelle : entonnoir, cellules, structures et raisons",
		example: null,
	},
	{
		address: "GET /api/v1/exports/suppliers.{ndjson, csv, xlsx}",
		gives: "la liste d’une recherche, dans le même ordre",
		example: "/api/v1/exports/suppliers.csv?zone=departement:56",
	},
];

/** The API for people: what each call gives, and how to begin. */
export default function ApiPage() {
	return (
		<div className="page">
			<PageHeader
				title="Tout ce que montre Vivier se lit aussi par programme"
				lead="Lire ne demande ni compte ni clé ; le nombre de demandes par minute est limité. Les réponses sont en JSON."
			/>
			<div className="stack stack--loose">
				<Table
					caption="Les appels"
					columns={[
						{
							key: "address",
							header: "Adresse",
							rowHeader: true,
							cell: (call: Call) => <code>{call.address}</code>,
						},
						{ key: "gives", header: "Ce que l’appel donne", cell: (call) => call.gives },
						{
							key: "example",
							header: "Essayer",
							cell: (call) => (call.example ? <a href={call.example}>Voir un exemple</a> : "—"),
						},
					]}
					rows={CALLS}
					rowKey={(call) => call.address}
				/>
				<section className="reading stack">
					<h2>Les règles</h2>
					<ul>
						<li>
							Montants en euros hors taxes, distances en kilomètres à vol d’oiseau, dates au format
							AAAA-MM-JJ, codes de l’INSEE.
						</li>
						<li>Une valeur absente ou nulle est inconnue : ni oui, ni non, ni zéro.</li>
						<li>
							Un filtre, une valeur ou une propriété inconnus sont refusés par leur nom, avec ce
							qu’il faut corriger.
						</li>
						<li>
							Chaque réponse nomme la version de la base, la date de la table juridique et la
							version du programme.
						</li>
						<li>
							Capacités, montants acceptés et disposition à discuter sont réservés aux acheteurs
							identifiés : la réponse donne alors le verdict, sans la valeur.
						</li>
					</ul>
					<p>
						<a href="/api/v1/openapi.json">Lire la description complète (OpenAPI 3.1)</a>
					</p>
				</section>
			</div>
		</div>
	);
}
