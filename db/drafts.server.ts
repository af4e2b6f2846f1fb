import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { AppError } from "#app/domain/errors.ts";
import { type Need, needSchema } from "#app/domain/need.ts";
import { type NeedForm, needFormSchema } from "#app/domain/need-form/form-state.ts";
import type { DraftRow } from "./draft-schema.ts";
import type { SessionDb } from "./session-db.server.ts";

/** A draft nobody changes is forgotten after this many days. */
export const DRAFT_DAYS = 90;
/** Oldest drafts of a session go when it holds more. */
const MAX_DRAFTS_OF_A_SESSION = 100;

/** A need being described: private to the session that started it. */
export interface Draft {
	readonly id: string;
	readonly form: NeedForm;
	/** Null while the form says too little, or something that cannot be read. */
	readonly need: Need | null;
	/** What the last change replaced, when it can be taken back. */
	readonly former: FormerForm | null;
	readonly revision: number;
	readonly updatedAt: string;
	readonly expiresAt: string;
}

const formerFormSchema = z.object({ form: needFormSchema, sentence: z.string() });
/** A form as it was, and what was done to it, in French. */
export type FormerForm = z.infer<typeof formerFormSchema>;

export interface DraftContent {
	readonly form: NeedForm;
	readonly need: Need | null;
	/** Kept until the next save, which forgets it unless it gives its own. */
	readonly former?: FormerForm;
}

/** Starts a draft owned by this session and returns its id. */
export async function createDraft(
	db: SessionDb,
	session: string,
	content: DraftContent,
	now: Date,
): Promise<string> {
	const id = randomBytes(16).toString("hex");
	const owner = digest(session);
	await db
		.insertInto("draft")
		.values({
			id,
			owner_hash: owner,
			form: JSON.stringify(content.form),
			need: content.need === null ? null : JSON.stringify(content.need),
			former: null,
			revision: 1,
			created_at: now.toISOString(),
			updated_at: now.toISOString(),
			expires_at: daysAfter(now, DRAFT_DAYS),
		})
		.execute();
	await forgetOldest(db, owner);
	await purgeExpired(db, now);
	return id;
}

/** @throws {AppError} "need-not-found" when there is none, when it is another session's, or when it has expired */
export async function getDraft(
	db: SessionDb,
	session: string | null,
	id: string,
	now: Date,
): Promise<Draft> {
	const row =
		session === null
			? undefined
			: await db
					.selectFrom("draft")
					.selectAll()
					.where("id", "=", id)
					.where("owner_hash", "=", digest(session))
					.where("expires_at", ">", now.toISOString())
					.executeTakeFirst();
	if (!row) throw new AppError("need-not-found", { draft: id });
	return toDraft(row);
}

/** How many times a draft was written, which tells its states apart; null where `getDraft` finds none. */
export async function draftRevision(
	db: SessionDb,
	session: string | null,
	id: string,
	now: Date,
): Promise<number | null> {
	if (session === null) return null;
	const row = await db
		.selectFrom("draft")
		.select("revision")
		.where("id", "=", id)
		.where("owner_hash", "=", digest(session))
		.where("expires_at", ">", now.toISOString())
		.executeTakeFirst();
	return row?.revision ?? null;
}

/** Drafts of this session, the latest changed first. */
export async function listDrafts(
	db: SessionDb,
	session: string | null,
	now: Date,
): Promise<readonly Draft[]> {
	if (session === null) return [];
	const rows = await db
		.selectFrom("draft")
		.selectAll()
		.where("owner_hash", "=", digest(session))
		.where("expires_at", ">", now.toISOString())
		.orderBy("updated_at", "desc")
		.execute();
	return rows.map(toDraft);
}

/**
 * Writes over a draft. Two tabs on the same draft: the last one wins, field by field, since a step only changes its own fields.
 *
 * @throws {AppError} "need-not-found"
 */
export async function saveDraft(
	db: SessionDb,
	session: string | null,
	id: string,
	content: DraftContent,
	now: Date,
): Promise<void> {
	const owner = session === null ? "" : digest(session);
	const done = await db
		.updateTable("draft")
		.set((expression) => ({
			form: JSON.stringify(content.form),
			need: content.need === null ? null : JSON.stringify(content.need),
			former: content.former === undefined ? null : JSON.stringify(content.former),
			revision: expression("revision", "+", 1),
			updated_at: now.toISOString(),
			expires_at: daysAfter(now, DRAFT_DAYS),
		}))
		.where("id", "=", id)
		.where("owner_hash", "=", owner)
		.where("expires_at", ">", now.toISOString())
		.executeTakeFirst();
	if (done.numUpdatedRows === 0n) throw new AppError("need-not-found", { draft: id });
}

/** Forgets a draft and its share links. Nothing happens when it is not this session's. */
export async function deleteDraft(
	db: SessionDb,
	session: string | null,
	id: string,
): Promise<void> {
	if (session === null) return;
	await db
		.deleteFrom("draft")
		.where("id", "=", id)
		.where("owner_hash", "=", digest(session))
		.execute();
}

/** Deletes what has expired: drafts, and share links. */
export async function purgeExpired(db: SessionDb, now: Date): Promise<void> {
	await db.deleteFrom("draft").where("expires_at", "<=", now.toISOString()).execute();
	await db
		.deleteFrom("share_link")
		.where("expires_at", "<=", daysAfter(now, -DRAFT_DAYS))
		.execute();
}

/** What is kept of a secret: it cannot be turned back. */
export function digest(secret: string): string {
	return createHash("sha256").update(secret).digest("hex");
}

/** That many days later (or before), as an ISO instant. */
export function daysAfter(now: Date, days: number): string {
	return new Date(now.getTime() + days * 86_400_000).toISOString();
}

/** @throws {AppError} "corrupt-row" when what is stored is no longer a need */
export function parseStoredNeed(json: string, id: string): Need {
	return parseStored(needSchema, json, id);
}

function toDraft(row: DraftRow): Draft {
	return {
		id: row.id,
		form: parseStored(needFormSchema, row.form, row.id),
		need: row.need === null ? null : parseStoredNeed(row.need, row.id),
		former: row.former === null ? null : parseStored(formerFormSchema, row.former, row.id),
		revision: row.revision,
		updatedAt: row.updated_at,
		expiresAt: row.expires_at,
	};
}

function parseStored<T>(schema: z.ZodType<T>, json: string, id: string): T {
	try {
		return schema.parse(JSON.parse(json));
	} catch (cause) {
		throw new AppError("corrupt-row", { row: id }, { cause });
	}
}

async function forgetOldest(db: SessionDb, owner: string): Promise<void> {
	await db
		.deleteFrom("draft")
		.where("id", "in", (expression) =>
			expression
				.selectFrom("draft")
				.select("id")
				.where("owner_hash", "=", owner)
				.orderBy("updated_at", "desc")
				.limit(-1)
				.offset(MAX_DRAFTS_OF_A_SESSION),
		)
		.execute();
}
