import type { ActionFunctionArgs } from "@remix-run/node";
import type { NeedForm } from "#app/domain/need-form/form-state.ts";
import { editsSentence } from "#app/domain/what-if/edit-words.ts";
import { editedForm } from "#app/domain/what-if/edited-form.ts";
import { postedForm } from "#app/posted-form.server.ts";
import type { FormerForm } from "#db/drafts.server.ts";
import { keepForm, openDraft } from "../../need/server/draft-access.server.ts";
import { changeNames } from "./change-names.server.ts";
import { openVariant, scopeOf } from "./variant.server.ts";

/** Writes what was tried into the need, or takes the last time back. Gives the address of the answer that follows. */
export async function applyVariant(args: ActionFunctionArgs): Promise<string> {
	const posted = await postedForm(args.request);
	const query = scopeOf(posted) === "whole" ? "?portee=tout" : "";
	if (posted.has("annuler")) return `${await takeBack(args)}${query}`;
	const { open, need, edits, edited } = await openVariant(args, posted);
	const address = `/besoins/${open.draft.id}`;
	if (edits.length === 0) return `${address}${query}`;
	const names = changeNames(args.context.services, need);
	const sentence = editsSentence(need, edits, names);
	const former: FormerForm = { form: open.draft.form, sentence };
	await keepForm(args, open, editedForm(open.draft.form, edited), former);
	return `${address}${query}`;
}

/** The need as it was before the last time; as it is when it changed since. */
async function takeBack(args: ActionFunctionArgs): Promise<string> {
	const open = await openDraft(args);
	const former: NeedForm | undefined = open.draft.former?.form;
	if (former) await keepForm(args, open, former);
	return `/besoins/${open.draft.id}`;
}
