import { lightStem } from "#app/domain/inference/words.ts";
import { prefixOf } from "#app/domain/read/segments/features.ts";
import { foldedWords } from "#app/domain/text.ts";
import { packagedPlaces } from "#db/places.server.ts";

interface Read {
	readonly keys: readonly string[];
}

/** Buyers that must have used a word of the CPV's labels. */
const CPV_WORD_BUYERS = 2;

/**
 * The features the model may keep, in alphabetical order.
 *
 * The taxonomy's own words, whole; of the titles, what enough different buyers wrote, so that a name of a person, a building or a
 * street stays out. Words of the names of communes stay out unless the taxonomy or the CPV has them.
 */
export function chooseVocabulary(
	titles: readonly (Read & { readonly buyer: string })[],
	own: readonly Read[],
	cpvLabels: readonly Read[],
	buyers: number,
): string[] {
	const kept = new Set(own.flatMap(({ keys }) => keys));
	const ofCpv = new Set(cpvLabels.flatMap(({ keys }) => keys));
	const places = placeStems();
	const writers = new Map<string, Set<string>>();
	for (const { keys, buyer } of titles) {
		for (const key of keys) writers.set(key, (writers.get(key) ?? new Set()).add(buyer));
	}
	const isWord = (stem: string): boolean =>
		kept.has(stem) ||
		(ofCpv.has(stem)
			? (writers.get(stem)?.size ?? 0) >= CPV_WORD_BUYERS
			: !places.has(stem) && (writers.get(stem)?.size ?? 0) >= buyers);
	const chosen = new Set(kept);
	for (const [key, { size }] of writers) {
		const enough = size >= (ofCpv.has(key) ? CPV_WORD_BUYERS : buyers);
		if (enough && !key.endsWith("*") && key.split(" ").every(isWord)) chosen.add(key);
	}
	for (const key of [...chosen]) {
		const prefix = key.includes(" ") ? null : prefixOf(key);
		if (prefix !== null) chosen.add(prefix);
	}
	return [...chosen].sort();
}

function placeStems(): Set<string> {
	const { communes } = packagedPlaces().rows;
	return new Set(communes.flatMap(({ name }) => foldedWords(name).map(lightStem)));
}
