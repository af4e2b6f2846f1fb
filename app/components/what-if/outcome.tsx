import { Link } from "@remix-run/react";
import { Redo2, RotateCcw, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { standingEdits } from "#app/domain/what-if/edits.ts";
import { ApplyForm, CompareLink } from "./apply-form.tsx";
import { ComeAndGo, StandingFigure } from "./standing-figure.tsx";
import type { WhatIfView } from "./types.ts";
import type { WhatIf } from "./use-what-if.ts";
import { variantAddress } from "./variant-address.ts";

/** Where the need would stand with what is tried, and what one can do with it. */
export function Outcome({
	view,
	whatIf,
	follow,
}: {
	view: WhatIfView;
	whatIf: WhatIf;
	/** The comparison is on this page already. */
	follow: boolean;
}) {
	const edits = standingEdits(whatIf.log);
	const tried = edits.length > 0;
	return (
		<section className="outcome" aria-label="L’offre réelle">
			<h3>{tried ? "L’offre réelle avec ces changements" : "L’offre réelle aujourd’hui"}</h3>
			<div role="status" aria-busy={whatIf.state === "late"}>
				<StandingFigure figures={whatIf.attempted.figures} />
			</div>
			{whatIf.state === "failed" ? (
				<p role="alert">Le calcul n’a pas répondu : ces nombres sont ceux d’avant. Réessayez.</p>
			) : null}
			{tried ? (
				<>
					{whatIf.detailState === "ready" ? (
						<ComeAndGo before={view.base} after={whatIf.detail.standing} />
					) : (
						<p className="muted">Qui entre, qui sort…</p>
					)}
					<ul className="outcome__changes">
						{whatIf.attempted.sentences.map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
					<ApplyForm asked={view} edits={edits} label="Appliquer à mon besoin">
						{follow ? null : (
							<CompareLink
								asked={view}
								edits={whatIf.log}
								label="Comparer côte à côte"
								variant="secondary"
							/>
						)}
					</ApplyForm>
				</>
			) : (
				<p className="muted">
					Changez une condition : ces nombres suivent, votre besoin ne bouge pas.
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
