import { findConsortia } from "../consortia/consortia.ts";
import type { CellCount, MatchAnswer, WaterfallStep } from "../match-types.ts";
import { relaxationsOf } from "../relax/relax.ts";
import type { CheckId, Scope } from "../vocabulary.ts";
import { type BoundNeed, bindNeed } from "./bind.ts";
import type { OfferColumns } from "./columns.ts";
import { combinationsOf } from "./combinations.ts";
import { describeSuppliers } from "./describe-page.ts";
import type { Viewer } from "./explain.ts";
import { AnyJudge } from "./judge-any.ts";
import { WholeJudge } from "./judge-whole.ts";
import { type ListSort, listPage } from "./listing.ts";
import { checkIndex, checksOf } from "./masks.ts";
import { EXCLUDED } from "./outcome.ts";
import type { PreparedNeed } from "./prepared.ts";
import { IS_THEORETICAL, Summary } from "./summary.ts";
import type { SupplierSource } from "./supplier-source.ts";
import { walkSuppliers } from "./walk.ts";

export type { SupplierSource } from "./supplier-source.ts";

export interface MatchOptions {
	/** Default: any. */
	readonly scope?: Scope;
	/** Default: anonymous. */
	readonly viewer?: Viewer;
	/** `cells`: each supplier carries `byCell`. */
	readonly detail?: "cells" | null;
	/** The list is then of those whom this check removes. */
	readonly removedBy?: CheckId | null;
	readonly cursor?: string | null;
	/** 1 to 100, the default. */
	readonly pageSize?: number;
	/** Order inside a verdict. Default: the stable draw. */
	readonly sort?: ListSort;
	/** Adds the relaxations, which cost as much as several matches. */
	readonly relax?: boolean;
	/** Seek groups of suppliers. Default: when the need allows them, with the first page of its list. */
	readonly consortia?: boolean;
}

const MAX_PAGE = 100;

const NO_GROUPS = { consortia: [], search: null };

/**
 * Who can do it: counts, waterfall, cells, combinations, and one page of suppliers with their reasons.
 * @throws {AppError} "bad-input" for a cursor that is not of this list
 */
export function matchNeed(
	prepared: PreparedNeed,
	source: SupplierSource,
	options: MatchOptions = {},
): MatchAnswer {
	const { columns } = source;
	const bound = bindNeed(prepared, columns);
	const scope = options.scope ?? "any";
	const judge = scope === "any" ? new AnyJudge(bound) : new WholeJudge(bound);
	const summary = new Summary(judge, bound, rowCount(bound));
	walkSuppliers(bound, summary);
	const organisations = countOrganisations(summary, columns);
	const { minCompetition } = prepared.terms;
	const page = listPage(prepared, columns, summary, {
		sort: options.sort ?? "draw",
		removedBy: options.removedBy ?? null,
		cursor: options.cursor ?? null,
		pageSize: Math.min(MAX_PAGE, Math.max(1, options.pageSize ?? MAX_PAGE)),
	});
	const isFirstPage = !options.cursor && !options.removedBy;
	const wantsGroups = options.consortia ?? (isFirstPage && prepared.need.consortiaAllowed === true);
	const groups = wantsGroups
		? findConsortia(prepared, source, options.viewer ?? "anonymous")
		: NO_GROUPS;
	return {
		scope,
		theoretical: summary.theoretical,
		confirmed: summary.confirmed,
		possible: summary.possible,
		real: summary.confirmed + summary.possible,
		organisations,
		minCompetition,
		reachMedian: scope === "any" ? reachMedian(summary) : null,
		waterfall: waterfallOf(prepared, summary, columns.supplierCount),
		cells: scope === "any" ? cellCounts(prepared, summary) : null,
		suppliers: describeSuppliers(bound, source, page.rows, options),
		nextCursor: page.nextCursor,
		combinations:
			organisations >= minCompetition
				? []
				: combinationsOf(summary, columns, prepared.asked, minCompetition),
		...(options.relax ? { relaxations: relaxationsOf(prepared, source, options) } : {}),
		consortia: groups.consortia,
		consortiaSearch: groups.search,
	};
}

function rowCount({ blocks }: BoundNeed): number {
	return blocks.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Independent operators among the suppliers that nothing excludes. */
function countOrganisations(summary: Summary, columns: OfferColumns): number {
	const { verdict: verdicts, supplierRow: rows } = summary;
	const seen = new Uint8Array(columns.operatorCount);
	let count = 0;
	for (let i = 0; i < summary.size; i++) {
		if (verdicts[i] === EXCLUDED) continue;
		const operator = columns.suppliers.operator[rows[i] as number] as number;
		if (seen[operator] === 0) count++;
		seen[operator] = 1;
	}
	return count;
}

/** (Lower) median number of cells within reach of the theoretical suppliers; null when there are none. */
function reachMedian(summary: Summary): number | null {
	const { flags, size } = summary;
	const reach = summary.reach
		.subarray(0, size)
		.filter((_, i) => ((flags[i] as number) & IS_THEORETICAL) !== 0)
		.sort();
	return reach.length === 0 ? null : (reach[Math.floor((reach.length - 1) / 2)] as number);
}

function waterfallOf(
	prepared: PreparedNeed,
	summary: Summary,
	supplierCount: number,
): WaterfallStep[] {
	let remaining = supplierCount;
	return checksOf(prepared.asked).map((check) => {
		const rank = checkIndex(check);
		const withoutOffer = rank === 0 ? supplierCount - summary.size : 0;
		const removed = (summary.removed[rank] as number) + withoutOffer;
		remaining -= removed;
		return {
			check,
			remaining,
			removed,
			removedAlone: summary.removedAlone[rank] as number,
		};
	});
}

function cellCounts(prepared: PreparedNeed, summary: Summary): CellCount[] {
	return prepared.cells.map(({ id, index }) => ({
		cell: id,
		theoretical: summary.cellTheoretical[index] as number,
		confirmed: summary.cellConfirmed[index] as number,
		possible: summary.cellPossible[index] as number,
	}));
}
