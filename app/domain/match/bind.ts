import { CHECK_IDS } from "../vocabulary.ts";
import { CHECKS } from "./checks/index.ts";
import type { EvaluateRows } from "./checks/rows.ts";
import type { OfferColumns } from "./columns.ts";
import { GroupRows } from "./group-rows.ts";
import { loadOf } from "./load.ts";
import type { CheckMask } from "./masks.ts";
import type { CellAsk, Load, Place, PreparedCell, PreparedNeed, SegmentGroup } from "./prepared.ts";

/** The cells of one segment, their checks ready to run on rows. */
export interface BoundGroup {
	readonly group: SegmentGroup;
	/** Per profile of the group, the checks on the offer alone. */
	readonly profiles: readonly (readonly EvaluateRows[])[];
	/** The checks on places, all the group's places at once. */
	readonly places: readonly EvaluateRows[];
	readonly placeCount: number;
	/** Capacity and order of single cells, all the group's distinct loads at once. */
	readonly loads: readonly EvaluateRows[];
	readonly loadCount: number;
	/** Per cell: its index in the need, and ranks in the group's profiles, places and loads. */
	readonly cells: readonly BoundCell[];
}

export interface BoundCell {
	readonly index: number;
	readonly profile: number;
	readonly place: number;
	readonly load: number;
}

/** Rows of one taxonomy node, and their verdicts for each group they can serve. */
export interface BoundBlock {
	readonly start: number;
	readonly end: number;
	readonly serves: readonly GroupRows[];
}

/** A need tied to the columns of one base: codes resolved to numbers, memos empty. */
export interface BoundNeed {
	readonly prepared: PreparedNeed;
	readonly columns: OfferColumns;
	readonly groups: readonly BoundGroup[];
	readonly blocks: readonly BoundBlock[];
}

/** Ties a need to a base. The result holds working memory: one match at a time. */
export function bindNeed(prepared: PreparedNeed, columns: OfferColumns): BoundNeed {
	const groups = prepared.groups.map((group) => bindGroup(prepared, group, columns));
	const serves = new Map<string, GroupRows[]>();
	for (const bound of groups) {
		for (const { segment, relation } of bound.group.nodes) {
			const range = columns.rowsOf(segment);
			if (range.end === range.start) continue;
			const rows = new GroupRows(bound, range, relation);
			const list = serves.get(segment);
			if (list) list.push(rows);
			else serves.set(segment, [rows]);
		}
	}
	const blocks = [...serves].map(([segment, list]) => ({
		...columns.rowsOf(segment),
		serves: list,
	}));
	return { prepared, columns, groups, blocks };
}

function bindGroup(prepared: PreparedNeed, group: SegmentGroup, columns: OfferColumns): BoundGroup {
	const { terms } = prepared;
	const places = group.places.map((place) => prepared.places[place] as Place);
	let asked = 0;
	for (const cell of group.cells) asked |= (prepared.cells[cell] as PreparedCell).asked;
	const placeChecks: EvaluateRows[] = [];
	const profiles: EvaluateRows[][] = group.profiles.map(() => []);
	CHECK_IDS.forEach((id, i) => {
		const bit = 1 << i;
		if ((asked & bit) === 0) return;
		const check = CHECKS[id];
		if (check.level === "place") placeChecks.push(check.bind(places, terms, columns, bit));
		if (check.level !== "offer") return;
		group.profiles.forEach((profile, rank) => {
			const ask = prepared.profiles[profile] as CellAsk;
			if (!check.asked({ ask, hasQuantity: false, needHasAmount: false }, terms)) return;
			profiles[rank]?.push(check.bind(ask, terms, columns, bit));
		});
	});
	const loads: Load[] = [];
	const loadRanks = new Map<string, number>();
	const cells = group.cells.map((index): BoundCell => {
		const cell = prepared.cells[index] as PreparedCell;
		const load = loadOf(prepared, [index]);
		const key = JSON.stringify(load);
		let rank = loadRanks.get(key);
		if (rank === undefined) {
			rank = loads.push(load) - 1;
			loadRanks.set(key, rank);
		}
		return {
			index,
			profile: group.profiles.indexOf(cell.profile),
			place: group.places.indexOf(cell.place),
			load: rank,
		};
	});
	return {
		group,
		profiles,
		places: placeChecks,
		placeCount: places.length,
		loads: bindLoads(prepared, loads, asked, columns),
		loadCount: loads.length,
		cells,
	};
}

/** The checks on what cells amount to together. */
export const LOAD_CHECKS: CheckMask = levelMask("load");
/** The checks on places. */
export const PLACE_CHECKS: CheckMask = levelMask("place");

function levelMask(level: "load" | "place"): CheckMask {
	let mask = 0;
	CHECK_IDS.forEach((id, i) => {
		if (CHECKS[id].level === level) mask |= 1 << i;
	});
	return mask;
}

/** Capacity and order for sets of cells: those of the two that are asked. */
export function bindLoads(
	prepared: PreparedNeed,
	loads: readonly Load[],
	asked: CheckMask,
	columns: OfferColumns,
): EvaluateRows[] {
	const bound: EvaluateRows[] = [];
	CHECK_IDS.forEach((id, i) => {
		const check = CHECKS[id];
		if (check.level !== "load" || ((asked >> i) & 1) === 0) return;
		bound.push(check.bind(loads, prepared.terms, columns, 1 << i));
	});
	return bound;
}
