import { contentWords, stemOf } from "./words.ts";

/** A run of words of a query that names something: words `from` to `to` (excluded). */
export interface NamedRun<T> {
	readonly from: number;
	readonly to: number;
	readonly targets: readonly T[];
}

/** Names and synonyms of things, found in a query by their stems: « Tontes de pelouses » finds what « tonte de pelouse » names. */
export class PhraseBook<T> {
	private readonly targets = new Map<string, T[]>();
	private longest = 0;

	add(phrase: string, target: T): void {
		this.addStems(contentWords(phrase).map(stemOf), target);
	}

	addStems(stems: readonly string[], target: T): void {
		if (stems.length === 0) return;
		const key = stems.join(" ");
		const known = this.targets.get(key);
		if (!known) this.targets.set(key, [target]);
		else if (!known.includes(target)) known.push(target);
		this.longest = Math.max(this.longest, stems.length);
	}

	/** Whether this stem alone names something. */
	has(stem: string): boolean {
		return this.targets.has(stem);
	}

	/** The longest names, from left to right, without overlap. */
	runs(stems: readonly string[]): NamedRun<T>[] {
		const found: NamedRun<T>[] = [];
		let from = 0;
		while (from < stems.length) {
			const run = this.longestAt(stems, from);
			if (run) found.push(run);
			from = run?.to ?? from + 1;
		}
		return found;
	}

	private longestAt(stems: readonly string[], from: number): NamedRun<T> | null {
		for (let to = Math.min(stems.length, from + this.longest); to > from; to--) {
			const targets = this.targets.get(stems.slice(from, to).join(" "));
			if (targets) return { from, to, targets };
		}
		return null;
	}
}
