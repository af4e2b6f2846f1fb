import fontUrl from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "./components/shell/error-page.tsx";
import { SiteFooter, SiteHeader } from "./components/shell/site-shell.tsx";
import { useIncidentNumber } from "./incident.tsx";
import { useNonce } from "./nonce.tsx";
import stylesUrl from "./styles/app.css?url";

export const links: LinksFunction = () => [
	{ rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
	{ rel: "stylesheet", href: stylesUrl },
	{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
	{ rel: "icon", href: "/favicon.ico", sizes: "32x32" },
	{ rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export const meta: MetaFunction = ({ error }) => [
	{ title: error === undefined ? "Vivier" : titleOf(error) },
	{
		name: "description",
		content:
			"L’annuaire de sourcing de l’économie sociale et solidaire : qui peut vraiment répondre à votre besoin, et où.",
	},
];

function titleOf(error: unknown): string {
	if (!isRouteErrorResponse(error)) return "Incident — Vivier";
	return error.status === 404 ? "Page introuvable — Vivier" : "Demande refusée — Vivier";
}

export function loader({ context }: LoaderFunctionArgs) {
	return { demo: context.services.demo };
}

/** What the loader gives does not change while someone browses. */
export function shouldRevalidate(): boolean {
	return false;
}

export function Layout({ children }: { children: ReactNode }) {
	const data = useRouteLoaderData<typeof loader>("root");
	const error = useRouteError();
	const incident = useIncidentNumber();
	const nonce = useNonce();
	const crashed = error != null && !isRouteErrorResponse(error);
	return (
		<html lang="fr" data-incident={crashed ? (incident ?? undefined) : undefined}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="theme-color" content="#0e3f38" />
				<Meta />
				<Links />
			</head>
			<body>
				<a className="skip-link" href="#contenu">
					Aller au contenu
				</a>
				{data?.demo ? <DemoBanner /> : null}
				<SiteHeader />
				{children}
				<SiteFooter />
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

function DemoBanner() {
	return (
		<aside className="demo-banner" aria-label="Avertissement">
			<p>
				<strong>Base de démonstration</strong> — structures fictives
			</p>
		</aside>
	);
}

export default function App() {
	return (
		<main id="contenu" tabIndex={-1}>
			<Outlet />
		</main>
	);
}

export function ErrorBoundary() {
	return (
		<main id="contenu" tabIndex={-1}>
			<ErrorPage error={useRouteError()} />
		</main>
	);
}
