import { parseDay } from "../dates.ts";
import {
	bitOf,
	type CheckMask,
	checkIndex,
	compareMasks,
	countOf,
	subsetsOf,
} from "../match/masks.ts";
import { changesTo, type Lever } from "./lever.ts";
import type { NearMiss, Rematch, Trial } from "./rematch.ts";
import { movesOf, shareLever } from "./share.ts";
import { weightOf } from "./weight.ts";

const SHORTLIST = 8;
/** Sets of checks whose conditions are moved together. */
const MAX_SETS = 12;
const MAX_CHECKS = 3;
/** More changes than this are another need. */
const MAX_CHANGES = 4;
/** Proposals that differ only by their values. */
const MAX_ALIKE = 2;

/**
 * The changes that bring most back for least, best first.
 *
 * The failing sets of those who stay out say which checks to relax together; each condition then goes as far as it can, is brought
 * back as near to the need as the competition allows, and what is left is what was matched.
 * @param maxWork offers judged in all, beyond which no other set of checks is tried: time stays bounded on the largest bases
 */
export function shortlistOf(rematch: Rematch, all: readonly Lever[], maxWork: number): Trial[] {
	const levers = shortlistLevers(rematch, all);
	const found = new Map<string, Trial>();
	for (const set of setsToRelax(rematch, levers)) {
		if (rematch.work > maxWork) break;
		for (const trial of relaxed(rematch, leversFor(levers, set))) {
			if (isUseful(rematch, trial)) found.set(JSON.stringify(trial.changes), trial);
		}
	}
	const trials = [...found.values()];
	const { minCompetition } = rematch.prepared.terms;
	const ranked = trials
		.filter((trial) => !trials.some((other) => dominates(other, trial, minCompetition)))
		.map((trial) => ({ trial, rank: rankOf(trial, minCompetition) }))
		.sort((a, b) => compareRanks(a.rank, b.rank));
	return withoutAlike(ranked.map(({ trial }) => trial)).slice(0, SHORTLIST);
}

/** A market is shared rather than its amounts alone; a public buyer cannot do without Chorus Pro. */
function shortlistLevers(rematch: Rematch, all: readonly Lever[]): Lever[] {
	const { prepared } = rematch;
	const { buyer } = prepared.need;
	const publicBuyer = buyer !== null && buyer !== undefined && buyer !== "private";
	const share = shareLever(prepared);
	return all.flatMap((lever) => {
		if (lever.check === "order") return share ? [share] : [];
		if (lever.check === "eInvoicing" && publicBuyer) return [];
		return [withUsefulStarts(rematch, lever)];
	});
}

/** The conditions to move for a set of checks: quantities go with the amounts when these are shared, and a smaller lot shares both. */
function leversFor(levers: readonly Lever[], set: CheckMask): Lever[] {
	const chosen = levers.filter(({ answers, values }) => values.length > 0 && answers & set);
	const has = (check: Lever["check"]) =>
		chosen.some((lever) => lever.check === check && (bitOf(check) & set) !== 0);
	return chosen.filter(({ check }) => {
		if (check === "capacity") return !has("order") && !has("area");
		return check !== "order" || (has("order") && !has("area"));
	});
}

/** A later start is worth trying on the months at which some offer becomes ready; on all when short contracts may avoid closures. */
function withUsefulStarts({ prepared, columns }: Rematch, lever: Lever): Lever {
	const { terms } = prepared;
	if (lever.check !== "leadTime" || terms.end !== null) return lever;
	const { leadTimeDays, availableFrom } = columns.offers;
	const days = lever.values.map((value) => parseDay(value as string));
	const useful = new Set<number>();
	for (let row = 0; row < columns.size; row++) {
		for (const ready of [terms.on + (leadTimeDays[row] as number), availableFrom[row] as number]) {
			if (ready > terms.start) useful.add(days.findIndex((day) => day >= ready));
		}
	}
	return { ...lever, values: lever.values.filter((_, i) => useful.has(i)) };
}

