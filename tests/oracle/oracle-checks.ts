/**
 * The checks of the matching, written a second time straight from the specification: slow, on exchange shapes, with text dates. It
 * shares nothing with the engine but the vocabulary, so that an error in one shows as a difference.
 */
import type { Need } from "#app/domain/need.ts";
import type { Commune, Places, Taxonomy } from "#app/domain/reference.ts";
import type { Accreditation, Capacity, Offer, Supplier } from "#app/domain/supplier.ts";
import {
	CHECK_IDS,
	type CheckId,
	type CheckVerdict,
	type KindCode,
} from "#app/domain/vocabulary.ts";

export type OracleNeed = Need & { on: string };
export type OracleCell = NonNullable<Need["cells"]>[number];
type Service = Need["services"][number];
type Quantity = NonNullable<OracleCell["quantity"]>;

export interface World {
	readonly need: OracleNeed;
	readonly places: Places;
	readonly taxonomy: Taxonomy;
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);

export function plusMonths(text: string, months: number): string {
	const date = utc(text);
	const day = date.getUTCDate();
	const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(day, last));
	return iso(first);
}

function plusDays(text: string, days: number): string {
	return iso(new Date(utc(text).getTime() + days * 86_400_000));
}

export function serviceOf(need: Need, cell: OracleCell): Service {
	return need.services.find((service) => service.id === cell.service) as Service;
}

/** A cell's own value, else its service's. */
export function asked<K extends keyof OracleCell & keyof Service>(
	need: Need,
	cell: OracleCell,
	key: K,
): Service[K] | OracleCell[K] {
	return cell[key] ?? serviceOf(need, cell)[key];
}

export const startOf = (need: OracleNeed): string => need.startsOn ?? need.on;

/** An offer's fact, else the supplier's default; eInvoicing also from the supplier itself. */
export function fact<K extends keyof NonNullable<Supplier["defaults"]>>(
	supplier: Supplier,
	offer: Offer,
	key: K,
): Offer[K] {
	const value = offer[key] ?? supplier.defaults?.[key];
	if (key === "eInvoicing") return (value ?? supplier.eInvoicing) as Offer[K];
	return value as Offer[K];
}

export function askedChecks(need: OracleNeed, cells: readonly OracleCell[]): CheckId[] {
	const some = (test: (cell: OracleCell) => unknown) => cells.some((cell) => Boolean(test(cell)));
	const is: Record<CheckId, boolean> = {
		segment: true,
		area: true,
		near: need.location?.rule === "sits-within",
		kind: Boolean(need.kinds),
		reservation: Boolean(need.reservation),
		mode: some((cell) => asked(need, cell, "mode")),
		daysPerWeek: some((cell) => asked(need, cell, "daysPerWeek")),
		weekdays: some((cell) => (asked(need, cell, "weekdays") ?? []).length > 0),
		window: some((cell) => asked(need, cell, "window")),
		visitHours: some((cell) => asked(need, cell, "visitHours")),
		capacity: some((cell) => asked(need, cell, "quantity")),
		order: hasAmount(need, cells),
		leadTime: Boolean(need.startsOn),
		availability: Boolean(need.startsOn),
		continuity: some((cell) => asked(need, cell, "continuity")),
		stock: some((cell) => asked(need, cell, "firmStock")),
		certificates: some((cell) => (asked(need, cell, "certificates") ?? []).length > 0),
		capabilities: some((cell) => (asked(need, cell, "capabilities") ?? []).length > 0),
		delivery: some((cell) => asked(need, cell, "delivery")),
		installation: some((cell) => asked(need, cell, "installation")),
		staffTransfer: some((cell) => asked(need, cell, "staffTransfer")),
		eInvoicing: some((cell) => asked(need, cell, "eInvoicing")),
	};
	return CHECK_IDS.filter((check) => is[check]);
}

export function hasAmount(need: Need, cells: readonly OracleCell[]): boolean {
	return cells.some((cell) => typeof asked(need, cell, "amountEur") === "number");
}

