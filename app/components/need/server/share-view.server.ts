import type { LoaderFunctionArgs } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import { formatDate } from "#app/domain/french-format.ts";
import type { Posted } from "#app/domain/need-form/posted.ts";
import { toResponse } from "#app/http-errors.ts";
import {
	createShareLink,
	DEFAULT_SHARE_DAYS,
	listShareLinks,
	revokeShareLink,
	SHARE_DAYS,
} from "#db/share-links.server.ts";
import { openDraft } from "./draft-access.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

export interface ShareView {
	readonly id: string;
	readonly title: string;
	readonly ready: boolean;
	readonly days: readonly number[];
	readonly defaultDays: number;
	readonly links: readonly { id: string; made: string; until: string }[];
}

/** A link that was just made, or a message about one that was closed. */
export type ShareMade =
	| { readonly kind: "link"; readonly url: string; readonly until: string }
	| { readonly kind: "closed" };

export async function shareView(args: Args): Promise<ShareView> {
	const { session, draft, reading } = await openDraft(args);
	const links = await listShareLinks(
		args.context.services.sessionDb,
		session,
		draft.id,
		new Date(),
	);
	return {
		id: draft.id,
		title: draft.form.title || "Votre besoin",
		ready: reading.need !== null,
		days: SHARE_DAYS,
		defaultDays: DEFAULT_SHARE_DAYS,
		links: links.map((link) => ({
			id: link.id,
			made: dayOf(link.createdAt),
			until: dayOf(link.expiresAt),
		})),
	};
}

function dayOf(instant: string): string {
	return formatDate(todayInParis(new Date(instant)));
}

/** Makes a link, or closes one. */
export async function takeShare(args: Args, posted: Posted): Promise<ShareMade> {
	const { session, draft } = await openDraft(args);
	const { sessionDb, env } = args.context.services;
	const now = new Date();
	if (posted.has("close")) {
		await revokeShareLink(sessionDb, session, posted.get("close"), now);
		return { kind: "closed" };
	}
	const days = SHARE_DAYS.find((one) => String(one) === posted.get("days")) ?? DEFAULT_SHARE_DAYS;
	const { token, expiresAt } = await createShareLink(sessionDb, session, draft.id, {
		days,
		now,
	}).catch((error: unknown) => {
		throw toResponse(error);
	});
	return { kind: "link", url: `${env.baseUrl}/besoins/partage/${token}`, until: dayOf(expiresAt) };
}
