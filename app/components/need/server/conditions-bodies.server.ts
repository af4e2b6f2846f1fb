import { AppError } from "#app/domain/errors.ts";
import { PERIOD_LABELS, UNIT_LABELS } from "#app/domain/french-labels.ts";
import { askedWords } from "#app/domain/need-form/asked-words.ts";
import { type ConditionsForm, cellId, type ServiceForm } from "#app/domain/need-form/form-state.ts";
import { parseDays, parseWeekdays } from "#app/domain/need-form/hours.ts";
import { readConditions } from "#app/domain/need-form/read-conditions.ts";
import { quantityText } from "#app/domain/need-form/sheet.ts";
import { measureOf, siteName } from "#app/domain/need-form/to-need.ts";
import { tradeConditions, typicalFields } from "#app/domain/need-form/typical.ts";
import { parsePeriod, parseUnit } from "#app/domain/need-form/values.ts";
import type { Criterion } from "#app/domain/reference.ts";
import type { CheckId } from "#app/domain/vocabulary.ts";
import { toResponse } from "#app/http-errors.ts";
import type {
	CaseBody,
	ConditionsBody,
	CriterionChoice,
	ServiceView,
	SitesBody,
} from "../view-types.ts";
import type { ScreenContext } from "./describe-view.server.ts";
import { needNames } from "./need-names.server.ts";
import { communeLabel } from "./places-body.server.ts";
import { serviceView } from "./step-bodies.server.ts";

const SITES_PAGE = 25;

export function conditionsBody(
	context: ScreenContext,
	screen: "rythme" | "volume" | "exigences",
): ConditionsBody {
	const { open, services } = context;
	const { form } = open.draft;
	const service = serviceOf(context);
	const { taxonomy, criteria } = services.reference;
	const asked = [
		...(service.conditions.certificates ?? []),
		...(service.conditions.capabilities ?? []),
	];
	const trade = tradeConditions(service.segment, asked, criteria);
	const own = form.cells.filter((cell) => cell.service === service.id);
	return {
		screen,
		service: serviceView(service, services),
		position: form.services.indexOf(service),
		services: servicesWithLinks(context, screen),
		conditions: service.conditions,
		weekdays: weekdaysOf(service.conditions),
		typical: [...typicalFields(service.segment, taxonomy)],
		...measureChoice(service, context),
		first: trade.first.map(choiceOf),
		others: trade.others.map(choiceOf),
		siteCount: form.where === "sites" ? form.sites.length : 0,
		ownSites: own.length,
		ownQuantities: own.filter((cell) => cell.conditions.quantity || cell.conditions.amount).length,
	};
}

/** @throws {Response} 404 when the need has no service yet */
function serviceOf({ open, url }: ScreenContext): ServiceForm {
	const { services } = open.draft.form;
	const asked = url.searchParams.get("prestation");
	const found = services.find((service) => service.id === asked) ?? services[0];
	if (found === undefined) throw toResponse(new AppError("need-not-found"));
	return found;
}

function servicesWithLinks(
	{ open, services }: ScreenContext,
	screen: string,
): (ServiceView & { to: string })[] {
	const { draft } = open;
	return draft.form.services.map((service) => ({
		...serviceView(service, services),
		to: `/besoins/${draft.id}/decrire/${screen}?prestation=${service.id}`,
	}));
}

function weekdaysOf(conditions: ConditionsForm): readonly string[] {
	const named = conditions.weekdays ? parseWeekdays(conditions.weekdays) : null;
	if (named?.ok) return named.value;
	const days = conditions.days ? parseDays(conditions.days) : null;
	return days?.ok ? (days.value.weekdays ?? []) : [];
}

function measureChoice(
	service: ServiceForm,
	{ services }: ScreenContext,
): { unit: string; per: string } {
	const usual = measureOf(service.segment, services.reference.taxonomy);
	const unit = service.conditions.unit ? parseUnit(service.conditions.unit) : null;
	const per = service.conditions.per ? parsePeriod(service.conditions.per) : null;
	return {
		unit: unit?.ok ? unit.value : (usual.unit ?? ""),
		per: per?.ok ? per.value : (usual.per ?? ""),
	};
}

