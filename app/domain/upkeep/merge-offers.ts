import type { Offer, OfferDefaults } from "../supplier.ts";
import { defaultsSchema, offerSchema } from "../supplier.ts";
import { type Ledger, pick } from "./pick.ts";
import {
	type Candidate,
	candidate,
	compareCandidates,
	compareText,
	offerRank,
	type Statement,
} from "./precedence.ts";

type FactKey = Exclude<keyof OfferDefaults, "capabilities" | "verifiedOn" | "verifiedBy">;
type Facts = Record<string, unknown>;

const PAIRED = new Set<string>(["capabilities", "verifiedOn", "verifiedBy"]);
const FACT_KEYS = Object.keys(defaultsSchema.shape).filter(
	(key): key is FactKey => !PAIRED.has(key) && key in offerSchema.shape,
);

interface StatedOffer {
	readonly statement: Statement;
	readonly offer: Offer;
	/** Its rank in the statement's own list: where its facts are filed. */
	readonly index: number;
}

/** The supplier's defaults, fact by fact; undefined when no statement has any. */
export function mergeDefaults(
	ledger: Ledger,
	statements: readonly Statement[],
): OfferDefaults | undefined {
	const sources = statements.flatMap((statement) =>
		statement.value.defaults ? [{ statement, facts: statement.value.defaults }] : [],
	);
	if (sources.length === 0) return undefined;
	const merged: Facts = {};
	mergeFacts(
		ledger,
		"defaults",
		merged,
		sources.map(({ statement, facts }) => ({
			statement,
			layers: [{ facts, path: "defaults", rank: offerRank(statement, facts) }],
		})),
		{},
	);
	return merged as OfferDefaults;
}

/**
 * The offers shown: one list over all statements, segment by segment. Where each statement has at most one offer for a segment, its
 * facts are merged one by one, those inherited from the statement's own defaults included; where one has several (two teams, two
 * areas), the strongest statement's are shown as they are, since nothing tells which is which.
 */
export function mergeOffers(
	ledger: Ledger,
	statements: readonly Statement[],
	defaults: OfferDefaults | undefined,
): Offer[] {
	const bySegment = new Map<string, StatedOffer[]>();
	for (const statement of statements) {
		statement.value.offers.forEach((offer, index) => {
			const stated = { statement, offer, index };
			const known = bySegment.get(offer.segment);
			if (known) known.push(stated);
			else bySegment.set(offer.segment, [stated]);
		});
	}
	const groups = [...bySegment.values()].map((group) => {
		group.sort((a, b) => compareCandidates(asCandidate(a), asCandidate(b)) || a.index - b.index);
		return group;
	});
	groups.sort(byStrongest);
	const offers: Offer[] = [];
	for (const group of groups) {
		const heard = new Set(group.map(({ statement }) => statement));
		if (heard.size === group.length) {
			const path = `offers[${offers.length}]`;
			offers.push(mergeOne(ledger, path, group, statements, defaults));
		} else {
			const strongest = group[0]?.statement;
			for (const stated of group) {
				if (stated.statement !== strongest) continue;
				offers.push(copyOffer(ledger, `offers[${offers.length}]`, stated));
			}
		}
	}
	return offers;
}

function asCandidate({ statement, offer, index }: StatedOffer): Candidate<Offer> {
	return candidate(offer, offerRank(statement, offer), statement, `offers[${index}]`);
}

function byStrongest(a: readonly StatedOffer[], b: readonly StatedOffer[]): number {
	const [first, second] = [a[0], b[0]];
	if (!first || !second) return 0;
	return (
		compareCandidates(asCandidate(first), asCandidate(second)) ||
		first.index - second.index ||
		compareText(first.offer.segment, second.offer.segment)
	);
}

function mergeOne(
	ledger: Ledger,
	path: string,
	group: readonly StatedOffer[],
	statements: readonly Statement[],
	defaults: OfferDefaults | undefined,
): Offer {
	const basis = pick(ledger, `${path}.segment`, basisCandidates(group), null);
	const merged: Facts = { segment: group[0]?.offer.segment };
	if (basis?.value) merged["basis"] = basis.value;
	const children = pick(
		ledger,
		`${path}.includesChildren`,
		group.flatMap((stated) => {
			const value = stated.offer.includesChildren ?? null;
			return value === null ? [] : [{ ...asCandidate(stated), value }];
		}),
	);
	if (children) merged["includesChildren"] = children.value;
	const own = new Map(group.map((stated) => [stated.statement, stated]));
	mergeFacts(
		ledger,
		path,
		merged,
		statements.map((statement) => {
			const layers: Layer[] = [];
			const stated = own.get(statement);
			if (stated) {
				const rank = offerRank(statement, stated.offer);
				layers.push({ facts: stated.offer, path: `offers[${stated.index}]`, rank });
			}
			const inherited = statement.value.defaults;
			if (inherited) {
				// Inside its own statement, an offer lends its strength to what it inherits.
				const rank = stated ? offerRank(statement, stated.offer) : offerRank(statement, inherited);
				layers.push({ facts: inherited, path: "defaults", rank });
			}
			return { statement, layers };
		}),
		defaults ?? {},
	);
	return merged as Offer;
}

