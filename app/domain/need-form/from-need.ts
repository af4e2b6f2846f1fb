import type { Need, Requirements } from "../need.ts";
import {
	type ConditionsForm,
	cellId,
	emptyForm,
	emptySite,
	type FrameForm,
	type NeedForm,
} from "./form-state.ts";
import { frWindow, weekdayNames } from "./hours.ts";

/**
 * The form that says a need: reading it back gives the same need, nulls and empty lists of groups left out.
 *
 * @param communeName name of a commune by INSEE code; null when unknown
 */
export function toForm(need: Need, communeName: (code: string) => string | null): NeedForm {
	return {
		...emptyForm(),
		title: need.title ?? "",
		services: need.services.map(({ id, segment, ...requirements }) => ({
			id,
			segment,
			conditions: toConditions(requirements),
		})),
		where: need.zone ? "zone" : "sites",
		zone: need.zone ?? "",
		zoneText: "",
		sites: (need.sites ?? []).map((site) => ({
			...emptySite(site.id),
			label: site.label ?? "",
			address: site.address ?? "",
			place: site.commune ? (communeName(site.commune) ?? "") : "",
			insee: site.commune ?? "",
			lat: degrees(site.lat),
			lon: degrees(site.lon),
		})),
		cells: (need.cells ?? [])
			.map(({ service, site, ...requirements }) => ({
				service,
				site,
				conditions: toConditions(requirements),
			}))
			.filter((cell) => Object.keys(cell.conditions).length > 0),
		asked: need.cells ? need.cells.map((cell) => cellId(cell.service, cell.site)) : null,
		frame: toFrame(need),
		rest: {
			...(need.id ? { id: need.id } : {}),
			...(need.schemaVersion ? { schemaVersion: need.schemaVersion } : {}),
			...(need.keepTogether?.length ? { keepTogether: need.keepTogether } : {}),
			...(need.keepApart?.length ? { keepApart: need.keepApart } : {}),
			...(need.maxLots ? { maxLots: need.maxLots } : {}),
		},
	};
}

function toConditions(requirements: Requirements): ConditionsForm {
	const form: ConditionsForm = {};
	const { quantity, amountEur, daysPerWeek, weekdays, window, visitHours } = requirements;
	if (requirements.mode) form.mode = requirements.mode;
	if (quantity) {
		form.quantity = typedNumber(quantity.amount);
		form.unit = quantity.unit;
		form.per = quantity.per;
	}
	if (amountEur !== null && amountEur !== undefined) form.amount = typedNumber(amountEur);
	if (daysPerWeek) form.days = typedNumber(daysPerWeek);
	if (weekdays && weekdays.length > 0) form.weekdays = weekdayNames(weekdays);
	if (window) form.window = frWindow(window);
	if (visitHours) form.visitHours = typedNumber(visitHours);
	for (const flag of [
		"continuity",
		"firmStock",
		"delivery",
		"installation",
		"staffTransfer",
	] as const) {
		const value = requirements[flag];
		if (value !== null && value !== undefined) form[flag] = value ? "yes" : "no";
	}
	if (requirements.certificates) form.certificates = requirements.certificates;
	if (requirements.capabilities) form.capabilities = requirements.capabilities;
	if (requirements.eInvoicing) form.eInvoicing = "yes";
	return form;
}

function toFrame(need: Need): FrameForm {
	const { contract, location } = need;
	return {
		...emptyForm().frame,
		reservation: need.reservation ?? "",
		kinds: need.kinds ?? [],
		buyer: need.buyer ?? "",
		startsOn: need.startsOn ?? "",
		durationMonths: optionalNumber(need.durationMonths),
		contractForm: contract?.form ?? "",
		renewals: optionalNumber(contract?.renewals),
		maxEur: optionalNumber(contract?.maxEur),
		minOrderEur: optionalNumber(contract?.minOrderEur),
		minCompetition: optionalNumber(need.minCompetition),
		negotiable: need.negotiable ?? [],
		locationRule: location?.rule ?? "",
		km: optionalNumber(location?.km),
		undeclaredKm: optionalNumber(location?.undeclaredKm),
		...(need.consortiaAllowed === null || need.consortiaAllowed === undefined
			? {}
			: { consortia: need.consortiaAllowed ? ("yes" as const) : ("no" as const) }),
		on: need.on ?? "",
	};
}

function optionalNumber(value: number | null | undefined): string {
	return value === null || value === undefined ? "" : typedNumber(value);
}

/** A number as one types it: a comma, every decimal kept. */
function typedNumber(value: number): string {
	return String(value).replace(".", ",");
}

function degrees(value: number | null | undefined): string {
	return value === null || value === undefined ? "" : String(value).replace(".", ",");
}
