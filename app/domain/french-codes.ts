import { MODE_LABELS, PERIOD_LABELS, UNIT_LABELS, WEEKDAY_LABELS } from "./french-labels.ts";
import { fold } from "./text.ts";

const NAMES: readonly (readonly [code: string, name: string])[] = [
	WEEKDAY_LABELS,
	PERIOD_LABELS,
	MODE_LABELS,
	UNIT_LABELS,
].flatMap((labels) =>
	Object.entries(labels)
		.flatMap(([code, label]) => [label].flat().map((name) => [code, name] as const))
		.map(([code, name]) => [code, fold(name).replace(/^par /, "")] as const),
);

/** Of these codes, the one whose French name begins so: "lun." is mon, "semaines" is week. Null when none does, or several do. */
export function codeNamed<T extends string>(word: string, codes: readonly T[]): T | null {
	const folded = fold(word).trim().replace(/\.$/, "");
	const start = folded.length > 3 ? folded.replace(/s$/, "") : folded;
	if (start === "") return null;
	const named = codes.filter((code) =>
		NAMES.some(([other, name]) => other === code && name.startsWith(start)),
	);
	const [only] = named;
	return named.length === 1 && only ? only : null;
}
