import { Form, Link } from "@remix-run/react";
import { Redo2, RotateCcw, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { type ChangeNames, changeWords } from "#app/domain/what-if/change-words.ts";
import { EDIT_PARAMETER, editText, standingEdits } from "#app/domain/what-if/edits.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { ComeAndGo, StandingFigure } from "./standing-figure.tsx";
import type { WhatIfView } from "./types.ts";
import type { WhatIf } from "./use-what-if.ts";
import { variantAddress } from "./variant-address.ts";

/** Where the need would stand with what is tried, and what one can do with it. */
export function Outcome({
	view,
	whatIf,
	names,
	follow,
}: {
	view: WhatIfView;
	whatIf: WhatIf;
	names: ChangeNames;
	/** The comparison is on this page already. */
	follow: boolean;
}) {
	const edits = standingEdits(whatIf.log);
	const tried = edits.length > 0;
	return (
		<section className="outcome" aria-label="L’offre réelle">
			<h3>{tried ? "L’offre réelle avec ces changements" : "L’offre réelle aujourd’hui"}</h3>
			<div role="status" aria-busy={whatIf.state === "late"}>
				<StandingFigure standing={whatIf.standing} />
			</div>
			{whatIf.state === "failed" ? (
				<p role="alert">Le calcul n’a pas répondu : ces nombres sont ceux d’avant. Réessayez.</p>
			) : null}
			{tried ? (
				<>
					<ComeAndGo before={view.base} after={whatIf.standing} />
					<ul className="outcome__changes">
						{edits.map((edit) => (
							<li key={editText(edit)}>{changeWords(edit, view.names, names)}</li>
						))}
					</ul>
					<Form method="post" action={`/besoins/${view.id}/appliquer`} className="cluster">
						{view.scope === "whole" ? <input type="hidden" name="portee" value="tout" /> : null}
						{edits.map((edit) => (
							<input
								key={editText(edit)}
								type="hidden"
								name={EDIT_PARAMETER}
								value={editText(edit)}
							/>
						))}
						<Button>Appliquer à mon besoin</Button>
						{follow ? null : (
							<LinkButton variant="secondary" to={variantAddress(view, whatIf.log)}>
								Comparer côte à côte
							</LinkButton>
						)}
					</Form>
				</>
			) : (
				<p className="muted">
					Changez une condition : ces nombres suivent, votre besoin ne bouge pas.
				</p>
			)}
			<Trail view={view} whatIf={whatIf} />
		</section>
	);
}

/** Taking back, doing again, starting over: addresses without script, gestures with it. All stay in place, so that the keyboard does. */
function Trail({ view, whatIf }: { view: WhatIfView; whatIf: WhatIf }) {
	const { log, undone } = whatIf;
	if (log.length + undone.length === 0) return null;
	const again = undone.slice(-1);
	return (
		<div className="cluster cluster--tight outcome__trail">
			<TrailLink
				to={variantAddress(view, log.slice(0, -1))}
				onGo={whatIf.undo}
				off={log.length === 0}
			>
				<Undo2 aria-hidden /> Défaire
			</TrailLink>
			<TrailLink
				to={variantAddress(view, [...log, ...again])}
				onGo={whatIf.redo}
				off={again.length === 0}
			>
				<Redo2 aria-hidden /> Refaire
			</TrailLink>
			<TrailLink to={variantAddress(view, [])} onGo={whatIf.reset} off={log.length === 0}>
				<RotateCcw aria-hidden /> Revenir au besoin
			</TrailLink>
		</div>
	);
}

function TrailLink({
	to,
	onGo,
	off,
	children,
}: {
	to: string;
	onGo(): void;
	off: boolean;
	children: ReactNode;
}) {
	return (
		<Link
			to={to}
			className="button button--quiet"
			aria-disabled={off || undefined}
			onClick={(event) => {
				event.preventDefault();
				if (!off) onGo();
			}}
		>
			{children}
		</Link>
	);
}
