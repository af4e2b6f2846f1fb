import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Need } from "#app/domain/need.ts";
import { createCommuneLookup } from "#app/domain/need-form/commune-lookup.ts";
import type { NeedForm } from "#app/domain/need-form/form-state.ts";
import { type FormReading, type FormReference, readForm } from "#app/domain/need-form/to-need.ts";
import { toResponse } from "#app/http-errors.ts";
import type { Services } from "#app/services.server.ts";
import {
	createDraft,
	type Draft,
	type FormerForm,
	getDraft,
	saveDraft,
} from "#db/drafts.server.ts";

/** A draft of the session that asks, with what its form says. */
export interface OpenDraft {
	readonly session: string | null;
	readonly draft: Draft;
	readonly reading: FormReading;
	/** The need it says, under the draft's id unless it has its own: the draw of a list follows it. Null while incomplete. */
	readonly need: Need | null;
	readonly reference: FormReference;
}

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** @throws {Response} 404 when the draft is not there, or is another session's */
export async function openDraft({ request, params, context }: Args): Promise<OpenDraft> {
	const { services } = context;
	const session = await services.session.read(request);
	const draft = await getDraft(services.sessionDb, session, params["id"] ?? "", new Date()).catch(
		(error: unknown) => {
			throw toResponse(error);
		},
	);
	const reference = formReference(services);
	const reading = readForm(draft.form, reference);
	const need = reading.need && { id: draft.id, ...reading.need };
	return { session, draft, reference, reading, need };
}

/** What a form is read against. */
export function formReference({ reference }: Services): FormReference {
	return {
		taxonomy: reference.taxonomy,
		places: reference.places,
		finder: createCommuneLookup(reference.places, reference.placeSearch),
	};
}

/** Keeps a form as typed, and the need it says when it says one; with `former`, what it replaces can be taken back until the next change. */
export async function keepForm(
	{ context }: Pick<Args, "context">,
	{ session, draft, reference }: OpenDraft,
	form: NeedForm,
	former?: FormerForm,
): Promise<FormReading> {
	const reading = readForm(form, reference);
	const content = { form, need: reading.need, ...(former ? { former } : {}) };
	await saveDraft(context.services.sessionDb, session, draft.id, content, new Date()).catch(
		(error: unknown) => {
			throw toResponse(error);
		},
	);
	return reading;
}

/** Starts a draft for this visitor: its address, and the cookie to send. */
export async function startDraft(
	{ request, context }: Pick<Args, "request" | "context">,
	form: NeedForm,
): Promise<{ id: string; setCookie: string }> {
	const { services } = context;
	const session = await services.session.open(request);
	const { need } = readForm(form, formReference(services));
	const id = await createDraft(services.sessionDb, session.id, { form, need }, new Date());
	return { id, setCookie: session.setCookie };
}
