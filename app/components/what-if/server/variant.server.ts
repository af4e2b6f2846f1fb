import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import type { Need } from "#app/domain/need.ts";
import { parseNeed } from "#app/domain/validation.ts";
import { SCOPES, type Scope } from "#app/domain/vocabulary.ts";
import { type Control, controlsOf } from "#app/domain/what-if/controls.ts";
import {
	EDIT_PARAMETER,
	type Edit,
	editedNeed,
	readEdits,
	standingEdits,
} from "#app/domain/what-if/edits.ts";
import { type PostedFields, withFields } from "#app/domain/what-if/fields.ts";
import { type Standing, standingOf } from "#app/domain/what-if/standing.ts";
import { toResponse } from "#app/http-errors.ts";
import type { Services } from "#app/services.server.ts";
import { type OpenDraft, openDraft } from "../../need/server/draft-access.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** A need, and what is tried on it. */
export interface Variant {
	readonly open: OpenDraft;
	readonly need: Need;
	readonly controls: readonly Control[];
	/** All that was tried, in order. */
	readonly log: readonly Edit[];
	/** What is changed in the end. */
	readonly edits: readonly Edit[];
	readonly edited: Need;
}

/** How many suppliers an answer names. */
const NAMED = 100;

/**
 * The session's need with the edits of an address or of a form.
 *
 * @throws {Response} 404 for another session's need, 400 for edits that cannot be read or contradict each other; a redirect while incomplete
 */
export async function openVariant(args: Args, fields: PostedFields): Promise<Variant> {
	const open = await openDraft(args);
	if (open.need === null) throw redirect(`/besoins/${open.draft.id}/decrire/relecture`);
	return variantOf({ ...open, need: open.need }, fields);
}

/** @throws {Response} 400 */
export function variantOf(
	open: OpenDraft & { readonly need: Need },
	fields: PostedFields,
): Variant {
	const { need } = open;
	try {
		const controls = controlsOf(need);
		const log = withFields(controls, readEdits(texts(fields)), fields);
		const edits = standingEdits(log);
		// An address may hold anything: what it makes of the need is read like any need that is sent.
		const edited = edits.length === 0 ? need : parseNeed(editedNeed(need, edits));
		return { open, need, controls, log, edits, edited };
	} catch (error) {
		throw toResponse(error);
	}
}

function texts(fields: PostedFields): readonly string[] {
	return fields.getAll(EDIT_PARAMETER).filter((one): one is string => typeof one === "string");
}

/** The scope of an address: `portee=tout` is the whole. */
export function scopeOf(fields: PostedFields): Scope {
	return fields.getAll("portee").includes("tout") ? SCOPES[1] : SCOPES[0];
}

/** @throws {Response} for a need that cannot be matched */
export async function standingFor(
	need: Need,
	scope: Scope,
	{ matcher }: Services,
): Promise<Standing> {
	const options = { scope, viewer: "anonymous", pageSize: NAMED, today: todayInParis() } as const;
	const answer = await matcher.match(need, options).catch((error: unknown) => {
		throw toResponse(error);
	});
	return standingOf(answer);
}
