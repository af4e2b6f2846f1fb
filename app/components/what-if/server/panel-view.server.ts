import type { StepFunction, WaterfallStep } from "#app/domain/match-types.ts";
import { askedWords } from "#app/domain/need-form/asked-words.ts";
import { sameValue } from "#app/domain/relax/change-value.ts";
import { RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { ChangeNames } from "#app/domain/what-if/change-words.ts";
import type { Control } from "#app/domain/what-if/controls.ts";
import type { Edit } from "#app/domain/what-if/edits.ts";
import type { Standing } from "#app/domain/what-if/standing.ts";
import type { Services } from "#app/services.server.ts";
import type { NameTable } from "../names.ts";
import type { ControlView, PointView, WhatIfView } from "../types.ts";
import { changeNames } from "./change-names.server.ts";
import type { Variant } from "./variant.server.ts";

export interface PanelRequest {
	readonly variant: Variant;
	readonly services: Services;
	/** The need as it stands, and with what is tried. */
	readonly base: Standing;
	readonly standing: Standing;
	readonly waterfall: readonly WaterfallStep[];
	readonly steps: readonly StepFunction[];
	readonly against?: readonly Edit[];
	/** Names of the suppliers that steps speak of, by id. */
	readonly supplierNames: ReadonlyMap<string, string>;
}

/** The panel of a need: its controls with what each would bring. */
export function panelView(request: PanelRequest): WhatIfView {
	const { variant, services, base, standing } = request;
	const { need, open, log } = variant;
	const names = changeNames(services, need);
	return {
		id: open.draft.id,
		revision: open.draft.revision,
		title: need.title ?? names.segment(need.services[0]?.segment ?? ""),
		services:
			need.services.length < 2
				? []
				: need.services.map(({ id, segment }) => ({ id, label: names.segment(segment) })),
		scope: base.scope,
		against: request.against ?? [],
		base,
		log,
		standing,
		controls: variant.controls.map((control) => controlView(control, request, names)),
		names: nameTable(variant, names, log),
	};
}

function controlView(
	control: Control,
	{ variant, waterfall, steps, supplierNames }: PanelRequest,
	names: ChangeNames,
): ControlView {
	const { check, service } = control;
	if (check === "consortia") return { ...control, spread: "", removes: 0, points: [] };
	const own = steps.filter(
		(step) =>
			step.check === check &&
			(step.service === service || control.service === null) &&
			sameSubjectValue(control, step),
	);
	return {
		...control,
		spread: spreadWords(control, variant, names),
		removes: waterfall.find((step) => step.check === check)?.removed ?? 0,
		points: own.flatMap((step) => step.points.map((point) => pointView(point, supplierNames))),
	};
}

/** Several windows, or several measures, have a control each. */
function sameSubjectValue({ check, value }: Control, step: StepFunction): boolean {
	if (check === "window") return sameValue(step.asked, value);
	if (check !== "capacity") return true;
	const [a, b] = [value, step.asked] as unknown as { unit: string; per: string }[];
	return a?.unit === b?.unit && a?.per === b?.per;
}

function pointView(
	point: StepFunction["points"][number],
	supplierNames: ReadonlyMap<string, string>,
): PointView {
	const named = (ids: readonly string[]) => ids.map((id) => supplierNames.get(id) ?? id);
	return {
		edit: point.change,
		value: point.value,
		real: point.real,
		organisations: point.organisations,
		gained: named(point.gained),
		lost: named(point.lost),
	};
}

/** What cells of one service ask differently: « 5 jours (6 sites), 3 jours (2 sites) ». */
function spreadWords({ check, service }: Control, { need }: Variant, names: ChangeNames): string {
	if (check === "consortia" || service === null) return "";
	const cells = need.cells?.filter((cell) => cell.service === service);
	const services = need.services.filter(({ id }) => id === service);
	const words = askedWords({ ...need, services, cells }, check, names);
	return /\(\d|\bcas\b/.test(words) ? words : "";
}

/** Only what the page speaks of: a need may have thousands of cells. */
function nameTable({ need }: Variant, names: ChangeNames, edits: readonly Edit[]): NameTable {
	const asked = [...need.services, ...(need.cells ?? [])];
	const criteria = asked.flatMap((one) => [
		...(one.certificates ?? []),
		...(one.capabilities ?? []),
	]);
	const cells = edits.flatMap(({ cell, check, to }) => [
		...(cell === null ? [] : [cell]),
		...(check === "area" && Array.isArray(to) ? to.map(String) : []),
	]);
	const table = (codes: readonly string[], name: (code: string) => string) =>
		Object.fromEntries(codes.map((code) => [code, name(code)]));
	return {
		services: need.services.map(({ id, segment }) => ({ id, segment })),
		segments: table(
			need.services.map(({ segment }) => segment),
			names.segment,
		),
		criteria: table(criteria, names.criterion),
		articles: table(RESERVATIONS, names.article),
		cells: table(cells, names.cell),
	};
}
