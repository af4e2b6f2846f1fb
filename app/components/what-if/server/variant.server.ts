import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { todayInParis } from "#app/clock.server.ts";
import type { Need } from "#app/domain/need.ts";
import { parseNeed } from "#app/domain/validation.ts";
import { SCOPES, type Scope } from "#app/domain/vocabulary.ts";
import { type Control, controlsOf } from "#app/domain/what-if/controls.ts";
import { editedNeed } from "#app/domain/what-if/edited-need.ts";
import { EDIT_PARAMETER, type Edit, standingEdits } from "#app/domain/what-if/edits.ts";
import { type PostedFields, withFields } from "#app/domain/what-if/fields.ts";
import { readEdits } from "#app/domain/what-if/read-edits.ts";
import { toResponse } from "#app/http-errors.ts";
import type { VersionedAnswer } from "#app/matcher/port.ts";
import type { Services } from "#app/services.server.ts";
import { type OpenDraft, openDraft } from "../../need/server/draft-access.server.ts";
import { AGAINST_PARAMETER } from "../variant-address.ts";

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

/** The need as it stands: nothing is tried. */
export function untouched(open: OpenDraft, need: Need): Variant {
	return { open, need, controls: controlsOf(need), log: [], edits: [], edited: need };
}

function variantOf(open: OpenDraft & { readonly need: Need }, fields: PostedFields): Variant {
	const { need } = open;
	try {
		const controls = controlsOf(need);
		const log = withFields(controls, readEdits(texts(fields, EDIT_PARAMETER)), fields);
		const edits = standingEdits(log);
		return { open, need, controls, log, edits, edited: changed(need, edits) };
	} catch (error) {
		throw toResponse(error);
	}
}

/** What stands on the other side of a comparison. @throws {Response} 400 */
export function otherSideOf(
	need: Need,
	fields: PostedFields,
): { readonly edits: readonly Edit[]; readonly edited: Need } {
	try {
		const edits = standingEdits(readEdits(texts(fields, AGAINST_PARAMETER)));
		return { edits, edited: changed(need, edits) };
	} catch (error) {
		throw toResponse(error);
	}
}

/** An address may hold anything: what it makes of the need is read like any need that is sent. */
function changed(need: Need, edits: readonly Edit[]): Need {
	return edits.length === 0 ? need : parseNeed(editedNeed(need, edits));
}

function texts(fields: PostedFields, parameter: string): readonly string[] {
	return fields.getAll(parameter).filter((one): one is string => typeof one === "string");
}

/** The scope of an address: `portee=tout` is the whole. */
export function scopeOf(fields: PostedFields): Scope {
	return fields.getAll("portee").includes("tout") ? SCOPES[1] : SCOPES[0];
}

/** The answer to a need, naming whoever remains. @throws {Response} for a need that cannot be matched */
export function answerFor(
	need: Need,
	scope: Scope,
	{ matcher }: Services,
): Promise<VersionedAnswer> {
	const options = {
		scope,
		viewer: "anonymous",
		pageSize: NAMED,
		consortia: false,
		today: todayInParis(),
	} as const;
	return matcher.match(need, options).catch((error: unknown) => {
		throw toResponse(error);
	});
}
