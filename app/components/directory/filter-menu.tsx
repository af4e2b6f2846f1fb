import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";

/** One group of filters behind its name: a native disclosure, so that it opens without script. */
export function FilterMenu({
	label,
	active,
	children,
}: {
	label: string;
	/** Number of filters of the group in force. */
	active: number;
	children: ReactNode;
}) {
	return (
		<details className="filter-menu" name="filters">
			<summary>
				{label}
				{active > 0 ? (
					<span className="filter-menu__count">
						{active}
						<span className="visually-hidden"> en vigueur</span>
					</span>
				) : null}
			</summary>
			<div className="filter-menu__panel stack stack--snug">
				{children}
				<div className="filter-menu__actions">
					<Button>Voir les structures</Button>
				</div>
			</div>
		</details>
	);
}

/** With script, a menu closes with Escape, by a click elsewhere, and when its form is sent. */
export function useClosingMenus() {
	const holder = useRef<HTMLFormElement>(null);
	useEffect(() => {
		const form = holder.current;
		if (form === null) return;
		const open = () => form.querySelectorAll<HTMLDetailsElement>("details.filter-menu[open]");
		const closeAll = () => {
			for (const menu of open()) menu.open = false;
		};
		const onKey = (event: KeyboardEvent) => {
			// A list of proposals that Escape closed is enough for one press.
			if (event.key !== "Escape" || event.defaultPrevented) return;
			for (const menu of open()) {
				const held = menu.contains(document.activeElement);
				menu.open = false;
				if (held) menu.querySelector("summary")?.focus();
			}
		};
		const onPress = (event: MouseEvent) => {
			for (const menu of open()) {
				// The path, since what was pressed may be gone by now.
				if (!event.composedPath().includes(menu)) menu.open = false;
			}
		};
		form.addEventListener("submit", closeAll);
		document.addEventListener("keydown", onKey);
		document.addEventListener("click", onPress);
		return () => {
			form.removeEventListener("submit", closeAll);
			document.removeEventListener("keydown", onKey);
			document.removeEventListener("click", onPress);
		};
	}, []);
	return holder;
}
