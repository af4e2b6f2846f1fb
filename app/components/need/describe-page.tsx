import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { STEP_LABELS, STEPS } from "#app/domain/need-form/steps.ts";
import { PageHeader } from "../ui/blocks.tsx";
import { Button } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import type { DescribeView, SummaryLine } from "./view-types.ts";

/** The frame of a screen that describes a need: the question, the form, and what is said so far. */
export function DescribePage({
	view,
	question,
	lead,
	wide,
	children,
}: {
	view: DescribeView;
	/** The form needs the whole width: what is said so far folds above it. */
	wide?: boolean | undefined;
	/** The question this screen asks: the title of the page. */
	question: string;
	lead?: ReactNode;
	children: ReactNode;
}) {
	const position = (STEPS as readonly string[]).indexOf(view.screen);
	// The last screen is itself all that is said.
	const again = view.screen === "relecture";
	return (
		<div className="page describe">
			<PageHeader
				crumbs={[
					{ label: "Vos besoins", to: "/besoins" },
					{ label: view.title, to: `/besoins/${view.id}/decrire/relecture` },
				]}
				title={question}
				lead={lead}
			/>
			{position < 0 ? null : (
				<p className="muted describe__step">
					Étape {position + 1} sur {STEPS.length} — {STEP_LABELS[STEPS[position] ?? "quoi"]}
				</p>
			)}
			{again ? null : (
				<div className={wide ? "said--folded said--always" : "said--folded"}>
					<SaidFolded view={view} />
				</div>
			)}
			<div className={wide ? undefined : "describe__columns"}>
				<div className={wide ? "stack" : "describe__main stack"}>
					<ErrorSummary errors={view.problems} />
					{view.notes.length === 0 ? null : (
						<Notice title="Compris ainsi">
							{view.notes.map((note) => (
								<p key={note}>{note}</p>
							))}
						</Notice>
					)}
					{children}
				</div>
				{wide || again ? null : <SaidBeside view={view} />}
			</div>
		</div>
	);
}

/** What is said so far, beside the form on a large screen. */
function SaidBeside({ view }: { view: DescribeView }) {
	return (
		<aside className="describe__aside" aria-labelledby="deja-dit">
			<h2 className="said__title" id="deja-dit">
				Ce qui est dit jusqu’ici
			</h2>
			<SummaryList view={view} />
			{view.ready ? null : (
				<p className="muted">Une prestation et un lieu suffisent pour une première réponse.</p>
			)}
		</aside>
	);
}

/** The same, folded above the form on a phone. */
function SaidFolded({ view }: { view: DescribeView }) {
	const said = view.summary.filter((line) => line.text !== "").length;
	return (
		<Details summary="Ce qui est dit jusqu’ici" meta={`${said} sur ${view.summary.length}`}>
			<SummaryList view={view} />
		</Details>
	);
}

function SummaryList({ view }: { view: DescribeView }) {
	return (
		<ul className="said__list" role="list">
			{view.summary.map((line) => (
				<li key={line.step}>
					<Link
						to={line.to}
						aria-current={line.step === view.screen ? "step" : undefined}
						className="said__line"
					>
						<span className="said__label">{line.label}</span>
						<span className={line.text === "" ? "muted" : undefined}>{saidText(line)}</span>
					</Link>
				</li>
			))}
		</ul>
	);
}

function saidText(line: SummaryLine): string {
	if (line.wrong) return `${line.text === "" ? "" : `${line.text} — `}à corriger`;
	if (line.text !== "") return line.text;
	return line.step === "quoi" || line.step === "ou" ? "à dire" : "rien de demandé";
}

/** A form of the description: its own fields, then the same three ways on. */
export function StepForm({
	view,
	children,
	upload,
	service,
}: {
	view: DescribeView;
	children: ReactNode;
	upload?: boolean | undefined;
	/** The service the fields are about. */
	service?: string | undefined;
}) {
	return (
		<Form
			method="post"
			action={`/besoins/${view.id}/decrire/${view.screen}`}
			encType={upload ? "multipart/form-data" : "application/x-www-form-urlencoded"}
			className="stack"
			noValidate
		>
			<input type="hidden" name="return" value={view.query} />
			{service === undefined ? null : <input type="hidden" name="service" value={service} />}
			{children}
			<StepActions view={view} />
		</Form>
	);
}

/** On, skip, or the answer at once. */
export function StepActions({ view, label = "Continuer" }: { view: DescribeView; label?: string }) {
	const busy = useNavigation().state !== "idle";
	// What and where, once said, are known.
	const known = view.ready && (view.screen === "quoi" || view.screen === "ou");
	return (
		<div className="form-actions">
			<Button name="go" value="next" disabled={busy}>
				{label}
			</Button>
			{known ? null : (
				<Button name="go" value="skip" variant="quiet">
					Je ne sais pas, passer
				</Button>
			)}
			{view.ready ? (
				<Button name="go" value="answer" variant="secondary">
					Voir la réponse
				</Button>
			) : null}
			{view.back === null ? null : (
				<Link to={view.back} className="describe__back">
					Revenir
				</Link>
			)}
		</div>
	);
}