/** Related to the needed node: null when the offer serves it in no way. */
export function segmentVerdict(world: World, needed: string, offer: Offer): CheckVerdict | null {
	const { taxonomy } = world;
	const isSame = offer.segment === needed;
	const isChild = taxonomy.get(offer.segment)?.parent === needed;
	const isParent = taxonomy.get(needed)?.parent === offer.segment;
	if (!isSame && !isChild && !isParent) return null;
	if (offer.basis === "inferred") return "unknown";
	return isParent && !offer.includesChildren ? "unknown" : "met";
}

export interface Point {
	lat: number;
	lon: number;
	errorKm: number;
}

export function supplierPoint(supplier: Supplier, places: Places): Point | null {
	if (typeof supplier.lat === "number" && typeof supplier.lon === "number") {
		return { lat: supplier.lat, lon: supplier.lon, errorKm: 0 };
	}
	return (supplier.commune && places.commune(supplier.commune)) || null;
}

export function supplierCommune(supplier: Supplier, places: Places): string | null {
	if (supplier.commune) return places.commune(supplier.commune)?.code ?? supplier.commune;
	if (typeof supplier.lat !== "number" || typeof supplier.lon !== "number") return null;
	return places.nearestCommune(supplier.lat, supplier.lon).code;
}

export function km(a: Point, b: Point): number {
	const rad = (degrees: number) => (degrees * Math.PI) / 180;
	const cosine =
		Math.sin(rad(a.lat)) * Math.sin(rad(b.lat)) +
		Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.cos(rad(b.lon - a.lon));
	return 6371.0088 * Math.acos(Math.max(-1, Math.min(1, cosine)));
}

/** Inside, outside, or a position too uncertain to say. */
function within(a: Point, b: Point, limit: number): CheckVerdict {
	const distance = km(a, b);
	const error = a.errorKm + b.errorKm;
	if (distance + error <= limit) return "met";
	return distance - error > limit ? "unmet" : "unknown";
}

export function communeInZones(
	commune: Commune,
	zones: readonly string[],
	places: Places,
): boolean {
	return zones.some((zone) => {
		const [kind, code = ""] = zone.split(":");
		if (kind === "commune") return (places.commune(code)?.code ?? code) === commune.code;
		if (kind === "epci") return commune.epci === code;
		return kind === "departement" ? commune.departement === code : commune.region === code;
	});
}

/** A point to serve, its commune and the supplier: the area check on one site. */
export function areaOnPoint(
	world: World,
	supplier: Supplier,
	offer: Offer,
	site: Point,
	commune: Commune,
): CheckVerdict {
	const area = fact(supplier, offer, "area");
	const zones = area?.zones ?? [];
	const radius = area?.radiusKm;
	const point = supplierPoint(supplier, world.places);
	if (area?.country || communeInZones(commune, zones, world.places)) return "met";
	const own = supplierCommune(supplier, world.places) === commune.code;
	if (typeof radius === "number") {
		if (!point) return "unknown";
		const inside = within(point, site, radius);
		if (inside !== "unmet") return inside;
	} else if (zones.length === 0) {
		if (!point) return "unknown";
		return within(point, site, world.need.location?.undeclaredKm ?? 50) !== "unmet" || own
			? "unknown"
			: "unmet";
	}
	return own ? "unknown" : "unmet";
}

/** Every site (or commune of the zone) against the `km` of `sits-within`. */
export function nearPoints(
	world: World,
	supplier: Supplier,
	points: readonly Point[],
): CheckVerdict {
	const point = supplierPoint(supplier, world.places);
	if (!point) return "unknown";
	const all = points.map((site) => within(point, site, world.need.location?.km ?? 0));
	if (all.every((one) => one === "met")) return "met";
	return all.every((one) => one === "unmet") ? "unmet" : "unknown";
}

const REGIMES: Record<string, { green: KindCode[]; toProve: KindCode[] }> = {
	handicap: { green: ["ESAT", "EA"], toProve: ["EATT"] },
	insertion: { green: ["EI", "ACI", "AI", "ETTI"], toProve: ["EITI", "GEIQ"] },
	joint: { green: ["ESAT", "EA", "EI", "ACI", "AI", "ETTI"], toProve: ["EATT", "EITI", "GEIQ"] },
	prison: { green: [], toProve: ["SEP"] },
};

