import { randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";

/** As long as a draft that nobody changes (db/drafts.server.ts): the cookie is its only key. */
const DAYS_KEPT = 90;
const ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;

/** The browser keeps a signed random id and nothing else; what it stands for is in the session database. */
export interface SessionCookie {
	/** Null: no cookie, or one that we did not sign. */
	read(request: Request): Promise<string | null>;
	/** The session of this request, or a new one. Send `setCookie` back either way: it renews the date. */
	open(request: Request): Promise<{ id: string; setCookie: string }>;
	/** The header that makes the browser forget the session. */
	forget(): Promise<string>;
}

/** Readers who keep nothing get no cookie: routes call `open` only when there is something to remember. */
export function createSessionCookie(options: { secret: string; secure: boolean }): SessionCookie {
	const cookie = createCookie("vivier", {
		secrets: [options.secret],
		secure: options.secure,
		httpOnly: true,
		sameSite: "lax",
		path: "/",
		maxAge: DAYS_KEPT * 24 * 60 * 60,
	});

	async function read(request: Request): Promise<string | null> {
		const value: unknown = await cookie.parse(request.headers.get("Cookie"));
		return typeof value === "string" && ID_PATTERN.test(value) ? value : null;
	}

	return {
		read,
		async open(request) {
			const id = (await read(request)) ?? randomBytes(16).toString("base64url");
			return { id, setCookie: await cookie.serialize(id) };
		},
		forget: () => cookie.serialize("", { maxAge: 0 }),
	};
}
