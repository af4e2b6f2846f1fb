import { draftRevision } from "#db/drafts.server.ts";
import { openShareLink } from "#db/share-links.server.ts";
import { todayInParis } from "../clock.server.ts";
import type { Services } from "../services.server.ts";
import { isSharedPage, PageCache } from "./page-cache.server.ts";

const OWN_ANSWER = /^\/besoins\/([0-9a-f]{32})\/?$/;
const SHARED_ANSWER = /^\/besoins\/partage\/([A-Za-z0-9_-]{32})\/?$/;

type KeptFor = Pick<Services, "session" | "sessionDb" | "dataVersion">;

/** Where the page that a request asks for is kept, or would be. */
export interface PagePlace {
	readonly pages: PageCache;
	readonly address: string;
	readonly edition: string;
}

/** Undefined: a page that is made anew for each request. */
export type PlaceOf = (request: Request) => Promise<PagePlace | undefined>;

/**
 * Public pages, and answers to needs, as long as nothing they say can have changed. The right to read an answer is asked of the
 * session database at each request, kept or not; private pages have a room of their own, where they push no public one out.
 */
export function keptPages(services: KeptFor): PlaceOf {
	const publicPages = new PageCache();
	const answers = new PageCache();
	return async (request) => {
		const url = new URL(request.url);
		const isPublic = isSharedPage(request.method, url.pathname, request.headers.has("Cookie"));
		const state = isPublic ? "" : await answerState(request, url.pathname, services);
		if (state === null) return undefined;
		// A base that does not answer is for the page to say, with its incident number.
		const version = await services.dataVersion().catch(() => null);
		if (version === null) return undefined;
		return {
			pages: isPublic ? publicPages : answers,
			// The host is in the page: canonical addresses are absolute.
			address: `${url.href} ${state}`,
			// Ages and proofs change with the day.
			edition: `${version} ${todayInParis()}`,
		};
	};
}

/** What tells one state of an answer from the next; null when this reader may not see it, or when it is no answer. */
async function answerState(
	request: Request,
	path: string,
	{ session, sessionDb }: KeptFor,
): Promise<string | null> {
	if (request.method !== "GET") return null;
	const [, draft] = OWN_ANSWER.exec(path) ?? [];
	if (draft !== undefined) {
		const revision = await draftRevision(sessionDb, await session.read(request), draft, new Date());
		return revision === null ? null : `revision ${revision}`;
	}
	const [, token] = SHARED_ANSWER.exec(path) ?? [];
	return token === undefined ? null : await openShareLink(sessionDb, token, new Date());
}
