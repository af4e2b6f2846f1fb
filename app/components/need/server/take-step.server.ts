import type { ActionFunctionArgs } from "@remix-run/node";
import { type Posted, postedFrom } from "#app/domain/need-form/posted.ts";
import type { TableRow } from "#app/domain/need-form/table.ts";
import { isAppError } from "#app/http-errors.ts";
import { postedForm } from "#app/posted-form.server.ts";
import { keepForm, type OpenDraft } from "./draft-access.server.ts";
import { applyPost, nextAddress, type Screen } from "./post-step.server.ts";

/** Keeps what a screen sent and gives the address that follows. Nothing typed is ever lost: what cannot be read comes back with its error. */
export async function takeStep(
	args: Pick<ActionFunctionArgs, "request" | "context">,
	open: OpenDraft,
	screen: Screen,
): Promise<string> {
	const data = await postedForm(args.request);
	const posted = postedFrom(data.entries());
	const upload = await readUpload(data.get("file"), args);
	const { reference } = args.context.services;
	const form = applyPost(open.draft.form, screen, posted, {
		reference: open.reference,
		placeSearch: reference.placeSearch,
		uploaded: upload.rows,
	});
	const kept = { ...form, uploadProblem: upload.problem };
	const reading = await keepForm(args, open, kept);
	if (upload.problem !== "") return `/besoins/${open.draft.id}/decrire/ou?par=tableau`;
	return nextAddress(open.draft.id, screen, posted as Posted, { form: kept, reading });
}

async function readUpload(
	file: FormDataEntryValue | null,
	{ context }: Pick<ActionFunctionArgs, "context">,
): Promise<{ rows: readonly TableRow[] | null; problem: string }> {
	// A file field left empty sends a file without a name; an empty file has one.
	if (file === null || typeof file === "string" || (file.size === 0 && file.name === ""))
		return { rows: null, problem: "" };
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		return { rows: await context.services.readTable(file.name, bytes), problem: "" };
	} catch (error) {
		if (!isAppError(error)) throw error;
		const [first] = error.problems;
		return {
			rows: null,
			problem: first ? `${first.path} : ${first.message}` : "Ce fichier ne peut pas être lu.",
		};
	}
}
