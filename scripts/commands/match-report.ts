import { countOfWord, formatKm, formatNumber } from "#app/domain/french-format.ts";
import { CHECK_LABELS, VERDICT_LABELS } from "#app/domain/french-labels.ts";
import { competitionSentence, headlineOf, reachSentence } from "#app/domain/headline.ts";
import type { MatchAnswer, MatchedSupplier, RelaxationChange } from "#app/domain/match-types.ts";
import { effectSentence } from "#app/domain/relax/rewrite.ts";

const BAR_WIDTH = 30;
const MARKS = { confirmed: "●", possible: "◐", excluded: "○" } as const;

export interface ReportWords {
	readonly title: string;
	readonly cellCount: number;
	/** What fails or is unknown for one supplier, in French, most telling first. */
	reasons(supplier: MatchedSupplier): readonly string[];
	/** What the need asks at this check, in a few words; empty when there is nothing to add. */
	asked(check: string): string;
	/** A cell as people name it. */
	cell(id: string): string;
	/** What changes of the need would say, in one sentence. */
	changes(changes: readonly RelaxationChange[]): string;
}

/** The answer as a reader of a terminal wants it: the sentence, the funnel, then the list. */
export function matchReport(answer: MatchAnswer, words: ReportWords, { listed = 12 } = {}): string {
	const reach = reachSentence(answer, words.cellCount);
	return [
		words.title,
		"",
		[headlineOf(answer), reach].filter(Boolean).join(" "),
		competitionSentence(answer),
		"",
		...funnel(answer, words),
		...combinations(answer),
		...relaxations(answer, words),
		...list(answer, words, listed),
		...groups(answer, words),
		"",
	].join("\n");
}

function funnel(answer: MatchAnswer, words: ReportWords): string[] {
	const most = Math.max(1, ...answer.waterfall.map((step) => step.remaining + step.removed));
	const labelWidth = Math.max(...answer.waterfall.map((step) => CHECK_LABELS[step.check].length));
	return answer.waterfall.map((step) => {
		const filled = Math.ceil((step.remaining / most) * BAR_WIDTH);
		const bar = "█".repeat(filled).padEnd(BAR_WIDTH, "·");
		const removed = step.removed > 0 ? `−${formatNumber(step.removed)}` : "";
		const asked = step.removed > 0 ? words.asked(step.check) : "";
		return `  ${CHECK_LABELS[step.check].padEnd(labelWidth)}  ${bar} ${String(step.remaining).padStart(5)}  ${removed.padEnd(6)} ${asked}`.trimEnd();
	});
}

function combinations(answer: MatchAnswer): string[] {
	if (answer.combinations.length === 0) return [];
	return [
		"",
		"Ce qui les écarte ensemble :",
		...answer.combinations.slice(0, 5).map(({ checks, organisations }) => {
			const names = checks.map((check) => CHECK_LABELS[check].toLocaleLowerCase("fr")).join(" + ");
			return `  ${names} → ${countOfWord(organisations, "opérateur")}`;
		}),
	];
}

function relaxations({ relaxations = [] }: MatchAnswer, words: ReportWords): string[] {
	if (relaxations.length === 0) return [];
	return [
		"",
		"Ce qui les ferait revenir :",
		...relaxations.flatMap((proposal) => [
			`  ${words.changes(proposal.changes)}`,
			`      ${NATURES[proposal.nature]} → ${effectSentence(proposal)}`,
		]),
	];
}

const NATURES = {
	need: "dans le besoin",
	allotment: "par l’allotissement",
	law: "par le régime du marché",
} as const;

const SHOWN_GROUPS = 5;

function groups({ consortia, consortiaSearch: search }: MatchAnswer, words: ReportWords): string[] {
	if (search === null) return [];
	if (consortia.length === 0) {
		const missing = search.uncovered.map((cell) => words.cell(cell));
		const why = missing.length > 0 ? `\u202f; personne pour ${missing.join(", ")}` : "";
		return ["", `Aucun groupement de deux ou trois structures ne couvre tout le besoin${why}.`];
	}
	const count =
		search.total === null
			? `plus de ${formatNumber(consortia.length)}`
			: formatNumber(search.total);
	const shown = consortia.slice(0, SHOWN_GROUPS);
	return [
		"",
		`Groupements qui couvriraient tout le besoin (${count}) :`,
		...shown.flatMap(({ details, lead, verdict, shares }) => [
			`  ${MARKS[verdict]} ${details.map(({ name }) => name).join(" + ")} : ${VERDICT_LABELS[verdict]}`,
			...details.map(({ id, name, cells }) => {
				const parts = cells.map(
					(cell) => `${words.cell(cell)}${(shares[cell]?.length ?? 0) > 1 ? " (en partie)" : ""}`,
				);
				return `      ${name}${id === lead ? ", mandataire possible" : ""} : ${parts.join(", ")}`;
			}),
		]),
		...(consortia.length > shown.length || search.total === null ? ["  …"] : []),
	];
}

function list(answer: MatchAnswer, words: ReportWords, listed: number): string[] {
	const shown = answer.suppliers.slice(0, listed);
	if (shown.length === 0) return [];
	const lines = shown.flatMap((supplier) => {
		const distance =
			supplier.distanceKm === null ? "distance inconnue" : `à ${formatKm(supplier.distanceKm)}`;
		const head = `  ${MARKS[supplier.verdict]} ${supplier.name} (${distance}) : ${VERDICT_LABELS[supplier.verdict]}`;
		return [
			head,
			...words
				.reasons(supplier)
				.slice(0, 3)
				.map((reason) => `      ${reason}`),
		];
	});
	const rest = answer.suppliers.length - shown.length;
	return [
		"",
		"Structures, dans un ordre tiré au sort :",
		...lines,
		...(rest > 0 ? [`  … et ${formatNumber(rest)} autres`] : []),
	];
}
