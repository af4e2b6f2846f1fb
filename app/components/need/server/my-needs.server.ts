import type { LoaderFunctionArgs } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import { formatAge, formatDate } from "#app/domain/french-format.ts";
import { readForm } from "#app/domain/need-form/to-need.ts";
import { DRAFT_DAYS, listDrafts } from "#db/drafts.server.ts";
import { formReference } from "./draft-access.server.ts";
import { needNames } from "./need-names.server.ts";
import { summaryLines } from "./summary-view.server.ts";

export interface MyNeed {
	readonly id: string;
	readonly title: string;
	/** The services and places, in words. */
	readonly what: string;
	readonly changed: string;
	/** Kept until then if nothing changes. */
	readonly until: string;
	readonly ready: boolean;
}

export interface MyNeedsView {
	readonly needs: readonly MyNeed[];
	readonly daysKept: number;
}

/** The needs this visitor described, the latest first. */
export async function myNeeds({
	request,
	context,
}: Pick<LoaderFunctionArgs, "request" | "context">): Promise<MyNeedsView> {
	const { services } = context;
	const session = await services.session.read(request);
	const now = new Date();
	const today = todayInParis(now);
	const reference = formReference(services);
	const drafts = await listDrafts(services.sessionDb, session, now);
	return {
		daysKept: DRAFT_DAYS,
		needs: drafts.map((draft) => {
			const reading = readForm(draft.form, reference);
			const lines = summaryLines({ draft, reading, reference }, needNames(services, today));
			return {
				id: draft.id,
				title: draft.form.title || "Besoin sans titre",
				what: lines
					.slice(0, 2)
					.map((line) => line.text)
					.filter(Boolean)
					.join(" · "),
				changed: formatAge(todayInParis(new Date(draft.updatedAt)), today),
				until: formatDate(todayInParis(new Date(draft.expiresAt))),
				ready: reading.need !== null,
			};
		}),
	};
}
