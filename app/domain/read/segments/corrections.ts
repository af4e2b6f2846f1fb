import { editDistance } from "../../text.ts";

/** Shorter words are never corrected: too many others are near. */
const MIN_LENGTH = 6;
/** From this length on, two edits are forgiven. */
const LONG = 10;
/** Letters a file may have glued to a word with its lost apostrophe: « lopération », « daccueil ». */
const GLUED = /^(?:[cdjlmnst]|qu)(?=[aeiouhy])/;

/** What stem a stem that the model does not know was meant to be: a lost apostrophe, then the only nearest stem with the same first letter. */
export function stemCorrector(known: ReadonlySet<string>): (stem: string) => string {
	const byFirst = new Map<string, string[]>();
	for (const stem of known) {
		const first = `${stem[0]}${stem.length}`;
		const list = byFirst.get(first);
		if (list) list.push(stem);
		else byFirst.set(first, [stem]);
	}
	return (stem) => {
		if (known.has(stem) || stem.length < MIN_LENGTH) return stem;
		const unglued = stem.replace(GLUED, "");
		if (unglued !== stem && unglued.length >= 4 && known.has(unglued)) return unglued;
		return nearest(stem, byFirst) ?? stem;
	};
}

/** Null when none is near, or several equally. */
function nearest(stem: string, byFirst: ReadonlyMap<string, readonly string[]>): string | null {
	let limit = stem.length >= LONG ? 2 : 1;
	let found: string[] = [];
	for (let length = stem.length - limit; length <= stem.length + limit; length++) {
		for (const candidate of byFirst.get(`${stem[0]}${length}`) ?? []) {
			const distance = editDistance(stem, candidate, limit);
			if (distance > limit) continue;
			if (distance < limit) found = [];
			limit = distance;
			found.push(candidate);
		}
	}
	return found.length === 1 ? (found[0] ?? null) : null;
}