/** Each statement's basis; those that inferred the offer share their reasons, none of which is lost with the one that is shown. */
function basisCandidates(group: readonly StatedOffer[]): Candidate<Offer["basis"] | null>[] {
	const candidates = group.map(({ statement, offer, index }) =>
		candidate(
			offer.basis ?? null,
			offerRank(statement, offer),
			statement,
			`offers[${index}].segment`,
		),
	);
	const inferred = candidates.filter(({ value }) => value === "inferred");
	const reasons = inferred.flatMap(({ provenance }) => provenance.because?.split(" ; ") ?? []);
	if (reasons.length === 0) return candidates;
	const because = [...new Set(reasons)].join(" ; ");
	return candidates.map((one) =>
		one.value === "inferred" ? { ...one, provenance: { ...one.provenance, because } } : one,
	);
}

/** What a statement says, nearest first: an offer, then its defaults. */
interface Layer {
	readonly facts: Offer | OfferDefaults;
	readonly path: string;
	readonly rank: number;
}
interface Layered {
	readonly statement: Statement;
	readonly layers: readonly Layer[];
}

/** @param inherited what the result need not repeat: the merged defaults it will be read with */
function mergeFacts(
	ledger: Ledger,
	path: string,
	merged: Facts,
	sources: readonly Layered[],
	inherited: OfferDefaults,
): void {
	const set = (
		field: string,
		target: Facts,
		key: string,
		candidates: Candidate<unknown>[],
		base: unknown,
	) => {
		const length = ledger.stated.length;
		const winner = pick(ledger, field, candidates);
		if (!winner) return;
		if (base !== undefined && base !== null && base === winner.value) ledger.stated.length = length;
		else target[key] = winner.value;
	};
	for (const key of FACT_KEYS) {
		const candidates = sources.flatMap((source) => firstStated(source, (facts) => facts[key], key));
		set(`${path}.${key}`, merged, key, candidates, inherited[key]);
	}
	const codes = new Set(
		sources.flatMap(({ layers }) =>
			layers.flatMap(({ facts }) => Object.keys(facts.capabilities ?? {})),
		),
	);
	if (codes.size > 0) {
		const capabilities: Facts = {};
		for (const code of [...codes].sort()) {
			const candidates = sources.flatMap((source) =>
				firstStated(source, (facts) => facts.capabilities?.[code], `capabilities.${code}`),
			);
			set(
				`${path}.capabilities.${code}`,
				capabilities,
				code,
				candidates,
				inherited.capabilities?.[code],
			);
		}
		if (Object.keys(capabilities).length > 0) merged["capabilities"] = capabilities;
	}
	mergeVerification(ledger, path, merged, sources);
}

function firstStated<T>(
	{ statement, layers }: Layered,
	read: (facts: Offer | OfferDefaults) => T,
	key: string,
): Candidate<NonNullable<T>>[] {
	for (const { facts, path, rank } of layers) {
		const value = read(facts);
		if (value !== null && value !== undefined) {
			return [candidate(value, rank, statement, `${path}.${key}`)];
		}
	}
	return [];
}

/** Who verified, and when, go together: the strongest verifier's last visit. Never a disagreement. */
function mergeVerification(
	ledger: Ledger,
	path: string,
	merged: Facts,
	sources: readonly Layered[],
): void {
	const candidates = sources.flatMap(({ statement, layers }) =>
		layers.flatMap(({ facts, path: from, rank }) => {
			const { verifiedBy = null, verifiedOn = null } = facts;
			if (verifiedBy === null && verifiedOn === null) return [];
			const found = candidate({ verifiedBy, verifiedOn }, rank, statement, `${from}.verifiedOn`);
			const on = verifiedOn ?? found.provenance.on ?? null;
			return [{ ...found, provenance: { ...found.provenance, on } }];
		}),
	);
	const winner = pick(ledger, `${path}.verifiedOn`, candidates, null);
	if (!winner) return;
	if (winner.value.verifiedOn !== null) merged["verifiedOn"] = winner.value.verifiedOn;
	if (winner.value.verifiedBy !== null) merged["verifiedBy"] = winner.value.verifiedBy;
}

function copyOffer(ledger: Ledger, path: string, stated: StatedOffer): Offer {
	const { provenance } = asCandidate(stated);
	const prefix = `offers[${stated.index}]`;
	const facts = Object.entries(stated.statement.value.facts ?? {});
	ledger.stated.push([path, provenance]);
	for (const [from, own] of facts) {
		if (from.startsWith(`${prefix}.`)) ledger.stated.push([path + from.slice(prefix.length), own]);
	}
	return stated.offer;
}
