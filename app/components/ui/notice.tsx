import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const ICONS = {
	info: Info,
	care: TriangleAlert,
	error: OctagonAlert,
	success: CircleCheck,
} as const;

/** A short message set apart. `live` announces it when it appears after the page was loaded. */
export function Notice({
	tone = "info",
	title,
	live = false,
	children,
}: {
	tone?: keyof typeof ICONS | undefined;
	title?: ReactNode;
	live?: boolean | undefined;
	children?: ReactNode;
}) {
	const Icon = ICONS[tone];
	return (
		<div
			className={classNames("notice", tone !== "info" && `notice--${tone}`)}
			role={live ? (tone === "error" ? "alert" : "status") : undefined}
		>
			<Icon aria-hidden className="notice__icon" />
			<div className="stack stack--tight">
				{title == null ? null : (
					<p className="notice__title">
						<strong>{title}</strong>
					</p>
				)}
				{children}
			</div>
		</div>
	);
}
