/** Lower case without accents or ligatures, apostrophes straightened: "L’Œuvre d’Été" → "l'oeuvre d'ete". */
export function fold(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll("œ", "oe")
		.replaceAll("æ", "ae")
		.replaceAll("ß", "ss")
		.replace(/[’‘ʼ`´]/g, "'");
}

/** Words of a text, folded: letters and digits only. */
export function foldedWords(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A slug `[a-z0-9-]+` of a text; empty when it holds no letter or digit. */
export function slugOf(text: string): string {
	return fold(text)
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "");
}

/** Number of single-letter edits between two short texts, neighbours swapped counting as one; stops above `limit`. */
export function editDistance(a: string, b: string, limit = 3): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let best = i;
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let value = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
			}
			row[j] = value;
			best = Math.min(best, value);
		}
		if (best > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? limit + 1;
}

/** The known word closest to a mistyped one, or null when none is near. */
export function closestWord(word: string, known: readonly string[]): string | null {
	const folded = fold(word);
	let best: string | null = null;
	let bestDistance = Math.max(1, Math.min(3, Math.floor(folded.length / 3))) + 1;
	for (const candidate of known) {
		const distance = editDistance(folded, fold(candidate), 3);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
