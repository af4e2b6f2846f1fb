import type { ReactNode } from "react";
import { PageHeader } from "#app/components/ui/blocks.tsx";
import type { Crumb } from "#app/components/ui/navigation.tsx";

const HELP: Crumb = { label: "Aide", to: "/aide" };

/** A page to read: one column, its sections listed on top. */
export function HelpPage({
	title,
	lead,
	sections,
	inside = true,
	children,
}: {
	title: string;
	lead: ReactNode;
	/** Anchors and titles of the sections, in order. */
	sections: readonly { readonly id: string; readonly title: string }[];
	/** False for the help's own front page. */
	inside?: boolean;
	children: ReactNode;
}) {
	return (
		<div className="page page--narrow help">
			<PageHeader crumbs={inside ? [HELP] : []} title={title} lead={lead} />
			<nav aria-label="Sur cette page" className="help__summary no-print">
				<ul>
					{sections.map((section) => (
						<li key={section.id}>
							<a href={`#${section.id}`}>{section.title}</a>
						</li>
					))}
				</ul>
			</nav>
			<div className="stack stack--loose">{children}</div>
		</div>
	);
}

export function HelpSection({
	id,
	title,
	children,
}: {
	id: string;
	title: string;
	children: ReactNode;
}) {
	return (
		<section id={id} aria-labelledby={`${id}-titre`} className="stack stack--snug">
			<h2 id={`${id}-titre`}>{title}</h2>
			{children}
		</section>
	);
}
