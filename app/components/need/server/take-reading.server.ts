import type { NeedForm } from "#app/domain/need-form/form-state.ts";
import { formOfReading, typedValue } from "#app/domain/read/to-form.ts";
import type { Reading } from "#app/domain/read/types.ts";
import type { Services } from "#app/services.server.ts";

/** The first screen of the draft that a reading begins, and its form. */
export function formFromReading(
	reading: Reading,
	posted: FormData,
	{ reference: { places } }: Services,
): { form: NeedForm; next: string } {
	const text = (name: string) => {
		const value = posted.get(name);
		return typeof value === "string" ? value.trim().slice(0, 500) : null;
	};
	const asRead = new Map(
		reading.parts.map((part) => [
			part.path,
			part.path.endsWith(".segment") ? String(part.value) : typedValue(part, reading),
		]),
	);
	const typed = new Map<string, string>();
	for (const name of new Set(posted.keys())) {
		const path = /^valeur:(.{1,60})$/.exec(name)?.[1];
		const value = path === undefined ? null : text(name);
		if (path !== undefined && value !== null && value !== "" && value !== asRead.get(path)) {
			typed.set(path, value);
		}
	}
	const answers = new Map<number, number | null>();
	for (const rank of reading.questions.keys()) {
		const answer = text(`reponse:${rank}`);
		if (answer !== null) answers.set(rank, /^\d{1,2}$/.test(answer) ? Number(answer) : null);
	}
	const asked = reading.questions.flatMap(({ path, options }) =>
		options.length > 0 ? [path] : [],
	);
	const kept = new Set([...posted.getAll("garder").map(String), ...asked]);
	const form = formOfReading(
		reading,
		{ kept, answers, typed: keptOnly(typed, kept, reading) },
		(code) => places.commune(code)?.name ?? null,
	);
	const count = reading.parts.find(({ path }) => path === "siteCount")?.value;
	const toList = typeof count === "number" && kept.has("siteCount") && count > form.sites.length;
	const isPlaced = form.zone !== "" || (form.sites.length > 0 && !toList);
	const step = form.services.length === 0 ? "quoi" : isPlaced ? "relecture" : "ou";
	return {
		form: { ...form, passed: form.services.length > 0 ? ["quoi"] : [] },
		next: `/decrire/${step}`,
	};
}

/** What is unticked is left out, whatever its field holds; what no part says may be typed. */
function keptOnly(
	typed: ReadonlyMap<string, string>,
	kept: ReadonlySet<string>,
	reading: Reading,
): Map<string, string> {
	const known = new Set(reading.parts.map(({ path }) => path));
	return new Map([...typed].filter(([path]) => kept.has(path) || !known.has(path)));
}