/** Sets of checks that would each bring back somebody whom no smaller one does: those that reach minCompetition first. */
function setsToRelax(rematch: Rematch, levers: readonly Lever[]): CheckMask[] {
	const { nearMisses, offer, prepared } = rematch;
	const real = new Set(offer.suppliers.map((supplier) => rematch.operatorOf(supplier)));
	const outside = nearMisses.filter(({ operator }) => !real.has(operator));
	const bits = [...new Set(levers.flatMap(({ answers }) => bitsOf(answers)))].sort((a, b) => a - b);
	const relaxable = bits.reduce((mask, bit) => mask | bit, 0);
	const useful = outside
		.map((miss) => ({ ...miss, sets: miss.sets.filter((set) => (set & ~relaxable) === 0) }))
		.filter(({ sets }) => sets.length > 0);
	const gains = new Map<CheckMask, number>();
	for (const set of [0, ...subsetsOf(bits, MAX_CHECKS)])
		gains.set(set, operatorsWithin(useful, set));
	const missing = prepared.terms.minCompetition - real.size;
	const sets = [...gains].filter(
		([set, gain]) =>
			gain > 0 && bits.every((bit) => !(set & bit) || (gains.get(set & ~bit) ?? 0) < gain),
	);
	const reaches = (gain: number) => Number(gain >= missing);
	const ordered = sets.sort(
		([a, gainA], [b, gainB]) =>
			reaches(gainB) - reaches(gainA) ||
			countOf(a) - countOf(b) ||
			gainB - gainA ||
			compareMasks(a, b),
	);
	const lots = levers.find(({ check }) => check === "area");
	// Those who lack a segment of the whole have no other failing set: a lot without it is worth a try by itself.
	const first = lots ? [lots.answers] : [];
	return [...new Set([...first, ...ordered.map(([set]) => set)])].slice(0, MAX_SETS);
}

function bitsOf(mask: CheckMask): CheckMask[] {
	const bits: CheckMask[] = [];
	for (let left = mask; left !== 0; left &= left - 1) bits.push(left & -left);
	return bits;
}

function operatorsWithin(misses: readonly NearMiss[], allowed: CheckMask): number {
	const operators = new Set<number>();
	for (const { sets, operator } of misses) {
		if (sets.some((set) => (set & ~allowed) === 0)) operators.add(operator);
	}
	return operators.size;
}

/** Per lever: rank of its value, or UNCHANGED. */
type State = readonly number[];
const UNCHANGED = -1;

/** The smallest changes of these conditions that reach minCompetition, and those that bring back everybody they can. */
function relaxed(rematch: Rematch, levers: readonly Lever[]): Trial[] {
	const ordered = [...levers].sort((a, b) => NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature));
	const lots = ordered.findIndex(({ check }) => check === "area");
	const starts = lots < 0 ? [UNCHANGED] : (ordered[lots] as Lever).values.map((_, i) => i);
	return starts.flatMap((lot) => {
		const state = strongest(rematch, ordered, lots, lot);
		const reached = trialOf(rematch, ordered, state).offer.organisations;
		const { organisations } = rematch.offer;
		if (reached <= organisations) return [];
		const { minCompetition } = rematch.prepared.terms;
		const goals = new Set([reached]);
		if (organisations < minCompetition && minCompetition < reached) goals.add(minCompetition);
		return [...goals].map((goal) => {
			const tight = tightened(rematch, ordered, state, { goal, fixed: lots });
			return trialOf(rematch, ordered, tight);
		});
	});
}

/** What one would rather not touch is brought back first. */
const NATURES: readonly Lever["nature"][] = ["law", "allotment", "need"];

