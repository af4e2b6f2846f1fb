import { expect, test } from "vitest";
import { testFolder } from "#tests/factories/folder.ts";
import { openSecret } from "./secret.server.ts";
import { createSessionCookie } from "./session-cookie.server.ts";

const ours = createSessionCookie({ secret: "a".repeat(32), secure: true });

test("a session is found again from the cookie it gave", async () => {
	const { id, setCookie } = await ours.open(requestWith(null));
	expect(await ours.read(requestWith(setCookie))).toBe(id);
	expect((await ours.open(requestWith(setCookie))).id).toBe(id);
});

test("the cookie is out of reach of scripts and of other sites", async () => {
	const { setCookie } = await ours.open(requestWith(null));
	expect(setCookie).toMatch(/HttpOnly/);
	expect(setCookie).toMatch(/SameSite=Lax/);
	expect(setCookie).toMatch(/Secure/);
});

test("a cookie signed by someone else is no session", async () => {
	const theirs = createSessionCookie({ secret: "b".repeat(32), secure: true });
	const { setCookie } = await theirs.open(requestWith(null));
	expect(await ours.read(requestWith(setCookie))).toBeNull();
});

test("two visitors get two sessions", async () => {
	const [one, other] = await Promise.all([
		ours.open(requestWith(null)),
		ours.open(requestWith(null)),
	]);
	expect(one?.id).not.toBe(other?.id);
});

test("the secret is made once and kept", async () => {
	const folder = testFolder();
	const first = await openSecret(folder);
	expect(first.length).toBeGreaterThanOrEqual(32);
	expect(await openSecret(folder)).toBe(first);
});

function requestWith(setCookie: string | null): Request {
	const headers = new Headers();
	if (setCookie !== null) headers.set("Cookie", setCookie.split(";")[0] ?? "");
	return new Request("http://localhost/", { headers });
}
