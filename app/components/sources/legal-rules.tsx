import { Tag } from "#app/components/ui/marks.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { DUTY_RULES } from "#app/domain/legal-duties.ts";
import { PROCEDURE_RULES } from "#app/domain/legal-procedure.ts";
import { RESERVED_RULES } from "#app/domain/legal-reserved.ts";
import type { LegalRule } from "#app/domain/legal-table.ts";
import { THRESHOLD_RULES } from "#app/domain/legal-thresholds.ts";
import {
	articleWords,
	CONFIDENCE_WORDS,
	isToVerify,
	legalValueWords,
	periodWords,
} from "#app/domain/legal-words.ts";

const THEMES: readonly { id: string; title: string; rules: readonly LegalRule[] }[] = [
	{ id: "reserves", title: "Marchés réservés", rules: RESERVED_RULES },
	{ id: "seuils", title: "Seuils et calcul du besoin", rules: THRESHOLD_RULES },
	{
		id: "procedure",
		title: "Allotissement et systèmes d’acquisition dynamiques",
		rules: PROCEDURE_RULES,
	},
	{ id: "obligations", title: "Obligations sociales et environnementales", rules: DUTY_RULES },
];

interface RuleRow {
	readonly rule: LegalRule;
	/** Target of the links from other pages: one version per rule, the one in force. */
	readonly anchor: string | undefined;
}

/** @param on ISO date on which rules are in force or not */
export function LegalRules({ on }: { on: string }) {
	return THEMES.map(({ id, title, rules }) => (
		<section key={id} aria-labelledby={id} className="stack stack--snug">
			<h3 id={id}>{title}</h3>
			<Table
				caption={title}
				hideCaption
				columns={columnsOn(on)}
				rows={withAnchors(rules, on)}
				rowKey={({ rule }) => `${rule.id} ${rule.effectiveFrom}`}
			/>
		</section>
	));
}

function withAnchors(rules: readonly LegalRule[], on: string): RuleRow[] {
	return rules.map((rule) => {
		const versions = rules.filter(({ id }) => id === rule.id);
		const current = versions.find((version) => isInForce(version, on)) ?? versions[0];
		return { rule, anchor: rule === current ? rule.id : undefined };
	});
}

function isInForce({ effectiveFrom, effectiveTo }: LegalRule, on: string): boolean {
	return (
		(effectiveFrom === null || effectiveFrom <= on) && (effectiveTo === null || on <= effectiveTo)
	);
}

function columnsOn(on: string): readonly Column<RuleRow>[] {
	return [
		{
			key: "label",
			header: "Règle",
			rowHeader: true,
			cell: ({ rule, anchor }) => (
				<>
					<span id={anchor} className="anchor">
						{rule.label}
					</span>
					{rule.noteFr === "" ? null : <p className="muted source-note">{rule.noteFr}</p>}
				</>
			),
		},
		{ key: "article", header: "Texte", cell: ({ rule }) => articleWords(rule.article) },
		{ key: "value", header: "Valeur", cell: ({ rule }) => legalValueWords(rule) },
		{ key: "period", header: "En vigueur", cell: ({ rule }) => periodWords(rule, on) },
		{
			key: "confidence",
			header: "Lecture",
			cell: ({ rule }) => (
				<>
					{CONFIDENCE_WORDS[rule.confidence]}
					{isToVerify(rule) ? (
						<>
							{" "}
							<Tag tone="amber">à vérifier</Tag>
						</>
					) : null}
				</>
			),
		},
	];
}
