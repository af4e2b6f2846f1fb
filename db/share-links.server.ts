import { randomBytes } from "node:crypto";
import { AppError } from "#app/domain/errors.ts";
import type { Need } from "#app/domain/need.ts";
import { daysAfter, digest, getDraft, parseStoredNeed } from "./drafts.server.ts";
import type { SessionDb } from "./session-db.server.ts";

/** How long a share link can be made to last, in days; the second is the default. */
export const SHARE_DAYS = [7, 30, 90] as const;
export const DEFAULT_SHARE_DAYS = 30;

export interface ShareLink {
	readonly id: string;
	readonly createdAt: string;
	readonly expiresAt: string;
	readonly revokedAt: string | null;
}

/**
 * Makes a link that shows the need as it is now, to read only. The token (192 bits) is returned once: only its digest is kept.
 *
 * @throws {AppError} "need-not-found"; "bad-input" when the draft does not say a whole need yet
 */
export async function createShareLink(
	db: SessionDb,
	session: string | null,
	draftId: string,
	{ days, now }: { days: number; now: Date },
): Promise<{ token: string; expiresAt: string }> {
	const draft = await getDraft(db, session, draftId, now);
	if (draft.need === null || session === null) {
		throw new AppError(
			"bad-input",
			{ draft: draftId },
			{
				problems: [
					{ path: "besoin", message: "Terminez la description du besoin avant de le partager." },
				],
			},
		);
	}
	const token = randomBytes(24).toString("base64url");
	const expiresAt = daysAfter(now, days);
	await db
		.insertInto("share_link")
		.values({
			id: randomBytes(8).toString("hex"),
			token_hash: digest(token),
			draft_id: draftId,
			owner_hash: digest(session),
			need: JSON.stringify({ id: draftId, ...draft.need }),
			created_at: now.toISOString(),
			expires_at: expiresAt,
			revoked_at: null,
		})
		.execute();
	return { token, expiresAt };
}

/** Links of a draft that still open, the latest first. */
export async function listShareLinks(
	db: SessionDb,
	session: string | null,
	draftId: string,
	now: Date,
): Promise<readonly ShareLink[]> {
	if (session === null) return [];
	const rows = await db
		.selectFrom("share_link")
		.select(["id", "created_at", "expires_at", "revoked_at"])
		.where("draft_id", "=", draftId)
		.where("owner_hash", "=", digest(session))
		.where("expires_at", ">", now.toISOString())
		.where("revoked_at", "is", null)
		.orderBy("created_at", "desc")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		revokedAt: row.revoked_at,
	}));
}

/** Closes a link at once. Nothing happens when it is not this session's. */
export async function revokeShareLink(
	db: SessionDb,
	session: string | null,
	id: string,
	now: Date,
): Promise<void> {
	if (session === null) return;
	await db
		.updateTable("share_link")
		.set({ revoked_at: now.toISOString() })
		.where("id", "=", id)
		.where("owner_hash", "=", digest(session))
		.where("revoked_at", "is", null)
		.execute();
}

/** The link of this token while it opens; null where `getSharedNeed` throws. What it shows never changes. */
export async function openShareLink(
	db: SessionDb,
	token: string,
	now: Date,
): Promise<string | null> {
	const row = await db
		.selectFrom("share_link")
		.select("id")
		.where("token_hash", "=", digest(token))
		.where("revoked_at", "is", null)
		.where("expires_at", ">", now.toISOString())
		.executeTakeFirst();
	return row?.id ?? null;
}

/**
 * The need behind a share link. Reading changes nothing.
 *
 * @throws {AppError} "need-not-found" for a token we never gave; "draft-expired" when its time is over or it was closed
 */
export async function getSharedNeed(
	db: SessionDb,
	token: string,
	now: Date,
): Promise<{ need: Need; createdAt: string; expiresAt: string }> {
	const row = await db
		.selectFrom("share_link")
		.selectAll()
		.where("token_hash", "=", digest(token))
		.executeTakeFirst();
	if (!row) throw new AppError("need-not-found");
	if (row.revoked_at !== null || row.expires_at <= now.toISOString()) {
		throw new AppError("draft-expired", { link: row.id });
	}
	return {
		need: parseStoredNeed(row.need, row.id),
		createdAt: row.created_at,
		expiresAt: row.expires_at,
	};
}
