import { formatDate, formatKm } from "#app/domain/french-format.ts";
import { CARE_LABELS, CHECK_LABELS, VERIFIER_LABELS } from "#app/domain/french-labels.ts";
import type { SentenceWords } from "#app/domain/match/checks/definition.ts";
import { CHECKS } from "#app/domain/match/checks/index.ts";
import type { CheckResult, MatchedSupplier } from "#app/domain/match-types.ts";
import { withheldSentence } from "#app/domain/need-answer/removed-words.ts";
import type { Places } from "#app/domain/reference.ts";
import { KIND_CODES, VERIFIERS, type Verdict } from "#app/domain/vocabulary.ts";
import type { Reason, SupplierView } from "../answer-types.ts";

export interface SupplierWords {
	readonly words: SentenceWords;
	readonly places: Places;
	/** French name of a source by id. */
	sourceLabel(id: string): string;
	/** Name of the site of a cell; empty when the need has one place only. */
	siteOf(cell: string): string;
}

/** A supplier as the answer shows it: what fails, what is unknown, in sentences with figures and sources. */
export function supplierView(
	supplier: MatchedSupplier,
	context: SupplierWords,
	cell: string | null,
): SupplierView {
	const town = supplier.commune === null ? undefined : context.places.commune(supplier.commune);
	const reasons = (verdict: "unmet" | "unknown") =>
		supplier.checks
			.filter((result) => result.verdict === verdict)
			.map((result) => reasonOf(result, context));
	return {
		id: supplier.id,
		href: `/fournisseurs/${supplier.id}`,
		name: supplier.name,
		kinds: KIND_CODES.filter((code) => supplier.kinds?.includes(code) ?? false),
		town: town ? `${town.name} (${town.departement})` : "commune non renseignée",
		distance:
			supplier.distanceKm === null
				? "distance inconnue"
				: `à ${formatKm(supplier.distanceKm)} ${cell === null ? "du site le plus proche" : "de ce site"}`,
		verdict: verdictOn(supplier, cell),
		at: cell !== null || supplier.cell === null ? "" : context.siteOf(supplier.cell),
		failed: reasons("unmet"),
		unknown: reasons("unknown"),
		metCount: supplier.checks.filter((result) => result.verdict === "met").length,
		care: supplier.care.map((care) => CARE_LABELS[care]),
		verifiedOn: supplier.verifiedOn,
		stale: supplier.stale,
	};
}

/** On one cell when the reader looks at it, else on the need. */
export function verdictOn(supplier: MatchedSupplier, cell: string | null): Verdict {
	return (cell === null ? undefined : supplier.byCell?.[cell]?.verdict) ?? supplier.verdict;
}

function reasonOf(result: CheckResult, context: SupplierWords): Reason {
	const text = result.withheld
		? `${CHECK_LABELS[result.check]} : ${withheldSentence(result.verdict)}`
		: capital(CHECKS[result.check].sentence(result, result.verdict, context.words));
	return {
		check: result.check,
		text,
		source: sourceOf(result, context),
		negotiable: result.negotiable,
	};
}

function sourceOf({ source, on }: CheckResult, context: SupplierWords): string {
	if (source === null) return "";
	const verifier = VERIFIERS.find((one) => one === source);
	const who = verifier ? VERIFIER_LABELS[verifier] : context.sourceLabel(source);
	return on === null ? who : `${who}, ${formatDate(on)}`;
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
