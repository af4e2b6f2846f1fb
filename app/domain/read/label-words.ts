import type { Taxonomy } from "../reference.ts";
import { foldedWords } from "../text.ts";
import type { FoundService } from "./services.ts";
import type { Sheet } from "./sheet.ts";

const WORD = /\p{L}{4,}/gu;

/** The services with the words of their segments' own names: « Collecte » is understood in « Collecte de 40 t de biodéchets ». */
export function withLabelWords(
	sheet: Sheet,
	services: readonly FoundService[],
	taxonomy: Taxonomy,
): FoundService[] {
	return services.map((service) => {
		const label = new Set(foldedWords(taxonomy.get(service.segment)?.label ?? "").map(singular));
		const more = [...sheet.find(WORD)]
			.filter(({ text }) => label.has(singular(text)))
			.map((hit) => sheet.wordsOf(hit))
			.filter(
				([start, end]) =>
					start >= service.from &&
					end <= service.to &&
					!service.words.some(([from, to]) => from < end && start < to),
			);
		return more.length === 0 ? service : { ...service, words: [...service.words, ...more] };
	});
}

function singular(word: string): string {
	return word.replace(/s$/, "");
}