function kindsVerdict(
	kinds: readonly Accreditation[] | null | undefined,
	green: readonly KindCode[],
	toProve: readonly KindCode[],
	start: string,
): CheckVerdict {
	if (!kinds) return "unknown";
	const verdicts = kinds
		.filter((kind) => [...green, ...toProve].includes(kind.code))
		.filter((kind) => !kind.until || kind.until >= start)
		.map((kind): CheckVerdict => {
			const lasts = kind.until ?? (kind.asOf ? plusMonths(kind.asOf, 24) : null);
			const proved = kind.proof !== "declared" && lasts !== null && lasts >= start;
			return proved && green.includes(kind.code) ? "met" : "unknown";
		});
	if (verdicts.includes("met")) return "met";
	return verdicts.length > 0 ? "unknown" : "unmet";
}

/** Checks that look at one offer and one cell alone. */
export function offerChecks(
	{ need }: World,
	supplier: Supplier,
	offer: Offer,
	cell: OracleCell,
): Partial<Record<CheckId, CheckVerdict>> {
	const found: Partial<Record<CheckId, CheckVerdict>> = {};
	const start = startOf(need);
	const kinds = supplier.kinds;
	if (need.kinds) found.kind = kindsVerdict(kinds, need.kinds, [], start);
	if (need.reservation === "ess") found.reservation = supplier.ess === false ? "unmet" : "unknown";
	else if (need.reservation) {
		const { green, toProve } = REGIMES[need.reservation] ?? { green: [], toProve: [] };
		found.reservation = kindsVerdict(kinds, green, toProve, start);
	}
	const get = <K extends keyof NonNullable<Supplier["defaults"]>>(key: K) =>
		fact(supplier, offer, key) ?? null;
	const mode = asked(need, cell, "mode");
	if (mode) {
		const lenders = ["AI", "ETTI", "GEIQ", "EATT"];
		const presumed =
			kinds && kinds.length > 0 && kinds.every(({ code }) => lenders.includes(code))
				? (["staffing"] as const)
				: null;
		const modes: readonly string[] | null = get("modes") ?? presumed;
		found.mode = modes === null ? "unknown" : modes.includes(mode) ? "met" : "unmet";
	}
	const days = asked(need, cell, "daysPerWeek");
	if (days) found.daysPerWeek = compare(get("daysPerWeek"), (offered) => offered >= days);
	const weekdays = asked(need, cell, "weekdays") ?? [];
	if (weekdays.length > 0) {
		found.weekdays = compare(get("weekdays"), (offered) =>
			weekdays.every((day) => offered.includes(day)),
		);
	}
	const window = asked(need, cell, "window");
	if (window) {
		found.window = compare(get("windows"), (offered) =>
			offered.some((one) => minutes(window).every((minute) => minutes(one).includes(minute))),
		);
	}
	const visit = asked(need, cell, "visitHours");
	if (visit) found.visitHours = compare(get("minVisitHours"), (least) => visit >= least);
	if (need.startsOn) {
		const { startsOn } = need;
		found.leadTime = compare(get("leadTimeDays"), (lead) => plusDays(need.on, lead) <= startsOn);
		const from = get("availableFrom");
		found.availability = from === null || from <= startsOn ? "met" : "unmet";
	}
	if (asked(need, cell, "continuity")) {
		const closures = get("closures");
		found.continuity = compare(
			closures,
			(list) => get("coversClosures") === true || !list.some((one) => isInside(need, one)),
		);
	}
	if (asked(need, cell, "firmStock")) found.stock = compare(get("stock"), (one) => one === "firm");
	const certificates = asked(need, cell, "certificates") ?? [];
	if (certificates.length > 0) {
		found.certificates = compare(get("certificates"), (held) =>
			certificates.every((code) =>
				held.some((one) => one.code === code && (!one.until || one.until >= start)),
			),
		);
	}
	const capabilities = asked(need, cell, "capabilities") ?? [];
	if (capabilities.length > 0) {
		const values = capabilities.map(
			(code) => offer.capabilities?.[code] ?? supplier.defaults?.capabilities?.[code] ?? null,
		);
		found.capabilities = values.includes(false)
			? "unmet"
			: values.includes(null)
				? "unknown"
				: "met";
	}
	if (asked(need, cell, "delivery")) found.delivery = compare(get("delivers"), Boolean);
	if (asked(need, cell, "installation")) found.installation = compare(get("installs"), Boolean);
	if (asked(need, cell, "staffTransfer")) {
		const transfer = get("staffTransfer");
		found.staffTransfer =
			transfer === "accepts" ? "met" : transfer === "impossible" ? "unmet" : "unknown";
	}
	if (asked(need, cell, "eInvoicing")) {
		found.eInvoicing = compare(get("eInvoicing"), (one) => one === "chorus");
	}
	return found;
}

