import type { Accreditation, Offer, Supplier } from "#app/domain/supplier.ts";
import type { CheckId, CheckVerdict, KindCode } from "#app/domain/vocabulary.ts";
import {
	asked,
	fact,
	type OracleCell,
	type OracleNeed,
	plusDays,
	plusMonths,
	startOf,
	type World,
} from "./world.ts";

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
