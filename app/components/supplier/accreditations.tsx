import { Link } from "@remix-run/react";
import { VerdictMark } from "#app/components/ui/marks.tsx";
import { joinAnd } from "#app/domain/french-format.ts";
import { RESERVATION_LABELS } from "#app/domain/french-labels.ts";
import { capital, KindInWords } from "./kinds.tsx";
import { SourceNote } from "./source-note.tsx";
import type { KindLine, ReservedLine } from "./supplier-view.ts";

/** What it is accredited as, seen by whom and when. */
export function Accreditations({ kinds }: { kinds: readonly KindLine[] | null }) {
	return (
		<section className="stack stack--snug" aria-labelledby="types">
			<h2 id="types">Type de structure</h2>
			{kinds === null ? (
				<p>Non renseigné{"\u202f"}: aucune source ne dit si elle a un agrément.</p>
			) : kinds.length === 0 ? (
				<p>Aucun agrément, selon sa fiche.</p>
			) : (
				<ul className="plain-list stack stack--snug">
					{kinds.map((kind) => (
						<li key={kind.code}>
							<p>
								<strong>
									<KindInWords code={kind.code} />
								</strong>
							</p>
							<p>
								<KindState kind={kind} />
							</p>
							<p className="muted">
								<SourceNote source={kind.source} />
							</p>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function KindState({ kind }: { kind: KindLine }) {
	const seen = kind.asOf === null ? "sans date" : `le ${kind.asOf}`;
	const end = kind.until === null ? "" : `, valable jusqu’au ${kind.until}`;
	if (kind.state === "ended") {
		return (
			<VerdictMark shape="empty" tone="brick">
				Terminé le {kind.until}
			</VerdictMark>
		);
	}
	const words =
		kind.proof === "declared"
			? "déclaré, sans justificatif"
			: `${kind.proof === "registry" ? "vu sur une liste officielle" : "justificatif vu"} ${seen}${end}`;
	return kind.state === "proved" ? (
		<VerdictMark shape="full" tone="leaf">
			{capital(words)}
		</VerdictMark>
	) : (
		<VerdictMark shape="half" tone="amber">
			{`À confirmer\u202f: ${words}`}
		</VerdictMark>
	);
}

/** The reserved contracts it may answer, each with its article. */
export function ReservedContracts({ lines }: { lines: readonly ReservedLine[] }) {
	return (
		<section className="stack stack--snug" aria-labelledby="reserves">
			<h2 id="reserves">Marchés réservés auxquels elle peut répondre</h2>
			{lines.length === 0 ? (
				<p>Aucun, d’après ce que l’on sait de ses agréments.</p>
			) : (
				<ul className="plain-list stack stack--snug">
					{lines.map((line) => (
						<li key={line.reservation}>
							<ReservedItem line={line} />
						</li>
					))}
				</ul>
			)}
			<p className="muted">
				Vivier informe et ne décide pas{"\u202f"}: l’acheteur vérifie l’éligibilité à la date du
				marché.
			</p>
		</section>
	);
}

/** The anchor of a regime in the table of law. */
const RULES: Record<ReservedLine["reservation"], string> = {
	handicap: "res.handicap",
	insertion: "res.insertion",
	joint: "res.joint",
	prison: "res.prison",
	ess: "res.ess.cpv",
};

function ReservedItem({ line }: { line: ReservedLine }) {
	const why = line.kinds.length > 0 ? `(${joinAnd(line.kinds)})` : "(statut de l’ESS)";
	return (
		<>
			<p>
				Marché {RESERVATION_LABELS[line.reservation]},{" "}
				<Link to={`/sources#${RULES[line.reservation]}`}>article {line.article}</Link>
			</p>
			<p>
				{line.state === "proved" && line.certain ? (
					<VerdictMark shape="full" tone="leaf">
						Agrément prouvé {why}
					</VerdictMark>
				) : (
					<VerdictMark shape="half" tone="amber">
						À vérifier {why}
					</VerdictMark>
				)}
			</p>
		</>
	);
}
