import { Link, useLocation } from "@remix-run/react";
import { LogoMark } from "../ui/ripples.tsx";

const NAVIGATION = [
	{ to: "/besoins/nouveau", under: "/besoins", label: "Décrire un besoin" },
	{ to: "/fournisseurs", under: "/fournisseurs", label: "Structures" },
	{ to: "/segments", under: "/segments", label: "Segments" },
	{ to: "/aide", under: "/aide", label: "Aide" },
] as const;

/** Radii of the ripples behind the header. */
const WATER = [26, 54, 86, 122, 162, 206] as const;

export function SiteHeader() {
	const { pathname } = useLocation();
	return (
		<header className="site-header">
			<svg
				className="site-header__water"
				viewBox="0 0 400 200"
				aria-hidden="true"
				focusable="false"
			>
				{WATER.map((radius) => (
					<circle key={radius} cx="250" cy="170" r={radius} />
				))}
			</svg>
			<div className="site-header__inner">
				<Link to="/" className="brand" aria-label="Vivier, accueil">
					<LogoMark className="brand__mark" />
					Vivier
				</Link>
				<nav className="site-nav" aria-label="Principal">
					<ul role="list">
						{NAVIGATION.map(({ to, under, label }) => (
							<li key={to}>
								<Link to={to} aria-current={currentness(pathname, to, under)}>
									{label}
								</Link>
							</li>
						))}
					</ul>
				</nav>
			</div>
		</header>
	);
}

function currentness(pathname: string, to: string, under: string): "page" | "true" | undefined {
	if (pathname === to) return "page";
	return pathname === under || pathname.startsWith(`${under}/`) ? "true" : undefined;
}

export function SiteFooter() {
	return (
		<footer className="site-footer">
			<div className="site-footer__inner">
				<p>
					Vivier informe, il ne décide pas. Ce qui n’est pas connu est écrit comme tel ; les listes
					suivent un tirage stable, jamais la taille des structures.
				</p>
				<nav aria-label="Pied de page">
					<ul role="list">
						<li>
							<Link to="/sources">Sources et licences</Link>
						</li>
						<li>
							<Link to="/aide">Aide</Link>
						</li>
						<li>
							<Link to="/api">API</Link>
						</li>
					</ul>
				</nav>
			</div>
		</footer>
	);
}
