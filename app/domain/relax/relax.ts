import type { Viewer } from "../match/explain.ts";
import { bitOf } from "../match/masks.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import type { SupplierSource } from "../match/supplier-source.ts";
import type { RelaxationProposal, StepFunction } from "../match-types.ts";
import type { Need } from "../need.ts";
import { CHECK_IDS, type CheckId, type Scope } from "../vocabulary.ts";
import { applyChanges } from "./apply.ts";
import { changeTo, type Lever } from "./lever.ts";
import { leversOf } from "./levers.ts";
import { lotsLever } from "./lots.ts";
import { offeredBy } from "./offered.ts";
import { needPatch } from "./patch.ts";
import { Rematch, type Trial } from "./rematch.ts";
import { shortlistOf } from "./shortlist.ts";
import { type Steps, stepsOf } from "./steps.ts";
import { type UnknownFacts, unknownsOf } from "./unknown-facts.ts";
import { natureOfAll } from "./weight.ts";

/** Offers judged on cells, in all: about a second on the largest bases; the needs of a département take a hundredth of it. */
const MAX_WORK = 4_000_000;

export interface RelaxOptions {
	/** Default: any. */
	readonly scope?: Scope;
	/** Default: anonymous. */
	readonly viewer?: Viewer;
}

/** Who a supplier's id stands for. */
export interface SupplierName {
	readonly id: string;
	readonly siret: string | null;
	readonly name: string;
}

export interface RelaxAnswer {
	readonly scope: Scope;
	/** The need as it stands. */
	readonly confirmed: number;
	readonly possible: number;
	readonly real: number;
	readonly organisations: number;
	readonly minCompetition: number;
	/** The best changes, 8 at most, the best first. */
	readonly relaxations: readonly RelaxationProposal[];
	/** One per condition that can be relaxed alone, in check order then by service. */
	readonly steps: readonly StepFunction[];
	/** Per check, the independent operators within reach that it keeps out of every cell: they need it changed. Most first. */
	readonly putOff: readonly { readonly check: CheckId; readonly organisations: number }[];
	/** What is not known of those who remain, 200 of them at most. */
	readonly unknowns: readonly UnknownFacts[];
	/** Everyone named above, by id. */
	readonly suppliers: readonly SupplierName[];
}

/** What would bring suppliers back: each condition alone, then the best changes together. */
export function relaxNeed(
	prepared: PreparedNeed,
	source: SupplierSource,
	options: RelaxOptions = {},
): RelaxAnswer {
	const { scope = "any", viewer = "anonymous" } = options;
	const rematch = new Rematch(prepared, source.columns, scope);
	const levers = allLevers(rematch, viewer);
	const steps = stepsOf(rematch, levers);
	const best = shortlistOf(rematch, levers, MAX_WORK);
	const names = namesOf([...best, ...steps.flatMap(trialsOf)], source);
	const { confirmed, possible, organisations } = rematch.offer;
	return {
		scope,
		confirmed,
		possible,
		real: confirmed + possible,
		organisations,
		minCompetition: prepared.terms.minCompetition,
		relaxations: best.map((trial) => proposalOf(trial, names, prepared.need)),
		steps: steps.map(({ lever, points }) => ({
			check: lever.check,
			service: lever.service,
			nature: lever.nature,
			asked: lever.asked,
			points: points.map(({ value, trial }) => ({
				value,
				...figures(trial, names),
				change: changeTo(lever, value),
			})),
		})),
		putOff: putOffBy(rematch),
		unknowns: unknownsOf(rematch, source, viewer),
		suppliers: [...names.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
	};
}

function putOffBy(rematch: Rematch): { check: CheckId; organisations: number }[] {
	const real = new Set(rematch.offer.suppliers.map((supplier) => rematch.operatorOf(supplier)));
	return CHECK_IDS.map((check) => {
		const kept = rematch.nearMisses.filter(
			({ always, operator }) => (always & bitOf(check)) !== 0 && !real.has(operator),
		);
		return { check, organisations: new Set(kept.map(({ operator }) => operator)).size };
	})
		.filter(({ organisations }) => organisations > 0)
		.sort((a, b) => b.organisations - a.organisations);
}

/** The best changes alone, as the answer to a need gives them. */
export function relaxationsOf(
	prepared: PreparedNeed,
	source: SupplierSource,
	options: RelaxOptions = {},
): RelaxationProposal[] {
	const rematch = new Rematch(prepared, source.columns, options.scope ?? "any");
	const levers = allLevers(rematch, options.viewer ?? "anonymous");
	const best = shortlistOf(rematch, levers, MAX_WORK);
	const names = namesOf(best, source);
	return best.map((trial) => proposalOf(trial, names, prepared.need));
}

/** Every condition that can be moved, the lots first. */
export function allLevers(rematch: Rematch, viewer: Viewer): Lever[] {
	const { prepared, scope } = rematch;
	const levers = leversOf({
		prepared,
		offered: offeredBy(rematch.columns),
		fine: viewer === "identified",
	});
	const lots = scope === "whole" ? lotsLever(rematch) : null;
	return lots ? [lots, ...levers] : levers;
}

function trialsOf({ points }: Steps): Trial[] {
	return points.map(({ trial }) => trial);
}

function proposalOf(trial: Trial, names: Names, need: Need): RelaxationProposal {
	const { changes, offer } = trial;
	return {
		nature: natureOfAll(changes),
		changes,
		patch: needPatch(need, applyChanges(need, changes)),
		...figures(trial, names),
		possible: offer.possible,
	};
}

type Names = ReadonlyMap<number, SupplierName>;

function namesOf(trials: readonly Trial[], source: SupplierSource): Names {
	const rows = [...new Set(trials.flatMap(({ gained, lost }) => [...gained, ...lost]))];
	const suppliers = source.describe(rows);
	return new Map(
		suppliers.map(({ id, siret, name }, i) => [
			rows[i] as number,
			{ id, siret: siret ?? null, name },
		]),
	);
}

function figures({ offer, gained, lost }: Trial, names: Names) {
	const ids = (rows: readonly number[]) => rows.map((row) => names.get(row)?.id ?? "").sort();
	return {
		real: offer.confirmed + offer.possible,
		confirmed: offer.confirmed,
		organisations: offer.organisations,
		gained: ids(gained),
		lost: ids(lost),
	};
}
