import type { NeedForm } from "./form-state.ts";
import type { Posted } from "./posted.ts";

/** Posting who may answer, and the frame of the contract. */

const FRAME_TEXTS = [
	"buyer",
	"startsOn",
	"durationMonths",
	"contractForm",
	"renewals",
	"maxEur",
	"minOrderEur",
	"minCompetition",
	"locationRule",
	"km",
	"undeclaredKm",
	"on",
] as const;

/** The form after « marché réservé » was sent. */
export function applyReservation(form: NeedForm, posted: Posted): NeedForm {
	return {
		...form,
		frame: {
			...form.frame,
			reservation: posted.get("reservation"),
			kinds: [...new Set(posted.all("kinds"))],
		},
	};
}

/** The form after « calendrier et cadre » was sent. Fields that are not on the screen keep what they had. */
export function applyFrame(form: NeedForm, posted: Posted): NeedForm {
	const frame = { ...form.frame };
	for (const field of FRAME_TEXTS) if (posted.has(field)) frame[field] = posted.get(field);
	if (posted.has("negotiable-shown")) frame.negotiable = [...new Set(posted.all("negotiable"))];
	const consortia = posted.get("consortia");
	if (consortia === "yes" || consortia === "no") frame.consortia = consortia;
	else if (posted.has("consortia")) delete frame.consortia;
	return { ...form, title: posted.has("title") ? posted.get("title") : form.title, frame };
}
