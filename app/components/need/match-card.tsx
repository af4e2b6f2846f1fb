import { Link } from "@remix-run/react";
import { countOfWord, formatAge } from "#app/domain/french-format.ts";
import { VERDICT_LABELS } from "#app/domain/french-labels.ts";
import type { Verdict } from "#app/domain/vocabulary.ts";
import { KindCodeWord } from "../supplier/kinds.tsx";
import { Details } from "../ui/details.tsx";
import { VerdictMark } from "../ui/marks.tsx";
import type { Reason, SupplierView } from "./answer-types.ts";

const MARKS = {
	confirmed: { shape: "full", tone: "leaf" },
	possible: { shape: "half", tone: "amber" },
	excluded: { shape: "empty", tone: "brick" },
} as const satisfies Record<Verdict, { shape: string; tone: string }>;

/** How many reasons are said before the rest unfolds. */
const FIRST = 3;

/** A supplier for this need: its verdict, what fails, what is not known. */
export function MatchCard({ supplier, today }: { supplier: SupplierView; today: string }) {
	const { failed, unknown } = supplier;
	return (
		<article className="card match-card" data-map-id={supplier.id}>
			<header className="match-card__head">
				<h3 className="card__title">
					<Link to={supplier.href}>{supplier.name}</Link>
				</h3>
				<VerdictMark {...MARKS[supplier.verdict]}>{VERDICT_LABELS[supplier.verdict]}</VerdictMark>
			</header>
			<p>
				{supplier.kinds.map((code) => (
					<span key={code}>
						<KindCodeWord code={code} />
						{" · "}
					</span>
				))}
				{supplier.town}, <span className="figures">{supplier.distance}</span>
				{supplier.at === "" || supplier.verdict === "excluded" ? null : (
					<> · au mieux : {supplier.at}</>
				)}
			</p>
			<Reasons reasons={failed} title="Ne convient pas" kind="failed" />
			{failed.length > 0 && unknown.length > 0 ? (
				<Details summary={`Et ${countOfWord(unknown.length, "point inconnu", "points inconnus")}`}>
					<ReasonList reasons={unknown} />
				</Details>
			) : (
				<Reasons reasons={unknown} title="À confirmer" kind="unknown" />
			)}
			{supplier.care.length === 0 ? null : <p>Point d’attention : {supplier.care.join(" ; ")}.</p>}
			<p className="muted">
				{supplier.metCount > 0
					? `${countOfWord(supplier.metCount, "condition remplie", "conditions remplies")}. `
					: ""}
				<Freshness supplier={supplier} today={today} />
			</p>
		</article>
	);
}

function Reasons({
	reasons,
	title,
	kind,
}: {
	reasons: readonly Reason[];
	title: string;
	kind: "failed" | "unknown";
}) {
	if (reasons.length === 0) return null;
	const first = reasons.slice(0, FIRST);
	const others = reasons.slice(FIRST);
	return (
		<div className={`reasons reasons--${kind}`}>
			<p className="reasons__title">{title}</p>
			<ReasonList reasons={first} />
			{others.length === 0 ? null : (
				<Details summary={`${others.length} ${others.length > 1 ? "autres" : "autre"}`}>
					<ReasonList reasons={others} />
				</Details>
			)}
		</div>
	);
}

function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
	return (
		<ul>
			{reasons.map((reason) => (
				<li key={reason.check}>
					{reason.negotiable ? <strong>À négocier : </strong> : null}
					{reason.text}
					{reason.source === "" ? null : <span className="muted"> ({reason.source})</span>}
				</li>
			))}
		</ul>
	);
}

function Freshness({ supplier, today }: { supplier: SupplierView; today: string }) {
	if (supplier.verifiedOn === null) return <>Jamais confirmée par la structure ni par la CRESS.</>;
	const age = formatAge(supplier.verifiedOn, today);
	// A list that was imported is a date too, and confirms nothing.
	return supplier.stale ? (
		<>Information {ageWords(age)}, à faire confirmer.</>
	) : (
		<>Confirmée {age}.</>
	);
}

function ageWords(age: string): string {
	return age.startsWith("il ") ? `d’${age}` : age;
}
