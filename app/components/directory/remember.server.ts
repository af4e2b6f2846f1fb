import type { Services } from "#app/services.server.ts";

interface Memory<T> {
	/** State of the base the answers were made on. */
	version: string;
	readonly answers: Map<string, Promise<T>>;
}

/**
 * Keeps the last answers of an expensive question, for as long as the base does not change. Only what is the same for every
 * reader may be kept. A failure is not kept.
 */
export function remembering<T>(limit: number) {
	const memories = new WeakMap<Services, Memory<T>>();
	return (services: Services, key: string, make: () => Promise<T>): Promise<T> => {
		const version = services.search.version();
		let memory = memories.get(services);
		if (memory?.version !== version) {
			memory = { version, answers: new Map() };
			memories.set(services, memory);
		}
		const { answers } = memory;
		const known = answers.get(key);
		// Taken out and put back: the map is then in order of last use.
		answers.delete(key);
		const answer = known ?? make();
		answers.set(key, answer);
		if (known === undefined) answer.catch(() => answers.delete(key));
		const [oldest] = answers.keys();
		if (answers.size > limit && oldest !== undefined) answers.delete(oldest);
		return answer;
	};
}
