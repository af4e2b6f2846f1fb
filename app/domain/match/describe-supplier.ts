import type { CellVerdict, CheckResult, MatchedSupplier } from "../match-types.ts";
import type { Offer } from "../supplier.ts";
import type { CheckVerdict } from "../vocabulary.ts";
import { bestCell } from "./best-cell.ts";
import { type BoundNeed, LOAD_CHECKS, PLACE_CHECKS } from "./bind.ts";
import { careFor } from "./care.ts";
import { distanceToPlace } from "./checks/area.ts";
import { effectiveOffer } from "./effective-offer.ts";
import { type ExplainedSupplier, explainChecks, type Viewer } from "./explain.ts";
import { type AnyJudge, NO_ROW } from "./judge-any.ts";
import type { Candidate, WholeJudge } from "./judge-whole.ts";
import { loadOf } from "./load.ts";
import { type CheckMask, checkIndex, checksOf, SEGMENT_BIT } from "./masks.ts";
import { verdictWord } from "./outcome.ts";
import type { Load, Place, PreparedCell, PreparedNeed, SegmentGroup } from "./prepared.ts";

/** What a page of suppliers is described with. */
export interface DescribeContext {
	readonly bound: BoundNeed;
	readonly viewer: Viewer;
	readonly detail: boolean;
}

/** A supplier of the list, from its best cell (scope any). The judge has just judged it. */
export function describeAny(
	context: DescribeContext,
	who: ExplainedSupplier,
	judge: AnyJudge,
): MatchedSupplier {
	const { prepared, columns } = context.bound;
	const cell = prepared.cells[bestCell(context.bound, judge)] as PreparedCell;
	const row = judge.row[cell.index] as number;
	if (row === NO_ROW) return withoutOffer(context, who, judge);
	const load = loadOf(prepared, [cell.index]);
	const position = columns.offers.position[row] as number;
	const checks = explainChecks(who, {
		prepared,
		viewer: context.viewer,
		cell,
		load,
		position,
		failed: judge.failed[cell.index] as CheckMask,
		unknown: judge.unknown[cell.index] as CheckMask,
		checks: cell.asked,
	});
	return {
		...identity(context, who),
		verdict: verdictWord(judge.verdict),
		cell: cell.id,
		checks,
		...offersPart(context, who, [position], load, judge.stale[cell.index] === 1),
		...byCell(context, judge),
	};
}

/** A supplier of the list, on every cell (scope whole): each check once per service, at its worst cell. */
export function describeWhole(
	context: DescribeContext,
	who: ExplainedSupplier,
	judge: WholeJudge,
	cells: AnyJudge,
): MatchedSupplier {
	const { prepared, columns } = context.bound;
	if (judge.chosen.length === 0) {
		return { ...withoutOffer(context, who, cells), cell: null };
	}
	const total = loadOf(
		prepared,
		prepared.cells.map((cell) => cell.index),
	);
	const positions: number[] = [];
	const checks = prepared.groups.flatMap((group) => {
		const chosen = judge.chosen[group.index];
		if (!chosen) return [];
		const position = columns.offers.position[chosen.row] as number;
		positions.push(position);
		return explainGroup(context, who, group, total, chosen);
	});
	checks.sort(
		(a, b) =>
			checkIndex(a.check) - checkIndex(b.check) || ((a.service ?? "") < (b.service ?? "") ? -1 : 1),
	);
	return {
		...identity(context, who),
		verdict: verdictWord(judge.verdict),
		cell: null,
		checks,
		...offersPart(context, who, positions, total, judge.stale),
		...byCell(context, cells),
	};
}

/** The checks of one segment on the chosen offer, each once per service: at the cell where it does worst. */
function explainGroup(
	{ bound, viewer }: DescribeContext,
	who: ExplainedSupplier,
	group: SegmentGroup,
	total: Load,
	chosen: Candidate,
): CheckResult[] {
	const { prepared, columns } = bound;
	const judged = judgeCells(bound, group, chosen);
	const own = loadOf(prepared, group.cells);
	const load = { ...own, amountEur: total.amountEur, amountMissing: total.amountMissing };
	const worst = new Map<string, CheckResult>();
	const seen = new Set<string>();
	for (const { cell, rank } of cellsById(prepared, group.cells)) {
		// Cells of a service with the same requirements differ only by their place.
		const profile = `${cell.service}/${cell.profile}`;
		const checks = seen.has(profile) ? cell.asked & PLACE_CHECKS : cell.asked;
		seen.add(profile);
		const results = explainChecks(who, {
			prepared,
			viewer,
			cell,
			load,
			position: columns.offers.position[chosen.row] as number,
			failed: judged.failed[rank] as CheckMask,
			unknown: judged.unknown[rank] as CheckMask,
			checks,
		});
		for (const result of results) {
			const key = `${cell.service}/${result.check}`;
			const known = worst.get(key);
			if (!known || isWorse(result, known)) worst.set(key, result);
		}
	}
	return [...worst.values()];
}