function choiceOf({ code, type, need, note }: Criterion): CriterionChoice {
	return { code, type, label: need, note };
}

export function sitesBody(context: ScreenContext): SitesBody {
	const { open, services, url, today } = context;
	const { form, id } = open.draft;
	const service = serviceOf(context);
	const pageCount = Math.max(1, Math.ceil(form.sites.length / SITES_PAGE));
	const page = Math.min(pageCount, Math.max(1, Number(url.searchParams.get("page")) || 1));
	const sites = form.sites.slice((page - 1) * SITES_PAGE, page * SITES_PAGE);
	const measure = measureChoice(service, context);
	return {
		screen: "sites",
		service: serviceView(service, services),
		services: servicesWithLinks(context, "sites"),
		common: commonWords(service, context, today),
		rows: sites.map((site) => {
			const cell = cellId(service.id, site.id);
			const answer = open.reading.sites.get(site.id);
			const problems = open.reading.problems.filter((one) => one.about === cell);
			return {
				id: site.id,
				name: siteName(site),
				commune: answer?.kind === "found" ? communeLabel(answer.commune) : "commune à préciser",
				asked: form.asked === null || form.asked.includes(cell),
				conditions: shownConditions(
					form.cells.find((one) => one.service === service.id && one.site === site.id)?.conditions,
				),
				to: `/besoins/${id}/decrire/case?case=${cell}&prestation=${service.id}`,
				errors: Object.fromEntries(
					problems.map((one) => [one.field.replace("cell-", ""), withoutPlace(one.message)]),
				),
			};
		}),
		page,
		pageCount,
		unitWords: unitWords(measure),
	};
}

/** Conditions as their fields show them. */
function shownConditions(conditions: ConditionsForm = {}): ConditionsForm {
	const quantity = quantityText(conditions);
	return quantity === "" ? conditions : { ...conditions, quantity };
}

/** The row says the site and the column: only what is wrong is left. */
function withoutPlace(message: string): string {
	return message.replace(/^(?:Ligne|Site)\s.*?\s:\s/, "");
}

function unitWords({ unit, per }: { unit: string; per: string }): string {
	const words = Object.entries(UNIT_LABELS).find(([code]) => code === unit)?.[1][1] ?? "";
	const period = Object.entries(PERIOD_LABELS).find(([code]) => code === per)?.[1] ?? "";
	return [words, period].filter(Boolean).join(" ");
}

const COMMON_CHECKS: readonly CheckId[] = [
	"daysPerWeek",
	"weekdays",
	"window",
	"visitHours",
	"continuity",
];

function commonWords(
	service: ServiceForm,
	{ open, services }: ScreenContext,
	today: string,
): string {
	const names = needNames(services, today);
	const { requirements } = readConditions(
		service.conditions,
		measureOf(service.segment, open.reference.taxonomy),
	);
	const need = { services: [{ id: service.id, segment: service.segment, ...requirements }] };
	return COMMON_CHECKS.map((check) => askedWords(need, check, names))
		.filter(Boolean)
		.join(", ");
}

export function caseBody(context: ScreenContext): CaseBody {
	const { open, services, url } = context;
	const { form } = open.draft;
	const [serviceId = "", siteId = ""] = (url.searchParams.get("case") ?? "").split("/");
	const service = form.services.find((one) => one.id === serviceId);
	const site = form.sites.find((one) => one.id === siteId);
	if (!service || !site) throw toResponse(new AppError("need-not-found"));
	const cell = form.cells.find((one) => one.service === serviceId && one.site === siteId);
	const { first, others } = tradeConditions(service.segment, [], services.reference.criteria);
	return {
		screen: "case",
		cell: cellId(serviceId, siteId),
		service: serviceView(service, services),
		siteName: siteName(site),
		conditions: shownConditions(cell?.conditions),
		common: service.conditions,
		weekdays: weekdaysOf(cell?.conditions ?? {}),
		criteria: [...first, ...others].map(choiceOf),
	};
}
