import { expect, test } from "vitest";
import { readForm } from "#app/domain/need-form/to-need.ts";
import { createDraft, deleteDraft, saveDraft } from "#db/drafts.server.ts";
import { createShareLink, listShareLinks, revokeShareLink } from "#db/share-links.server.ts";
import { makeFormReference, makeNeedForm } from "#tests/factories/need-form.ts";
import { openTestSessionDb } from "#tests/factories/session-db.ts";
import { keptPages } from "./kept-pages.server.ts";
import { createSessionCookie } from "./session-cookie.server.ts";

const SITE = "http://localhost:3000";
const form = makeNeedForm({ title: "Entretien" });
const content = { form, need: readForm(form, makeFormReference()).need };

async function openPages() {
	const sessionDb = await openTestSessionDb();
	const session = createSessionCookie({ secret: "a".repeat(32), secure: false });
	const owner = await session.open(new Request(SITE));
	const draft = await createDraft(sessionDb, owner.id, content, new Date());
	const base = { version: 1 };
	const placeOf = keptPages({ session, sessionDb, dataVersion: async () => base.version });
	const ask = (path: string, cookie?: string, method = "GET") =>
		placeOf(new Request(SITE + path, { method, headers: cookie ? { Cookie: cookie } : {} }));
	return { sessionDb, session, owner, draft, base, ask };
}

test("an answer is kept for the session that owns it, until it is written again", async () => {
	const { sessionDb, owner, draft, ask } = await openPages();
	const path = `/besoins/${draft}`;
	const first = await ask(path, owner.setCookie);
	expect(first?.address).toContain(path);
	expect(await ask(path, owner.setCookie)).toEqual(first);
	expect((await ask(`${path}?portee=whole`, owner.setCookie))?.address).not.toBe(first?.address);

	await saveDraft(sessionDb, owner.id, draft, content, new Date());
	expect((await ask(path, owner.setCookie))?.address).not.toBe(first?.address);
	await deleteDraft(sessionDb, owner.id, draft);
	expect(await ask(path, owner.setCookie)).toBeUndefined();
});

test("a stranger is never led to an answer that is kept", async () => {
	const { session, owner, draft, ask } = await openPages();
	expect(await ask(`/besoins/${draft}`, owner.setCookie)).toBeDefined();
	expect(await ask(`/besoins/${draft}`)).toBeUndefined();
	const stranger = await session.open(new Request(SITE));
	expect(await ask(`/besoins/${draft}`, stranger.setCookie)).toBeUndefined();
	expect(await ask(`/besoins/${draft}`, owner.setCookie, "POST")).toBeUndefined();
});

test("a shared answer is kept until its link is closed", async () => {
	const { sessionDb, owner, draft, ask } = await openPages();
	const now = new Date();
	const { token } = await createShareLink(sessionDb, owner.id, draft, { days: 7, now });
	const path = `/besoins/partage/${token}`;
	const place = await ask(path);
	expect(place).toBeDefined();
	expect(await ask(path, owner.setCookie)).toEqual(place);
	for (const { id } of await listShareLinks(sessionDb, owner.id, draft, now))
		await revokeShareLink(sessionDb, owner.id, id, now);
	expect(await ask(path)).toBeUndefined();
});

test("answers have a room of their own, and every page changes with the base", async () => {
	const { owner, draft, base, ask } = await openPages();
	const answer = await ask(`/besoins/${draft}`, owner.setCookie);
	const list = await ask("/fournisseurs", owner.setCookie);
	expect(answer?.pages).not.toBe(list?.pages);
	expect(list).toEqual(await ask("/fournisseurs"));
	base.version = 2;
	expect((await ask("/fournisseurs"))?.edition).not.toBe(list?.edition);
});

test("pages that write, list needs or ask the next step are made anew", async () => {
	const { owner, draft, ask } = await openPages();
	for (const path of [
		"/besoins",
		`/besoins/${draft}/partage`,
		`/besoins/${draft}/decrire/lieux`,
		`/besoins/${draft}.data`,
	])
		expect(await ask(path, owner.setCookie), path).toBeUndefined();
});