/** What the chosen offer gives on each cell of its group; capacity and order are those of the whole. */
function judgeCells(
	{ blocks }: BoundNeed,
	group: SegmentGroup,
	{ row, failed, unknown, negotiable }: Candidate,
): { failed: CheckMask[]; unknown: CheckMask[] } {
	const judged: { failed: CheckMask[]; unknown: CheckMask[] } = { failed: [], unknown: [] };
	const block = blocks.find(({ start, end }) => row >= start && row < end);
	const rows = block?.serves.find((one) => one.bound.group === group);
	if (!rows) return judged;
	rows.prepareOnly(row);
	rows.combine(row);
	for (let c = 0; c < rows.bound.cells.length; c++) {
		const unmet = (rows.failed[c] as number) & ~LOAD_CHECKS;
		const open = (rows.unknown[c] as number) & ~LOAD_CHECKS;
		judged.failed.push((unmet & ~negotiable) | (failed & LOAD_CHECKS));
		judged.unknown.push(open | (unmet & negotiable) | (unknown & LOAD_CHECKS));
	}
	return judged;
}

/** Cells in the order of their ids, so that their order in the need changes nothing; `rank`: place in the list given. */
function cellsById(
	{ cells }: PreparedNeed,
	indexes: readonly number[],
): { cell: PreparedCell; rank: number }[] {
	return indexes
		.map((index, rank) => ({ cell: cells[index] as PreparedCell, rank }))
		.sort((a, b) => (a.cell.id < b.cell.id ? -1 : 1));
}

const WORST: Record<CheckVerdict, number> = { unmet: 0, unknown: 1, met: 2 };

function isWorse(a: CheckResult, b: CheckResult): boolean {
	if (a.verdict !== b.verdict) return WORST[a.verdict] < WORST[b.verdict];
	return typeof a.margin === "number" && (typeof b.margin !== "number" || a.margin < b.margin);
}

function identity({ bound }: DescribeContext, who: ExplainedSupplier) {
	const { supplier, position, kinds, commune } = who;
	return {
		id: supplier.id,
		siret: supplier.siret ?? null,
		name: supplier.name,
		distanceKm: position ? nearestPlaceKm(position, bound.prepared.places) : null,
		commune,
		lat: position?.lat ?? null,
		lon: position?.lon ?? null,
		kinds: kinds?.map((kind) => kind.code) ?? null,
	};
}

function nearestPlaceKm(
	position: { lat: number; lon: number },
	places: readonly Place[],
): number | null {
	let nearest = Number.POSITIVE_INFINITY;
	for (const place of places) nearest = Math.min(nearest, distanceToPlace(position, place));
	return Number.isFinite(nearest) ? Math.round(nearest * 100) / 100 : null;
}

function offersPart(
	{ bound, viewer }: DescribeContext,
	{ supplier }: ExplainedSupplier,
	positions: readonly number[],
	load: Load,
	stale: boolean,
): Pick<MatchedSupplier, "care" | "stale" | "verifiedOn"> {
	const offers = positions.map((position) =>
		effectiveOffer(supplier, supplier.offers[position] as Offer),
	);
	const amount = load.amountMissing ? null : load.amountEur;
	const verified = offers.map((offer) => offer.verifiedOn ?? null);
	return {
		care: careFor(supplier, offers, amount, bound.prepared.terms.on, viewer === "identified"),
		stale,
		verifiedOn: verified.includes(null) ? null : (verified.sort()[0] ?? null),
	};
}

/** A supplier that has no offer for a needed segment: it fails `segment` and is checked on nothing else. */
function withoutOffer(
	context: DescribeContext,
	who: ExplainedSupplier,
	judge: AnyJudge,
): MatchedSupplier {
	const { prepared } = context.bound;
	const all = prepared.cells.map((cell) => cell.index);
	const missing = cellsById(prepared, all).find(
		({ cell }) => judge.row[cell.index] === NO_ROW,
	)?.cell;
	const check: CheckResult = {
		check: "segment",
		service: missing?.service ?? null,
		cell: missing?.id ?? null,
		verdict: "unmet",
		asked: missing ? (prepared.groups[missing.group]?.segment ?? null) : null,
		offered: null,
		margin: null,
		negotiable: false,
		source: null,
		on: null,
	};
	return {
		...identity(context, who),
		verdict: "excluded",
		cell: null,
		checks: [check],
		care: [],
		stale: false,
		verifiedOn: null,
		...byCell(context, judge),
	};
}

function byCell(
	{ bound, detail }: DescribeContext,
	judge: AnyJudge,
): Pick<MatchedSupplier, "byCell"> {
	if (!detail) return {};
	const verdicts: Record<string, CellVerdict> = {};
	for (const { id, index } of bound.prepared.cells) {
		const failed = judge.row[index] === NO_ROW ? SEGMENT_BIT : (judge.failed[index] as CheckMask);
		verdicts[id] = {
			verdict: judge.row[index] === NO_ROW ? "excluded" : verdictWord(judge.verdictOn(index)),
			failed: checksOf(failed),
			unknown: checksOf(judge.unknown[index] as CheckMask),
		};
	}
	return { byCell: verdicts };
}
