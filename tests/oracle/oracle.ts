import type { Commune } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { CHECK_IDS, type CheckId, type CheckVerdict, type Scope } from "#app/domain/vocabulary.ts";
import {
	cellCount,
	combinations,
	countOperators,
	isTheoretical,
	type Judged,
	type OracleAnswer,
	type OracleChoice,
	type Verdict,
	waterfall,
} from "./counts.ts";
import { capacityCheck, orderCheck } from "./load-checks.ts";
import { offerChecks } from "./offer-checks.ts";
import { areaOnPoint, nearPoints, type Point, segmentVerdict } from "./place-checks.ts";
import {
	askedChecks,
	fact,
	type OracleCell,
	type OracleNeed,
	plusMonths,
	serviceOf,
	type World,
} from "./world.ts";

const NEVER: CheckId[] = ["segment", "near", "kind", "reservation"];
const SEGMENT_FAILED: OracleChoice = {
	failed: ["segment"],
	unknown: [],
	stale: false,
	verdict: "excluded",
};

export const cellId = (cell: OracleCell): string => `${cell.service}/${cell.site}`;

/** The whole answer by enumeration, for small bases. */
export function oracleAnswer(
	world: World,
	suppliers: readonly Supplier[],
	scope: Scope,
): OracleAnswer {
	const { need } = world;
	const cells = cellsOf(need);
	const all = suppliers.map((supplier) => judged(world, supplier, cells, scope));
	const checks = askedChecks(need, cells);
	const verdicts = Object.fromEntries(all.map((one) => [one.supplier.id, one.verdict]));
	const real = all.filter((one) => one.verdict !== "excluded");
	const organisations = countOperators(real);
	const theoretical = all.filter((one) => one.sets.some(isTheoretical));
	const reach = theoretical.map((one) => one.reach).sort((a, b) => a - b);
	return {
		theoretical: theoretical.length,
		confirmed: all.filter((one) => one.verdict === "confirmed").length,
		possible: all.filter((one) => one.verdict === "possible").length,
		organisations,
		reachMedian:
			scope === "any" && reach.length > 0
				? (reach[Math.floor((reach.length - 1) / 2)] as number)
				: null,
		waterfall: waterfall(all, checks),
		cells: Object.fromEntries(cells.map((cell) => [cellId(cell), cellCount(all, cellId(cell))])),
		combinations:
			organisations >= (need.minCompetition ?? 3)
				? []
				: combinations(all, checks, need.minCompetition ?? 3),
		verdicts,
		byCell: Object.fromEntries(
			cells.map((cell) => [
				cellId(cell),
				Object.fromEntries(
					all.map((one) => [one.supplier.id, one.best[cellId(cell)] ?? SEGMENT_FAILED]),
				),
			]),
		),
	};
}

export function cellsOf(need: OracleNeed): OracleCell[] {
	const sites = need.zone ? ["zone"] : (need.sites ?? []).map((site) => site.id);
	return (
		need.cells ??
		need.services.flatMap((service) => sites.map((site) => ({ service: service.id, site })))
	);
}

function judged(
	world: World,
	supplier: Supplier,
	cells: readonly OracleCell[],
	scope: Scope,
): Judged {
	const best: Record<string, OracleChoice> = {};
	const sets: CheckId[][] = [];
	const theoreticalCells: string[] = [];
	let reach = 0;
	for (const cell of cells) {
		const choices = candidates(world, supplier, cell).map((offer) =>
			choiceOf(world, supplier, [{ cell, offer }]),
		);
		if (scope === "any") sets.push(...choices.map((choice) => choice.failed));
		if (choices.length === 0) {
			if (scope === "any") sets.push(["segment"]);
			continue;
		}
		best[cellId(cell)] = choices.reduce((a, b) => (isBetter(b, a) ? b : a));
		if (choices.some((choice) => isTheoretical(choice.failed))) theoreticalCells.push(cellId(cell));
		if (choices.some((choice) => !choice.failed.includes("area"))) reach++;
	}
	if (scope === "any") {
		const order: Verdict[] = ["confirmed", "possible", "excluded"];
		const found = Object.values(best).map((choice) => order.indexOf(choice.verdict));
		const verdict = order[Math.min(2, ...found)] as Verdict;
		return { supplier, verdict, sets, best, theoreticalCells, reach };
	}
	const choices = wholeChoices(world, supplier, cells);
	const chosen =
		choices.length > 0 ? choices.reduce((a, b) => (isBetter(b, a) ? b : a)) : SEGMENT_FAILED;
	return {
		supplier,
		verdict: chosen.verdict,
		sets: choices.length > 0 ? choices.map((choice) => choice.failed) : [["segment"]],
		best,
		theoreticalCells,
		reach,
	};
}

function candidates(world: World, supplier: Supplier, cell: OracleCell): Offer[] {
	const needed = serviceOf(world.need, cell).segment;
	return supplier.offers.filter((offer) => segmentVerdict(world, needed, offer) !== null);
}

