import { classNames } from "./class-names.ts";

/**
 * A horizontal bar for a value that is written beside it. Drawn in SVG: the width is an attribute,
 * which the content security policy lets pass where an inline style would not.
 */
export function Bar({
	value,
	max,
	lost = 0,
	tone,
}: {
	value: number;
	/** The full width. Zero draws an empty bar. */
	max: number;
	/** A hatched part after the value: what went since the bar above. */
	lost?: number | undefined;
	tone?: "leaf" | "amber" | "brick" | undefined;
}) {
	const share = (part: number) => (max > 0 ? Math.max(0, Math.min(100, (100 * part) / max)) : 0);
	const width = share(value);
	return (
		<svg
			className={classNames("bar", tone && `bar--${tone}`)}
			viewBox="0 0 100 10"
			preserveAspectRatio="none"
			aria-hidden="true"
			focusable="false"
		>
			<rect className="bar__track" width="100" height="10" />
			{lost > 0 ? (
				<rect
					className="bar__lost"
					x={width}
					y="0.5"
					width={Math.min(share(lost), 100 - width)}
					height="9"
				/>
			) : null}
			<rect className="bar__value" width={width} height="10" />
		</svg>
	);
}

/** Where a long task stands. `value` null: under way, end unknown. */
export function Progress({
	label,
	value,
	max,
	detail,
}: {
	label: string;
	value: number | null;
	max: number;
	/** Count, rate and time left, in words. */
	detail?: string | undefined;
}) {
	return (
		<div className="progress">
			<label>
				<strong>{label}</strong>
				<progress max={max} {...(value === null ? {} : { value })} />
			</label>
			{detail === undefined ? null : (
				<p className="muted figures" role="status">
					{detail}
				</p>
			)}
		</div>
	);
}
