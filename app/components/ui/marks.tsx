import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Tone = "leaf" | "amber" | "brick" | "blue" | "pond";
export type Shape = "full" | "half" | "empty";

/** A word in a box: a category, never a score. */
export function Tag({ tone, children }: { tone?: Tone | undefined; children: ReactNode }) {
	return <span className={classNames("tag", tone && `tag--${tone}`)}>{children}</span>;
}

/** A state told by a shape and a word; the colour only helps. */
export function VerdictMark({
	shape,
	tone,
	children,
}: {
	shape: Shape;
	tone: "leaf" | "amber" | "brick" | "muted";
	/** The word. */
	children: ReactNode;
}) {
	return (
		<span className={`mark mark--${tone}`}>
			<ShapeIcon shape={shape} />
			<span>{children}</span>
		</span>
	);
}

/** The shape alone, drawn in the current text colour; a word must stand beside it. */
export function ShapeIcon({ shape }: { shape: Shape }) {
	return (
		<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" width="16" height="16">
			<circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="2" />
			{shape === "full" ? <circle cx="8" cy="8" r="6.75" fill="currentColor" /> : null}
			{shape === "half" ? <path d="M8 1.25a6.75 6.75 0 0 0 0 13.5z" fill="currentColor" /> : null}
		</svg>
	);
}

/** An acronym with its meaning; spell it out in the text the first time. */
export function Abbr({ title, children }: { title: string; children: ReactNode }) {
	return <abbr title={title}>{children}</abbr>;
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
	return <span className="visually-hidden">{children}</span>;
}
