import type { LoaderFunctionArgs } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { addService } from "#app/domain/need-form/apply-services.ts";
import { findExampleNeed, listExampleNeeds } from "#app/domain/need-form/examples.ts";
import { emptyForm, type NeedForm } from "#app/domain/need-form/form-state.ts";
import { toForm } from "#app/domain/need-form/from-need.ts";
import type { Posted } from "#app/domain/need-form/posted.ts";
import { toResponse } from "#app/http-errors.ts";
import type { Services } from "#app/services.server.ts";
import type { SegmentChoice, SegmentSearchView } from "../view-types.ts";
import { type MyNeed, myNeeds } from "./my-needs.server.ts";
import { segmentSearch } from "./step-bodies.server.ts";

export interface NewNeedView {
	readonly search: SegmentSearchView;
	/** The trade a link proposed, to take with one button; null without one. */
	readonly proposed: Pick<SegmentChoice, "code" | "label" | "description"> | null;
	readonly examples: readonly { code: string; label: string; description: string }[];
	readonly recent: readonly MyNeed[];
}

/**
 * The first screen: what, an example, or a need already begun.
 *
 * @throws {Response} 404 when the address proposes a trade that does not exist
 */
export async function newNeedView(
	args: Pick<LoaderFunctionArgs, "request" | "context">,
): Promise<NewNeedView> {
	const url = new URL(args.request.url);
	const { services } = args.context;
	const asked = url.searchParams.get("segment");
	const segment = services.reference.taxonomy.get(asked ?? "");
	if (asked !== null && asked !== "" && segment === undefined) {
		throw toResponse(new AppError("segment-not-found", { segment: asked }));
	}
	return {
		search: segmentSearch(url, services),
		proposed: segment
			? { code: segment.code, label: segment.label, description: segment.description }
			: null,
		examples: listExampleNeeds().map(({ code, label, description }) => ({
			code,
			label,
			description,
		})),
		recent: (await myNeeds(args)).needs.slice(0, 3),
	};
}

/** What a new draft begins with, and the screen that follows: a trade, an example, or nothing. */
export function firstForm(
	posted: Posted,
	{ reference }: Services,
): { form: NeedForm; next: string } {
	const example = findExampleNeed(posted.get("example"), todayInParis(new Date()));
	if (example) {
		const name = (code: string) => reference.places.commune(code)?.name ?? null;
		return { form: toForm(example, name), next: "" };
	}
	const form = addService(emptyForm(), posted.get("segment"), reference.taxonomy);
	const passed = form.services.length > 0 ? ["quoi"] : [];
	return {
		form: { ...form, passed },
		next: `/decrire/${form.services.length > 0 ? "ou" : "quoi"}`,
	};
}
