import { Link } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

export interface Crumb {
	label: ReactNode;
	to: string;
}

/** The way back up; the page itself is not in it, its title says it. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
	return (
		<nav className="breadcrumb" aria-label="Fil d’Ariane">
			<ol>
				{items.map((item) => (
					<li key={item.to}>
						<Link to={item.to}>{item.label}</Link>
					</li>
				))}
			</ol>
		</nav>
	);
}

export interface LinkTab {
	label: ReactNode;
	to: string;
	current: boolean;
	count?: number | undefined;
}

/** Views of the same thing, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
	return (
		<nav className="tabs" aria-label={label}>
			{/* biome keeps lists in navs; Safari needs the role to still call an unstyled list a list */}
			<ul role="list">
				{tabs.map((tab) => (
					<li key={tab.to}>
						<Link to={tab.to} aria-current={tab.current ? "page" : undefined} preventScrollReset>
							{tab.label}
							{tab.count === undefined ? null : (
								<span className="tabs__count">{tab.count.toLocaleString("fr-FR")}</span>
							)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** The parts of a long page, to go straight to one. `id`: of the element it leads to. */
export function PageContents({ parts }: { parts: readonly { id: string; label: string }[] }) {
	return (
		<nav className="page-contents" aria-labelledby="sur-cette-page">
			<p id="sur-cette-page">Sur cette page</p>
			<ul role="list">
				{parts.map(({ id, label }) => (
					<li key={id}>
						<a href={`#${id}`}>{label}</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

export interface SortLink {
	label: string;
	to: string;
	current: boolean;
}

export function SortLinks({
	label = "Trier par",
	links,
}: {
	label?: string;
	links: readonly SortLink[];
}) {
	return (
		<nav className="sort-links" aria-label={label}>
			<span className="muted" aria-hidden>
				{label}
			</span>
			<ul role="list">
				{links.map((link) => (
					<li key={link.to}>
						<Link to={link.to} aria-current={link.current ? "true" : undefined} preventScrollReset>
							{link.label}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** Numbered pages: the first, the last, and those around the current one. */
export function Pagination({
	page,
	pageCount,
	to,
	label = "Pages de résultats",
}: {
	/** From 1. */
	page: number;
	pageCount: number;
	to: (page: number) => string;
	label?: string | undefined;
}) {
	if (pageCount <= 1) return null;
	return (
		<nav className="pagination" aria-label={label}>
			<ul role="list">
				{page > 1 ? (
					<li>
						<Link to={to(page - 1)} rel="prev">
							<ArrowLeft aria-hidden size="1.1em" /> Précédente
						</Link>
					</li>
				) : null}
				{pagesShown(page, pageCount).map((shown) =>
					typeof shown === "string" ? (
						<li key={shown} aria-hidden>
							<span className="pagination__gap">…</span>
						</li>
					) : (
						<li key={shown}>
							<Link
								to={to(shown)}
								aria-label={`Page ${shown}`}
								aria-current={shown === page ? "page" : undefined}
							>
								{shown.toLocaleString("fr-FR")}
							</Link>
						</li>
					),
				)}
				{page < pageCount ? (
					<li>
						<Link to={to(page + 1)} rel="next">
							Suivante <ArrowRight aria-hidden size="1.1em" />
						</Link>
					</li>
				) : null}
			</ul>
		</nav>
	);
}

/** Page numbers to show, with a named gap where some are left out. */
export function pagesShown(
	page: number,
	pageCount: number,
): (number | "gap-before" | "gap-after")[] {
	const near = [page - 1, page, page + 1].filter((one) => one > 1 && one < pageCount);
	const first = near[0] ?? pageCount;
	const last = near.at(-1) ?? 1;
	return [
		1,
		...(first > 3 ? (["gap-before"] as const) : first === 3 ? [2] : []),
		...near,
		...(last < pageCount - 2
			? (["gap-after"] as const)
			: last === pageCount - 2
				? [pageCount - 1]
				: []),
		pageCount,
	];
}

/** Previous and next only, for lists read with a cursor. */
export function Pager({
	previous,
	next,
	label = "Suite de la liste",
}: {
	previous: string | null;
	next: string | null;
	label?: string | undefined;
}) {
	if (previous === null && next === null) return null;
	return (
		<nav className="pagination" aria-label={label}>
			<ul role="list">
				{previous === null ? null : (
					<li>
						<Link to={previous} rel="prev">
							<ArrowLeft aria-hidden size="1.1em" /> Précédents
						</Link>
					</li>
				)}
				{next === null ? null : (
					<li>
						<Link to={next} rel="next">
							Suivants <ArrowRight aria-hidden size="1.1em" />
						</Link>
					</li>
				)}
			</ul>
		</nav>
	);
}
