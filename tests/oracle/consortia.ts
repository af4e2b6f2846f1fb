import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { operatorOf } from "./counts.ts";
import {
	type Chosen,
	discusses,
	loadsFit,
	ordersFit,
	partOf,
	segmentOf,
	shortCells,
} from "./group-shares.ts";
import { cellId, cellsOf } from "./oracle.ts";
import { segmentVerdict } from "./place-checks.ts";
import { askedChecks, fact, type OracleCell, type World } from "./world.ts";

/**
 * Groups of suppliers by enumeration: every group of two or three, every choice of offers, every way of giving each cell to one member
 * or of sharing it. For small needs whose quantities and amounts stand on the cells.
 */
export interface OracleGroup {
	readonly members: string[];
	readonly verdict: "confirmed" | "possible";
}

export function oracleGroups(world: World, suppliers: readonly Supplier[]): OracleGroup[] {
	const willing = suppliers
		.filter((supplier) => supplier.consortium !== "no")
		.map((supplier) => ({ supplier, choices: choicesOf(world, supplier) }));
	const covered = (members: readonly Member[]): boolean =>
		choices(members).some((chosen) => canDo(world, chosen, false));
	const found: OracleGroup[] = [];
	for (const members of groupsOf(willing)) {
		if (!covered(members)) continue;
		if (properSubsets(members).some(covered)) continue;
		const confirmed = choices(members).some(
			(chosen) =>
				chosen.every(({ supplier }) => supplier.consortium) &&
				chosen.some((one) => leads(world, one) === "yes") &&
				canDo(world, chosen, true),
		);
		const possible = choices(members).some(
			(chosen) => chosen.some((one) => leads(world, one) !== "no") && canDo(world, chosen, false),
		);
		if (!possible) continue;
		found.push({
			members: members.map(({ supplier }) => supplier.id).sort(),
			verdict: confirmed ? "confirmed" : "possible",
		});
	}
	return found;
}

interface Member {
	supplier: Supplier;
	choices: Chosen[];
}

function choicesOf(world: World, supplier: Supplier): Chosen[] {
	const segments = [...new Set(cellsOf(world.need).map((cell) => segmentOf(world, cell)))];
	let lists: ReadonlyMap<string, Offer>[] = [new Map()];
	for (const segment of segments) {
		const offers = supplier.offers.filter((one) => segmentVerdict(world, segment, one) !== null);
		lists = lists.flatMap((list) => [
			list,
			...offers.map((offer) => new Map([...list, [segment, offer] as const])),
		]);
	}
	return lists.filter((list) => list.size > 0).map((offers) => ({ supplier, offers }));
}

function groupsOf(all: readonly Member[]): Member[][] {
	const groups: Member[][] = [];
	const independent = (members: Member[]) =>
		new Set(members.map(({ supplier }) => operatorOf(supplier))).size === members.length;
	all.forEach((a, i) => {
		all.slice(i + 1).forEach((b, j) => {
			groups.push([a, b]);
			for (const c of all.slice(i + j + 2)) groups.push([a, b, c]);
		});
	});
	return groups.filter(independent);
}

function properSubsets(members: readonly Member[]): Member[][] {
	const alone = members.map((one) => [one]);
	return members.length < 3
		? alone
		: [...alone, ...members.map((out) => members.filter((one) => one !== out))];
}

function choices(members: readonly Member[]): Chosen[][] {
	return members.reduce<Chosen[][]>(
		(lists, member) => lists.flatMap((list) => member.choices.map((one) => [...list, one])),
		[[]],
	);
}

function leads(world: World, { supplier, offers }: Chosen): "yes" | "unknown" | "no" {
	if (supplier.consortium === "member") return "no";
	const isAsked = askedChecks(world.need, cellsOf(world.need)).includes("eInvoicing");
	let sure = supplier.consortium === "lead";
	for (const offer of isAsked ? offers.values() : []) {
		const value = fact(supplier, offer, "eInvoicing") ?? null;
		if (value === "none" && !discusses(world, supplier, offer, "eInvoicing")) return "no";
		if (value !== "chorus") sure = false;
	}
	return sure ? "yes" : "unknown";
}

/** Whether these suppliers, all of them or some, cover the need. */
export function coversAlone(world: World, suppliers: readonly Supplier[]): boolean {
	const members = suppliers.map((supplier) => ({
		supplier,
		choices: choicesOf(world, supplier),
	}));
	return [members, ...properSubsets(members)]
		.filter((some) => some.length > 0)
		.some((some) => choices(some).some((chosen) => canDo(world, chosen, false)));
}

/** Whether who takes each cell is a way of sharing the need out that the specification allows. */
export function isSound(
	world: World,
	suppliers: readonly Supplier[],
	group: { shares: Readonly<Record<string, readonly string[]>>; verdict: string },
): boolean {
	const members = suppliers.map((supplier) => ({
		supplier,
		choices: choicesOf(world, supplier),
	}));
	const takers = (cell: OracleCell) =>
		(group.shares[cellId(cell)] ?? []).map((id) => suppliers.findIndex((one) => one.id === id));
	return choices(members).some((chosen) =>
		canDo(world, chosen, group.verdict === "confirmed", takers),
	);
}

function canDo(
	world: World,
	members: readonly Chosen[],
	sure: boolean,
	imposed?: (cell: OracleCell) => number[],
): boolean {
	const { need } = world;
	const cells = cellsOf(need);
	const parts = cells.map((cell) => members.map((one) => partOf(world, one, cell, sure)));
	if (parts.some((row) => row.reduce((sum, part) => sum + part, 0) < 1 - 1e-9)) return false;
	const isAsked = askedChecks(need, cells).includes("order");
	const isUnpriced = (c: number) => typeof cells[c]?.amountEur !== "number";
	if (sure && isAsked && cells.some((_, c) => isUnpriced(c))) return false;
	// A minimum is only missed by those who could take nothing of unknown amount.
	const open = members.map((_, m) => parts.some((row, c) => isUnpriced(c) && (row[m] ?? 0) > 0));
	const short = members.map((one) => shortCells(world, one, sure));
	const options = cells.map((cell, c) => {
		const row = parts[c] as number[];
		const holders = row.flatMap((part, m) => (part > 0 ? [m] : []));
		const mayCut = holders.some((m) => (row[m] as number) < 1 || short[m]?.has(cellId(cell)));
		const whole = holders.filter((m) => (row[m] as number) >= 1).map((m) => [m]);
		const ways = mayCut && holders.length > 1 ? [...whole, ...severalOf(holders)] : whole;
		return imposed ? ways.filter((way) => way.join() === imposed(cell).toSorted().join()) : ways;
	});
	return assignments(options).some((takers) => {
		const restricted = parts.map((row, c) =>
			row.map((part, m) => (takers[c]?.includes(m) ? part : 0)),
		);
		return (
			loadsFit(world, members, cells, restricted, sure) &&
			(!isAsked || ordersFit(world, members, cells, restricted, open, sure))
		);
	});
}

/** Every two or more of the holders. */
function severalOf(holders: readonly number[]): number[][] {
	const pairs = holders.flatMap((a, i) => holders.slice(i + 1).map((b) => [a, b]));
	return holders.length === 3 ? [...pairs, [...holders]] : pairs;
}

function assignments(options: readonly number[][][]): number[][][] {
	return options.reduce<number[][][]>(
		(lists, own) => lists.flatMap((list) => own.map((one) => [...list, one])),
		[[]],
	);
}
