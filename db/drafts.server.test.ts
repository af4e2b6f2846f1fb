import { expect, test } from "vitest";
import { readForm } from "#app/domain/need-form/to-need.ts";
import { makeFormReference, makeNeedForm } from "#tests/factories/need-form.ts";
import { openTestSessionDb } from "#tests/factories/session-db.ts";
import {
	createDraft,
	deleteDraft,
	getDraft,
	listDrafts,
	purgeExpired,
	saveDraft,
} from "./drafts.server.ts";
import {
	createShareLink,
	getSharedNeed,
	listShareLinks,
	revokeShareLink,
} from "./share-links.server.ts";

const NOW = new Date("2026-11-21T10:00:00Z");
const SESSION = "session-a";

function later(days: number): Date {
	return new Date(NOW.getTime() + days * 86_400_000);
}

function content(title = "Entretien") {
	const form = makeNeedForm({ title });
	return { form, need: readForm(form, makeFormReference()).need };
}

async function withDraft() {
	const db = await openTestSessionDb();
	return { db, id: await createDraft(db, SESSION, content(), NOW) };
}

test("a draft comes back as it was kept", async () => {
	const { db, id } = await withDraft();
	const draft = await getDraft(db, SESSION, id, NOW);
	expect(draft.form).toEqual(content().form);
	expect(draft.need).toEqual(content().need);
	expect(draft.revision).toBe(1);
});

test("a draft is private to its session", async () => {
	const { db, id } = await withDraft();
	for (const other of ["session-b", null]) {
		await expect(getDraft(db, other, id, NOW)).rejects.toMatchObject({ code: "need-not-found" });
		await expect(saveDraft(db, other, id, content("Pris"), NOW)).rejects.toMatchObject({
			code: "need-not-found",
		});
		await deleteDraft(db, other, id);
		expect(await listDrafts(db, other, NOW)).toEqual([]);
	}
	expect((await getDraft(db, SESSION, id, NOW)).form.title).toBe("Entretien");
});

test("nothing stored leads back to a session or to a link", async () => {
	const { db, id } = await withDraft();
	const { token } = await createShareLink(db, SESSION, id, { days: 30, now: NOW });
	const rows = [
		...(await db.selectFrom("draft").selectAll().execute()),
		...(await db.selectFrom("share_link").selectAll().execute()),
	];
	expect(JSON.stringify(rows)).not.toContain(SESSION);
	expect(JSON.stringify(rows)).not.toContain(token);
});

test("saving grows the revision and puts the expiry off", async () => {
	const { db, id } = await withDraft();
	await saveDraft(db, SESSION, id, content("Autre"), later(80));
	const draft = await getDraft(db, SESSION, id, later(100));
	expect(draft).toMatchObject({ revision: 2, form: { title: "Autre" } });
});

test("a draft that nobody changes is forgotten after 90 days", async () => {
	const { db, id } = await withDraft();
	await expect(getDraft(db, SESSION, id, later(91))).rejects.toMatchObject({
		code: "need-not-found",
	});
	await purgeExpired(db, later(91));
	expect(await db.selectFrom("draft").select("id").execute()).toEqual([]);
});

test("drafts are listed with the latest changed first, a hundred at most", async () => {
	const db = await openTestSessionDb();
	for (let number = 0; number < 102; number++) {
		await createDraft(db, SESSION, content(`Besoin ${number}`), new Date(NOW.getTime() + number));
	}
	const drafts = await listDrafts(db, SESSION, NOW);
	expect(drafts).toHaveLength(100);
	expect(drafts[0]?.form.title).toBe("Besoin 101");
});

test("a share link shows the need as it was, until its date", async () => {
	const { db, id } = await withDraft();
	const { token, expiresAt } = await createShareLink(db, SESSION, id, { days: 30, now: NOW });
	await saveDraft(db, SESSION, id, content("Changé depuis"), NOW);
	const shared = await getSharedNeed(db, token, later(29));
	expect(shared.need.title).toBe("Entretien");
	expect(expiresAt).toBe(later(30).toISOString());
	await expect(getSharedNeed(db, token, later(30))).rejects.toMatchObject({
		code: "draft-expired",
	});
});

test("a share link is closed by its session only", async () => {
	const { db, id } = await withDraft();
	const { token } = await createShareLink(db, SESSION, id, { days: 30, now: NOW });
	const [link] = await listShareLinks(db, SESSION, id, NOW);
	await revokeShareLink(db, "session-b", link?.id ?? "", NOW);
	expect((await getSharedNeed(db, token, NOW)).need.title).toBe("Entretien");
	await revokeShareLink(db, SESSION, link?.id ?? "", NOW);
	await expect(getSharedNeed(db, token, NOW)).rejects.toMatchObject({ code: "draft-expired" });
	expect(await listShareLinks(db, SESSION, id, NOW)).toEqual([]);
});

test("a token that was never given opens nothing", async () => {
	const { db } = await withDraft();
	await expect(getSharedNeed(db, "deviné", NOW)).rejects.toMatchObject({ code: "need-not-found" });
});

test("an incomplete need is not shared, and the refusal says what to do", async () => {
	const db = await openTestSessionDb();
	const id = await createDraft(db, SESSION, { form: makeNeedForm(), need: null }, NOW);
	await expect(createShareLink(db, SESSION, id, { days: 30, now: NOW })).rejects.toMatchObject({
		code: "bad-input",
		problems: [{ path: "besoin" }],
	});
});

test("what a change replaced can be taken back until the next one", async () => {
	const { db, id } = await withDraft();
	const former = { form: content().form, sentence: "Passages 3 jours par semaine" };
	await saveDraft(db, SESSION, id, { ...content("Changé"), former }, NOW);
	expect((await getDraft(db, SESSION, id, NOW)).former).toEqual(former);
	await saveDraft(db, SESSION, id, content("Encore"), NOW);
	expect((await getDraft(db, SESSION, id, NOW)).former).toBeNull();
});