function compare<T>(offered: T | null, holds: (value: T) => boolean): CheckVerdict {
	if (offered === null) return "unknown";
	return holds(offered) ? "met" : "unmet";
}

/** Every quarter of an hour inside a window, modulo 24 h. */
function minutes({ from, to }: { from: string; to: string }): number[] {
	const at = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
	const end = at(to) < at(from) ? at(to) + 1440 : at(to);
	const list: number[] = [];
	for (let minute = at(from); minute < end; minute += 15) list.push(minute % 1440);
	return list;
}

/** Whether a yearly closure has a day in the contract, day by day. */
function isInside(need: OracleNeed, { from, to }: { from: string; to: string }): boolean {
	const months = need.durationMonths;
	if (!months || months >= 12) return true;
	const end = plusMonths(startOf(need), months);
	for (let day = startOf(need); day < end; day = plusDays(day, 1)) {
		const monthDay = day.slice(5);
		if (from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to) {
			return true;
		}
	}
	return false;
}

const PER_YEAR: Record<string, number> = { year: 1, month: 12, week: 52 };

/** Null: no conversion. */
function converted(quantity: Quantity, days: number | null, entry: Capacity): number | null {
	const mass = (unit: string) => (unit === "kg" ? 0.001 : 1);
	const amount = (quantity.amount * mass(quantity.unit)) / mass(entry.unit);
	if (quantity.per === entry.per) return amount;
	const yearly = (per: string) =>
		per === "day" || per === "visit" ? (days === null ? null : 52 * days) : (PER_YEAR[per] ?? null);
	const [from, to] = [yearly(quantity.per), yearly(entry.per)];
	return from === null || to === null ? null : (amount * from) / to;
}

export function capacityCheck(
	need: OracleNeed,
	cells: readonly OracleCell[],
	entries: readonly Capacity[] | null,
): CheckVerdict {
	const family = (unit: string) => (unit === "kg" ? "t" : unit);
	const quantities = cells.flatMap((cell) =>
		cell.quantity
			? [{ quantity: cell.quantity, days: asked(need, cell, "daysPerWeek") ?? null }]
			: [],
	);
	const verdicts: CheckVerdict[] = [];
	for (const unit of new Set(quantities.map(({ quantity }) => family(quantity.unit)))) {
		const own = quantities.filter(({ quantity }) => family(quantity.unit) === unit);
		const matching = (entries ?? []).filter((entry) => family(entry.unit) === unit);
		if (matching.length === 0) verdicts.push("unknown");
		for (const entry of matching) {
			const amounts = own.map(({ quantity, days }) => converted(quantity, days, entry));
			const known = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
			const remaining = entry.remaining ?? null;
			const fresh =
				remaining !== null &&
				Boolean(entry.remainingOn) &&
				plusDays(entry.remainingOn as string, 90) >= need.on;
			const limit = fresh ? remaining : (entry.max ?? null);
			if (limit !== null && known > limit * (1 + 1e-9)) verdicts.push("unmet");
			else if (limit === null || amounts.includes(null) || (remaining !== null && !fresh)) {
				verdicts.push("unknown");
			}
		}
	}
	if (verdicts.includes("unmet")) return "unmet";
	return verdicts.includes("unknown") ? "unknown" : "met";
}

export function orderCheck(
	cells: readonly OracleCell[],
	limits: { min?: number | null | undefined; max?: number | null | undefined } | null,
): CheckVerdict {
	const min = limits?.min ?? null;
	const max = limits?.max ?? null;
	if (min === null && max === null) return "unknown";
	const amounts = cells.map((cell) => cell.amountEur ?? null);
	const known = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
	if (max !== null && known > max) return "unmet";
	if (amounts.includes(null)) return "unknown";
	return min !== null && known < min ? "unmet" : "met";
}
