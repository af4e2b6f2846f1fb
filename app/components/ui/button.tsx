import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface Look {
	/** `primary` once a screen at most. */
	variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
	size?: "normal" | "large" | undefined;
	/** As wide as its container. */
	block?: boolean | undefined;
}

function lookOf(
	{ variant = "primary", size = "normal", block = false }: Look,
	extra?: string,
): string {
	return classNames(
		"button",
		variant !== "primary" && `button--${variant}`,
		size === "large" && "button--large",
		block && "button--block",
		extra,
	);
}

export function Button({
	variant,
	size,
	block,
	className,
	type = "submit",
	...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
	return <button type={type} className={lookOf({ variant, size, block }, className)} {...rest} />;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
	variant,
	size,
	block,
	className,
	...rest
}: Look & LinkProps & { children: ReactNode }) {
	return <Link className={lookOf({ variant, size, block }, className)} {...rest} />;
}

/** The same, for a file to download or another site: the router stays out of it. */
export function DownloadButton({
	variant = "secondary",
	size,
	block,
	href,
	children,
}: Look & { href: string; children: ReactNode }) {
	return (
		<a href={href} className={lookOf({ variant, size, block })} download>
			{children}
		</a>
	);
}