/** Every condition at its last value; at the one that brings most where values may also cost. */
function strongest(
	rematch: Rematch,
	levers: readonly Lever[],
	lots: number,
	lot: number,
): number[] {
	const state = levers.map(({ values }, i) => (i === lots ? lot : values.length - 1));
	levers.forEach(({ scale, values }, i) => {
		if (scale !== "sliding") return;
		let best = -1;
		values.forEach((_, value) => {
			const tried = state.with(i, value);
			const { organisations } = trialOf(rematch, levers, tried).offer;
			if (organisations <= best) return;
			best = organisations;
			state[i] = value;
		});
	});
	return state;
}

function tightened(
	rematch: Rematch,
	levers: readonly Lever[],
	from: State,
	{ goal, fixed }: { goal: number; fixed: number },
): State {
	let state = from;
	levers.forEach(({ scale }, i) => {
		if (i === fixed) return;
		const reaches = (value: number) =>
			trialOf(rematch, levers, state.with(i, value)).offer.organisations >= goal;
		const find = scale === "easing" ? firstByHalves : firstInOrder;
		state = state.with(i, find(state[i] as number, reaches));
	});
	return state;
}

/** The first rank that will do, from UNCHANGED on; the last one does. */
function firstInOrder(last: number, will: (rank: number) => boolean): number {
	for (let rank = UNCHANGED; rank < last; rank++) if (will(rank)) return rank;
	return last;
}

/** Likewise, when all those after one that will do will do too. */
function firstByHalves(last: number, will: (rank: number) => boolean): number {
	if (will(UNCHANGED)) return UNCHANGED;
	let low = UNCHANGED;
	let high = last;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (will(middle)) high = middle;
		else low = middle;
	}
	return high;
}

function trialOf(rematch: Rematch, levers: readonly Lever[], state: State): Trial {
	const changes = levers.flatMap((lever, i) => {
		const value = state[i] as number;
		return value === UNCHANGED ? [] : changesTo(lever, lever.values[value] ?? null);
	});
	return rematch.try(changes.sort((a, b) => checkIndex(a.check) - checkIndex(b.check)));
}

function isUseful({ offer }: Rematch, trial: Trial): boolean {
	const { changes, gained, lost } = trial;
	if (changes.length === 0 || movesOf(changes).length > MAX_CHANGES || gained.length === 0)
		return false;
	const more = trial.offer.organisations - offer.organisations;
	return more > 0 || (more === 0 && gained.length > lost.length);
}

/** Once there is competition, one more change is worth two more operators. */
const WORTH = 2;

/** Whether another makes only some of the same changes and brings as many, or enough. */
function dominates(other: Trial, trial: Trial, minCompetition: number): boolean {
	const extra = movesOf(trial.changes).length - movesOf(other.changes).length;
	if (other === trial || extra <= 0) return false;
	const worth = other.offer.organisations >= minCompetition ? extra * WORTH : 1;
	if (trial.offer.organisations - other.offer.organisations >= worth) return false;
	const keys = trial.changes.map((change) => JSON.stringify(change));
	return other.changes.every((change) => keys.includes(JSON.stringify(change)));
}

/** Enough competition, fewer changes, a smaller change by quarters of a condition, more organisations. */
function rankOf({ changes, offer }: Trial, minCompetition: number): (number | string)[] {
	const moves = movesOf(changes);
	const weight = moves.reduce((sum, change) => sum + weightOf(change), 0);
	return [
		offer.organisations >= minCompetition ? 0 : 1,
		moves.length,
		Math.ceil(weight * 4),
		-offer.organisations,
		weight,
		JSON.stringify(changes),
	];
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
	for (let i = 0; i < a.length; i++) {
		const [x, y] = [a[i] as number, b[i] as number];
		if (x !== y) return x < y ? -1 : 1;
	}
	return 0;
}

/** A few only of those that move the same conditions. */
function withoutAlike(trials: readonly Trial[]): Trial[] {
	const counts = new Map<string, number>();
	return trials.filter(({ changes }) => {
		const key = changes.map(({ check, service }) => `${check}@${service}`).join();
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return count <= MAX_ALIKE;
	});
}
