import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Breadcrumb, type Crumb } from "./navigation.tsx";
import { Ripples } from "./ripples.tsx";

/** The top of a page: the way up, the answer as a title, one sentence, what one can do. */
export function PageHeader({
	crumbs,
	title,
	lead,
	actions,
}: {
	crumbs?: readonly Crumb[] | undefined;
	title: ReactNode;
	lead?: ReactNode;
	actions?: ReactNode;
}) {
	return (
		<header className="page-header">
			{crumbs && crumbs.length > 0 ? <Breadcrumb items={crumbs} /> : null}
			<div className="page-header__row">
				<div>
					<h1>{title}</h1>
					{lead == null ? null : <p className="lead">{lead}</p>}
				</div>
				{actions == null ? null : <div className="cluster no-print">{actions}</div>}
			</div>
		</header>
	);
}

/** A thing in a list. With `to`, the title is a link and the whole card leads there. */
export function Card({
	title,
	to,
	level = 3,
	footer,
	id,
	children,
}: {
	title?: ReactNode;
	to?: string | undefined;
	level?: 2 | 3 | 4 | undefined;
	footer?: ReactNode;
	id?: string | undefined;
	children?: ReactNode;
}) {
	const Heading = `h${level}` as const;
	return (
		<article id={id} className={classNames("card", to !== undefined && "card--link")}>
			<div className="stack stack--tight">
				{title == null ? null : (
					<Heading className="card__title">
						{to === undefined ? title : <Link to={to}>{title}</Link>}
					</Heading>
				)}
				<div className="card__body stack stack--tight">{children}</div>
			</div>
			{footer == null ? null : <div className="card__footer">{footer}</div>}
		</article>
	);
}

/** Nothing to show: what happened, and what one can do. */
export function EmptyState({
	title,
	level = 2,
	actions,
	children,
}: {
	title: ReactNode;
	level?: 2 | 3 | undefined;
	actions?: ReactNode;
	children?: ReactNode;
}) {
	const Heading = `h${level}` as const;
	return (
		<div className="empty">
			<Ripples />
			<div className="stack stack--snug">
				<Heading>{title}</Heading>
				{children}
				{actions == null ? null : <div className="cluster">{actions}</div>}
			</div>
		</div>
	);
}

export interface Definition {
	term: ReactNode;
	description: ReactNode;
	/** Who said it and when, in small under the value. */
	source?: ReactNode;
	/** When two terms read alike. */
	key?: string | undefined;
}

export function DefinitionList({ items }: { items: readonly Definition[] }) {
	return (
		<dl className="definitions">
			{items.map((item, index) => (
				<div key={item.key ?? (typeof item.term === "string" ? item.term : `term-${index}`)}>
					<dt>{item.term}</dt>
					<dd>
						{item.description}
						{item.source == null ? null : (
							<span className="definitions__source">{item.source}</span>
						)}
					</dd>
				</div>
			))}
		</dl>
	);
}
