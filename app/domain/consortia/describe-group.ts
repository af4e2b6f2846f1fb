import { formatDay } from "../dates.ts";
import type { BoundNeed } from "../match/bind.ts";
import { distanceToPlace } from "../match/checks/area.ts";
import type { ExplainedSupplier, Viewer } from "../match/explain.ts";
import { type CheckMask, checksOf, countOf } from "../match/masks.ts";
import { isStale, oldestVerification } from "../match/outcome.ts";
import type { Place, PreparedCell } from "../match/prepared.ts";
import type { Consortium, ConsortiumMember, MemberEligibility } from "../match-types.ts";
import { regimeOn } from "../regimes.ts";
import { reservedContracts } from "../reserved-contracts.ts";
import { type Candidate, type Levels, leadChecks, type OfferPick } from "./candidate.ts";
import { dealItems } from "./deal.ts";
import { discussedChecks, openChecks } from "./open-checks.ts";

/** What groups are described with. */
export interface GroupContext {
	readonly bound: BoundNeed;
	readonly levels: Levels;
	readonly viewer: Viewer;
}

/** A member of a group: what it was found with, and who it is. */
export interface GroupMember {
	readonly candidate: Candidate;
	readonly pick: OfferPick;
	readonly who: ExplainedSupplier;
}

/** A group with who does which cell, who leads, and what is left to ask or to discuss. */
export function describeGroup(
	context: GroupContext,
	members: readonly GroupMember[],
	confirmed: boolean,
	unknowns: number,
): Consortium {
	const { cells } = context.bound.prepared;
	const takers = dealCells(context, members, confirmed);
	const lead = leadOf(members);
	return {
		members: members.map(({ who }) => who.supplier.id),
		lead: members[lead]?.who.supplier.id ?? "",
		verdict: confirmed ? "confirmed" : "possible",
		shares: Object.fromEntries(
			cells.map(({ id, index }) => [
				id,
				(takers[index] ?? []).map((m) => members[m]?.who.supplier.id ?? ""),
			]),
		),
		unknowns,
		details: members.map((member, m) =>
			describeMember(context, member, {
				cells: cells.filter(({ index }) => takers[index]?.includes(m)),
				shared: cells.filter(
					({ index }) => (takers[index]?.length ?? 0) > 1 && takers[index]?.includes(m),
				),
				leads: m === lead,
				confirmed,
			}),
		),
	};
}

/** Per cell, the places of its takers in the group, in the group's order. */
function dealCells(
	{ bound, levels }: GroupContext,
	members: readonly GroupMember[],
	confirmed: boolean,
): readonly (readonly number[])[] {
	const { cells } = bound.prepared;
	const level = confirmed ? levels.sure : levels.open;
	const views = members.flatMap(({ pick }) => (confirmed ? pick.sure : pick.open) ?? []);
	const reasons = (item: number, m: number): readonly number[] => {
		const { candidate, pick, who } = members[m] as GroupMember;
		const own = level.items[item]?.cells ?? [];
		const open = openChecks(bound, levels.open, pick.offers, pick.open, own);
		const [first] = own.map((cell) => cells[cell] as PreparedCell);
		return [countOf(open), first ? distanceTo(bound, who, first) : 0, candidate.row];
	};
	const order = level.items.map((_, item) =>
		members
			.map((_, m) => ({ m, key: reasons(item, m) }))
			.sort((a, b) => compareNumbers(a.key, b.key))
			.map(({ m }) => m),
	);
	const dealt = dealItems(level, views, (item) => order[item] ?? []);
	return cells.map(({ index }) => {
		const item = level.items.findIndex(({ cells, anyCell }) => !anyCell && cells.includes(index));
		return [...(dealt[item] ?? [])].sort((a, b) => a - b);
	});
}

/** The first that says it can lead; else the first that could, with the fewest unknowns. */
function leadOf(members: readonly GroupMember[]): number {
	const rank = { yes: 0, perhaps: 1, no: 2 };
	return members
		.map(({ pick, candidate }, m) => ({ m, key: [rank[pick.leads], candidate.unknowns, m] }))
		.sort((a, b) => compareNumbers(a.key, b.key))[0]?.m as number;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
	for (let i = 0; i < a.length; i++) {
		const difference = (a[i] as number) - (b[i] as number);
		if (difference !== 0) return difference;
	}
	return 0;
}

interface MemberShare {
	readonly cells: readonly PreparedCell[];
	readonly shared: readonly PreparedCell[];
	readonly leads: boolean;
	readonly confirmed: boolean;
}

function describeMember(
	{ bound, levels, viewer }: GroupContext,
	{ candidate, pick, who }: GroupMember,
	share: MemberShare,
): ConsortiumMember {
	const { supplier, position, commune } = who;
	const { terms, places } = bound.prepared;
	const own = share.cells.map((cell) => cell.index);
	const lead = share.leads ? leadChecks(bound, pick.offers) : { unknown: 0, discussed: 0 };
	const discussed = discussedChecks(bound, levels.open, pick.offers, share.cells) | lead.discussed;
	// Readiness to discuss is for identified buyers: said to others, it would give it away.
	const shown = viewer === "identified" ? discussed : discussed & terms.negotiable;
	const open =
		openChecks(bound, levels.open, pick.offers, pick.open, own) | discussed | lead.unknown;
	const oldest = oldestVerification(terms.on);
	const unknown: CheckMask = share.confirmed ? 0 : open & ~shown;
	return {
		id: supplier.id,
		siret: supplier.siret ?? null,
		name: supplier.name,
		commune,
		distanceKm: position
			? rounded(Math.min(...places.map((place) => distanceToPlace(position, place))))
			: null,
		cells: share.cells.map((cell) => cell.id),
		shared: share.shared.map((cell) => cell.id),
		unknown: checksOf(unknown),
		toDiscuss: checksOf(share.confirmed ? 0 : shown),
		stale: pick.offers.some(
			(offer) =>
				offer &&
				share.cells.some((cell) => pick.offers[cell.group] === offer) &&
				isStale(bound.columns, offer.row, oldest),
		),
		accepts: candidate.accepts ? "yes" : "unknown",
		leads: pick.leads,
		eligibility: eligibilityOf(bound, who),
	};
}

function rounded(km: number): number | null {
	return Number.isFinite(km) ? Math.round(km * 100) / 100 : null;
}

function distanceTo({ prepared }: BoundNeed, { position }: ExplainedSupplier, cell: PreparedCell) {
	const km = position
		? distanceToPlace(position, prepared.places[cell.place] as Place)
		: Number.MAX_VALUE;
	return Number.isNaN(km) ? Number.MAX_VALUE : km;
}

/** Under a reservation, how this member is eligible; null without one. */
function eligibilityOf(
	{ prepared }: BoundNeed,
	{ kinds, supplier }: ExplainedSupplier,
): MemberEligibility | null {
	const { reservation, start } = prepared.terms;
	if (!reservation) return null;
	const on = formatDay(start);
	const regime = regimeOn(reservation, on);
	if (!regime) return null;
	const open = reservedContracts(kinds, supplier.ess ?? null, on).find(
		(contract) => contract.regime.reservation === reservation,
	);
	return {
		article: regime.article,
		confidence: regime.confidence,
		state: open?.state ?? "to-confirm",
		kinds: open?.kinds ?? [],
	};
}
