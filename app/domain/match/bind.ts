import { CHECK_IDS } from "../vocabulary.ts";
import type { Evaluate, EvaluatePlaces } from "./checks/definition.ts";
import { CHECKS } from "./checks/index.ts";
import type { OfferColumns } from "./columns.ts";
import type { OfferFacts } from "./facts.ts";
import { loadOf } from "./load.ts";
import { type CheckMask, UNKNOWN, UNMET } from "./masks.ts";
import type { CellAsk, Load, Place, PreparedCell, PreparedNeed, SegmentGroup } from "./prepared.ts";

/** One check ready to run, with its bit. */
interface BoundCheck {
	readonly bit: CheckMask;
	readonly evaluate: Evaluate;
}

interface BoundPlaceCheck {
	readonly bit: CheckMask;
	readonly evaluate: EvaluatePlaces;
	/** Outcome per place of the group. */
	readonly out: Uint8Array;
}

/** A cell inside its group. */
export interface BoundCell {
	readonly cell: PreparedCell;
	/** Ranks among the group's profiles and places. */
	readonly profile: number;
	readonly place: number;
	/** Capacity and order of this cell alone. */
	readonly loads: readonly BoundCheck[];
}

/** The cells of one segment, ready to judge an offer. */
export interface BoundGroup {
	readonly group: SegmentGroup;
	readonly profiles: readonly (readonly BoundCheck[])[];
	readonly placeChecks: readonly BoundPlaceCheck[];
	readonly cells: readonly BoundCell[];
	/** Failed and unknown checks per profile and per place, rewritten for each offer. */
	readonly profileFailed: Int32Array;
	readonly profileUnknown: Int32Array;
	readonly placeFailed: Int32Array;
	readonly placeUnknown: Int32Array;
}

/** Rows of one taxonomy node and the groups they can serve. */
export interface BoundBlock {
	readonly start: number;
	readonly end: number;
	readonly serves: readonly { readonly group: number; readonly relation: number }[];
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
	return {
		prepared,
		columns,
		groups: prepared.groups.map((group) => bindGroup(prepared, group, columns)),
		blocks: blocksOf(prepared, columns),
	};
}

function blocksOf(prepared: PreparedNeed, columns: OfferColumns): BoundBlock[] {
	const serves = new Map<string, { group: number; relation: number }[]>();
	for (const group of prepared.groups) {
		for (const { segment, relation } of group.nodes) {
			const list = serves.get(segment);
			if (list) list.push({ group: group.index, relation });
			else serves.set(segment, [{ group: group.index, relation }]);
		}
	}
	return [...serves]
		.map(([segment, list]) => ({ ...columns.rowsOf(segment), serves: list }))
		.filter(({ start, end }) => end > start);
}

function bindGroup(prepared: PreparedNeed, group: SegmentGroup, columns: OfferColumns): BoundGroup {
	const places = group.places.map((place) => prepared.places[place] as Place);
	const { terms } = prepared;
	let asked = 0;
	for (const cell of group.cells) asked |= (prepared.cells[cell] as PreparedCell).asked;
	const placeChecks: BoundPlaceCheck[] = [];
	const profiles: BoundCheck[][] = group.profiles.map(() => []);
	CHECK_IDS.forEach((id, i) => {
		if (((asked >> i) & 1) === 0) return;
		const check = CHECKS[id];
		if (check.level === "place") {
			placeChecks.push({
				bit: 1 << i,
				evaluate: check.bind(places, terms, columns),
				out: new Uint8Array(places.length),
			});
		} else if (check.level === "offer") {
			group.profiles.forEach((profile, rank) => {
				const ask = prepared.profiles[profile] as CellAsk;
				if (!check.asked({ ask, hasQuantity: false, needHasAmount: false }, terms)) return;
				profiles[rank]?.push({ bit: 1 << i, evaluate: check.bind(ask, terms, columns) });
			});
		}
	});
	const cells = group.cells.map((index): BoundCell => {
		const cell = prepared.cells[index] as PreparedCell;
		return {
			cell,
			profile: group.profiles.indexOf(cell.profile),
			place: group.places.indexOf(cell.place),
			loads: bindLoad(prepared, loadOf(prepared, [index]), cell.asked, columns),
		};
	});
	return {
		group,
		profiles,
		placeChecks,
		cells,
		profileFailed: new Int32Array(profiles.length),
		profileUnknown: new Int32Array(profiles.length),
		placeFailed: new Int32Array(places.length),
		placeUnknown: new Int32Array(places.length),
	};
}

/** Capacity and order for a set of cells: those of the two that are asked. */
export function bindLoad(
	prepared: PreparedNeed,
	load: Load,
	asked: CheckMask,
	columns: OfferColumns,
): BoundCheck[] {
	const bound: BoundCheck[] = [];
	CHECK_IDS.forEach((id, i) => {
		const check = CHECKS[id];
		if (check.level !== "load" || ((asked >> i) & 1) === 0) return;
		bound.push({ bit: 1 << i, evaluate: check.bind(load, prepared.terms, columns) });
	});
	return bound;
}

/** Judges one offer on a group's profiles and places; the results stand in the group's arrays. */
export function judgeOffer(group: BoundGroup, facts: OfferFacts): void {
	const { profiles, placeChecks, profileFailed, profileUnknown, placeFailed, placeUnknown } = group;
	for (let p = 0; p < profiles.length; p++) {
		const checks = profiles[p] as readonly BoundCheck[];
		let failed = 0;
		let unknown = 0;
		for (let c = 0; c < checks.length; c++) {
			const { bit, evaluate } = checks[c] as BoundCheck;
			const outcome = evaluate(facts);
			if (outcome === UNMET) failed |= bit;
			else if (outcome === UNKNOWN) unknown |= bit;
		}
		profileFailed[p] = failed;
		profileUnknown[p] = unknown;
	}
	placeFailed.fill(0);
	placeUnknown.fill(0);
	for (let c = 0; c < placeChecks.length; c++) {
		const { bit, evaluate, out } = placeChecks[c] as BoundPlaceCheck;
		evaluate(facts, out);
		for (let i = 0; i < out.length; i++) {
			if (out[i] === UNMET) placeFailed[i] = (placeFailed[i] as number) | bit;
			else if (out[i] === UNKNOWN) placeUnknown[i] = (placeUnknown[i] as number) | bit;
		}
	}
}