/** One offer per needed segment, in every way. */
function wholeChoices(
	world: World,
	supplier: Supplier,
	cells: readonly OracleCell[],
): OracleChoice[] {
	const segments = [...new Set(cells.map((cell) => serviceOf(world.need, cell).segment))];
	let choices: Record<string, Offer>[] = [{}];
	for (const segment of segments) {
		const cell = cells.find((one) => serviceOf(world.need, one).segment === segment) as OracleCell;
		const offers = candidates(world, supplier, cell);
		choices = choices.flatMap((choice) => offers.map((offer) => ({ ...choice, [segment]: offer })));
	}
	return choices.map((choice) =>
		choiceOf(
			world,
			supplier,
			cells.map((cell) => ({
				cell,
				offer: choice[serviceOf(world.need, cell).segment] as Offer,
			})),
		),
	);
}

function choiceOf(
	world: World,
	supplier: Supplier,
	taken: readonly { cell: OracleCell; offer: Offer }[],
): OracleChoice {
	const { need } = world;
	const failed = new Set<CheckId>();
	const unknown = new Set<CheckId>();
	const add = (check: CheckId, verdict: CheckVerdict, offer: Offer) => {
		const flexible = fact(supplier, offer, "flexible") ?? [];
		const discussed =
			!NEVER.includes(check) &&
			((need.negotiable ?? []).includes(check) || flexible.includes(check));
		if (verdict === "unmet" && !discussed) failed.add(check);
		else if (verdict !== "met") unknown.add(check);
	};
	for (const { cell, offer } of taken) {
		const needed = serviceOf(need, cell).segment;
		add("segment", segmentVerdict(world, needed, offer) as CheckVerdict, offer);
		for (const [check, verdict] of Object.entries(placeChecks(world, supplier, offer, cell))) {
			add(check as CheckId, verdict, offer);
		}
		for (const [check, verdict] of Object.entries(offerChecks(world, supplier, offer, cell))) {
			add(check as CheckId, verdict, offer);
		}
	}
	const cells = taken.map(({ cell }) => cell);
	const asks = askedChecks(need, cellsOf(need));
	for (const offer of new Set(taken.map((one) => one.offer))) {
		const own = taken.filter((one) => one.offer === offer).map(({ cell }) => cell);
		if (asks.includes("capacity")) {
			const entries = fact(supplier, offer, "capacity") ?? null;
			add("capacity", capacityCheck(need, own, entries), offer);
		}
		if (asks.includes("order")) {
			add("order", orderCheck(cells, fact(supplier, offer, "orderEur") ?? null), offer);
		}
	}
	const stale = taken.some(({ offer }) => isStale(need, supplier, offer));
	const open = [...unknown].filter((check) => !failed.has(check));
	return {
		failed: inOrder(failed),
		unknown: inOrder(open),
		stale,
		verdict: failed.size > 0 ? "excluded" : open.length > 0 || stale ? "possible" : "confirmed",
	};
}

export function placeChecks(
	world: World,
	supplier: Supplier,
	offer: Offer,
	cell: OracleCell,
): Partial<Record<CheckId, CheckVerdict>> {
	const { need, places } = world;
	const spots: { point: Point; commune: Commune }[] = need.zone
		? (places.zone(need.zone)?.communes ?? []).map((commune) => ({ point: commune, commune }))
		: (need.sites ?? [])
				.filter((site) => site.id === cell.site)
				.map((site) => {
					const exact =
						typeof site.lat === "number" && typeof site.lon === "number"
							? { lat: site.lat, lon: site.lon, errorKm: 0 }
							: null;
					const commune = (
						site.commune
							? places.commune(site.commune)
							: places.nearestCommune(site.lat as number, site.lon as number)
					) as Commune;
					return { point: exact ?? commune, commune };
				});
	const verdicts = spots.map(({ point, commune }) =>
		areaOnPoint(world, supplier, offer, point, commune),
	);
	const area: CheckVerdict = verdicts.every((one) => one === "met")
		? "met"
		: verdicts.every((one) => one === "unmet")
			? "unmet"
			: "unknown";
	if (need.location?.rule !== "sits-within") return { area };
	return {
		area,
		near: nearPoints(
			world,
			supplier,
			spots.map(({ point }) => point),
		),
	};
}

export function isStale(need: OracleNeed, supplier: Supplier, offer: Offer): boolean {
	const on = fact(supplier, offer, "verifiedOn");
	const by = fact(supplier, offer, "verifiedBy");
	return !on || on < plusMonths(need.on, -12) || (by !== "supplier" && by !== "cress");
}

const inOrder = (checks: Iterable<CheckId>): CheckId[] => {
	const set = new Set(checks);
	return CHECK_IDS.filter((check) => set.has(check));
};

function isBetter(a: OracleChoice, b: OracleChoice): boolean {
	const key = (choice: OracleChoice) => [
		choice.failed.length,
		choice.unknown.length,
		Number(choice.stale),
		...choice.failed.map((check) => CHECK_IDS.indexOf(check)),
		-1,
		...choice.unknown.map((check) => CHECK_IDS.indexOf(check)),
	];
	const [x, y] = [key(a), key(b)];
	for (let i = 0; i < Math.max(x.length, y.length); i++) {
		const difference = (x[i] ?? -1) - (y[i] ?? -1);
		if (difference !== 0) return difference < 0;
	}
	return false;
}
