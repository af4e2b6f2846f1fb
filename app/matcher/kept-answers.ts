/** Answers of some hundred kilobytes each. */
const MAX_ANSWERS = 40;

/**
 * Answers kept in memory until the base changes, the least recently asked let go first: a page read again, sorted or shared does
 * not match again. Several who ask the same at once wait for one answer; a failure is not kept.
 */
export class KeptAnswers {
	readonly #answers = new Map<string, Promise<unknown>>();
	#edition: number | null = null;

	/** @param maxAnswers how many are kept */
	constructor(private readonly maxAnswers = MAX_ANSWERS) {}

	/** The answer kept under this key for this edition of the base, else the one computed now. */
	get<Answer>(edition: number, key: string, compute: () => Promise<Answer>): Promise<Answer> {
		if (edition !== this.#edition) {
			this.#answers.clear();
			this.#edition = edition;
		}
		// A key says which computation it is of, so that its answer has one type.
		const answer = (this.#answers.get(key) as Promise<Answer> | undefined) ?? compute();
		this.#answers.delete(key);
		this.#answers.set(key, answer);
		answer.catch(() => {
			if (this.#answers.get(key) === answer) this.#answers.delete(key);
		});
		for (const oldest of this.#answers.keys()) {
			if (this.#answers.size <= this.maxAnswers) break;
			this.#answers.delete(oldest);
		}
		return answer;
	}
}
