import { Form, isRouteErrorResponse, Link, useLocation } from "@remix-run/react";
import { problemFrom } from "../../http-errors.ts";
import { useIncidentNumber } from "../../incident.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { Ripples } from "../ui/ripples.tsx";

/** Every page that could not be shown: an address that leads nowhere, a refused value, a crash. */
export function ErrorPage({ error }: { error: unknown }) {
	if (isRouteErrorResponse(error)) {
		return error.status === 404 && problemFrom(error.data) === null ? (
			<NotFoundPage />
		) : (
			<RefusedPage status={error.status} data={error.data} />
		);
	}
	return <CrashPage />;
}

function NotFoundPage() {
	return (
		<div className="page page--narrow stack stack--loose">
			<div className="stack">
				<h1>Cette page n’existe pas</h1>
				<p className="lead">
					L’adresse est peut-être incomplète, ou la page a changé de place. Rien n’est perdu de ce
					que vous aviez commencé.
				</p>
			</div>
			<SearchAgain />
			<UsefulLinks />
		</div>
	);
}

function RefusedPage({ status, data }: { status: number; data: unknown }) {
	const problem = problemFrom(data);
	// A refused method is worded by the router, in English.
	const said = typeof data === "string" && data !== "" && status !== 405 ? data : null;
	const title = problem?.title ?? said ?? FALLBACK_TITLE[status];
	return (
		<div className="page page--narrow stack stack--loose">
			<h1>{title ?? "Vivier n’a pas pu répondre à cette demande"}</h1>
			{problem && problem.errors.length > 0 ? (
				<Notice tone="care" title="Ce qui est à corriger">
					<ul>
						{problem.errors.map((one) => (
							<li key={`${one.path}${one.message}`}>
								{one.path === "" ? null : (
									<>
										<code>{one.path}</code>
										{"\u202f: "}
									</>
								)}
								{one.message}
							</li>
						))}
					</ul>
				</Notice>
			) : null}
			<SearchAgain />
			<UsefulLinks />
		</div>
	);
}

const FALLBACK_TITLE: Record<number, string> = {
	400: "Cette demande ne peut pas être lue",
	403: "Cette page n’est pas ouverte à tous",
	405: "Cette adresse ne reçoit pas ce type de demande",
	410: "Cette page n’est plus en ligne",
	429: "Trop de demandes à la suite : patientez un instant",
	503: "Vivier est momentanément indisponible",
};

function CrashPage() {
	const incident = useIncidentNumber();
	const { pathname, search } = useLocation();
	return (
		<div className="page page--narrow">
			<div className="empty">
				<Ripples />
				<div className="stack">
					<h1>Vivier n’a pas pu afficher cette page</h1>
					<p>
						La faute est de notre côté, et rien de ce que vous avez enregistré n’est perdu.
						Réessayez dans un instant.
					</p>
					{incident === null ? null : (
						<p>
							Si cela se reproduit, signalez l’incident{" "}
							<strong className="nowrap">{incident}</strong>
							{"\u202f"}: sa cause est notée sous ce numéro.
						</p>
					)}
					<div className="cluster">
						<LinkButton to={`${pathname}${search}`} reloadDocument>
							Recharger la page
						</LinkButton>
						<LinkButton to="/" variant="quiet" reloadDocument>
							Revenir à l’accueil
						</LinkButton>
					</div>
				</div>
			</div>
		</div>
	);
}

function SearchAgain() {
	return (
		<Form method="get" action="/fournisseurs" role="search" className="search-bar">
			<TextInput name="q" type="search" label="Chercher une structure ou une activité" />
			<Button>Voir les structures</Button>
		</Form>
	);
}

function UsefulLinks() {
	return (
		<nav aria-label="Pages utiles" className="stack stack--tight">
			<h2>Vous cherchiez peut-être</h2>
			<ul role="list" className="link-list">
				<li>
					<Link to="/besoins/nouveau">Décrire un besoin et voir qui peut y répondre</Link>
				</li>
				<li>
					<Link to="/fournisseurs">L’annuaire des structures</Link>
				</li>
				<li>
					<Link to="/segments">La liste des segments d’achat</Link>
				</li>
				<li>
					<Link to="/aide">L’aide</Link>
				</li>
			</ul>
		</nav>
	);
}
