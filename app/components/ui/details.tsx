import type { ReactNode } from "react";

/** A part that unfolds; works without JavaScript. */
export function Details({
	summary,
	meta,
	open,
	id,
	children,
}: {
	summary: ReactNode;
	/** Said at the end of the line, folded or not: a count, a date. */
	meta?: ReactNode;
	open?: boolean | undefined;
	id?: string | undefined;
	children: ReactNode;
}) {
	return (
		<details className="details" open={open} id={id}>
			<summary>
				<span>{summary}</span>
				{meta == null ? null : <span className="details__meta">{meta}</span>}
			</summary>
			<div className="details__body">{children}</div>
		</details>
	);
}
