import type { LoaderFunctionArgs } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import { type StepId, stepBefore } from "#app/domain/need-form/steps.ts";
import type { FormProblem } from "#app/domain/need-form/to-need.ts";
import type { Services } from "#app/services.server.ts";
import type { DescribeView, StepBody, SummedProblem } from "../view-types.ts";
import { caseBody, conditionsBody, sitesBody } from "./conditions-bodies.server.ts";
import type { OpenDraft } from "./draft-access.server.ts";
import { needNames } from "./need-names.server.ts";
import { placesBody } from "./places-body.server.ts";
import type { Screen } from "./post-step.server.ts";
import { cadreBody, quoiBody, reservationBody } from "./step-bodies.server.ts";
import { summaryLines } from "./summary-view.server.ts";

export interface ScreenContext {
	readonly open: OpenDraft;
	readonly services: Services;
	readonly url: URL;
	/** ISO date in Paris. */
	readonly today: string;
}

/** All that a screen of the description shows. */
export function describeView(
	open: OpenDraft,
	screen: Screen,
	{ request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
): DescribeView {
	const { draft, reading } = open;
	const { services } = context;
	const url = new URL(request.url);
	const today = todayInParis(new Date());
	const lines = summaryLines(open, needNames(services, today));
	const body = bodyOf(screen, { open, services, url, today });
	const step: StepId = screen === "sites" || screen === "case" ? "ou" : screen;
	const about = body.screen === "case" ? body.cell : "service" in body ? body.service.id : null;
	const shown = draft.form.passed.includes(step)
		? problemsOf(reading.problems, screen, step, about).filter((one) => concerns(body, one))
		: [];
	return {
		id: draft.id,
		screen,
		title: draft.form.title || "Votre besoin",
		summary: lines,
		ready: reading.need !== null,
		problems: summed(shown, screen),
		errors: Object.fromEntries(shown.map((one) => [fieldId(one, screen), one.message])),
		// The list of sites says its own beside each site.
		notes:
			screen === "ou" || screen === "sites"
				? []
				: problemsOf(reading.notes, screen, step, about).map((note) => note.message),
		back: backOf(draft.id, screen, url),
		query: url.search,
		body: body.screen === "relecture" ? { ...body, lines } : body,
	};
}

function bodyOf(screen: Screen, context: ScreenContext): StepBody {
	switch (screen) {
		case "quoi":
			return quoiBody(context);
		case "ou":
			return placesBody(context);
		case "rythme":
		case "volume":
		case "exigences":
			return conditionsBody(context, screen);
		case "sites":
			return sitesBody(context);
		case "case":
			return caseBody(context);
		case "reservation":
			return reservationBody(context);
		case "cadre":
			return cadreBody(context);
		case "relecture":
			return { screen, ready: context.open.reading.need !== null, lines: [] };
	}
}

/** Where the need is can be said in several ways: each way shows its own problems. */
function concerns(body: StepBody, { field, about }: FormProblem): boolean {
	if (body.screen !== "ou") return true;
	if (body.mode === "zone") return field === "zone" || field === "places";
	if (body.mode === "site") return about !== null && about === body.site?.id;
	return body.mode === "list" || field === "places";
}

/** A table may be wrong on every line: the summary names the first ones and counts the others. */
const MAX_SUMMED = 20;

function summed(problems: readonly FormProblem[], screen: Screen): SummedProblem[] {
	const first = problems
		.slice(0, MAX_SUMMED)
		.map((one) => ({ fieldId: fieldId(one, screen), message: one.message }));
	const others = problems.length - first.length;
	return others > 0
		? [...first, { fieldId: null, message: `… et ${others} autres points à corriger.` }]
		: first;
}

/** Id of the control a problem is about, as the screen names it. */
function fieldId({ field, about }: FormProblem, screen: Screen): string {
	const bare = field.replace(/^cell-/, "");
	if (screen === "case") return bare;
	return screen === "sites" ? `${bare}:${about?.split("/")[1] ?? ""}` : field;
}

/** Problems of a screen: those of its service or cell only, when it shows one. */
function problemsOf(
	problems: readonly FormProblem[],
	screen: Screen,
	step: StepId,
	about: string | null,
): readonly FormProblem[] {
	const here = problems.filter((one) => one.step === step);
	if (screen === "sites") return here.filter((one) => one.about?.startsWith(`${about}/`));
	if (about === null) return here;
	return here.filter((one) => one.about === about);
}

function backOf(id: string, screen: Screen, url: URL): string | null {
	const service = url.searchParams.get("prestation");
	if (screen === "sites") return `/besoins/${id}/decrire/ou`;
	if (screen === "case")
		return `/besoins/${id}/decrire/sites${service ? `?prestation=${service}` : ""}`;
	const before = stepBefore(screen);
	return before === null ? null : `/besoins/${id}/decrire/${before}`;
}
