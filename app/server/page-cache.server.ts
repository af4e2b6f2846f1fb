/** Pages that say the same to every reader until the base, or the day, changes. None of them reads the session. */
const SHARED_PAGES = /^\/(?:fournisseurs|segments|sources|aide|api)?(?:\/[^/]+)?\/?$/;
/** Pages that say the same to every reader who has no session yet. */
const FIRST_PAGES = /^\/besoins\/nouveau\/?$/;
const PROGRAM_ANSWERS = /^\/api\/./;

/** Stands for the nonce in a kept page: no page can hold this character. */
const NONCE_MARK = "\u0000";
const MAX_CHARACTERS = 16_000_000;

export interface KeptPage {
	readonly headers: readonly (readonly [string, string])[];
	/** The page with its nonce taken out. */
	readonly html: string;
}

/**
 * Whole pages kept in memory, the least recently read let go first. The nonce of the content security policy is put in anew for
 * each reader, so that a page read from here is as safe as one that was just made.
 */
export class PageCache {
	readonly #pages = new Map<string, KeptPage>();
	readonly #making = new Map<string, Promise<void>>();
	#characters = 0;
	#edition = "";

	/** @param maxCharacters how much is kept in all */
	constructor(private readonly maxCharacters = MAX_CHARACTERS) {}

	/**
	 * The page kept at this address, with this nonce; null when there is none of this edition. Waits for the one being made:
	 * many readers who come at once are one page to make.
	 */
	async read(address: string, edition: string, nonce: string): Promise<KeptPage | null> {
		this.#turnTo(edition);
		const page = this.#find(address, nonce);
		const making = this.#making.get(address);
		if (page || !making) return page;
		await making;
		return this.#find(address, nonce);
	}

	/** Says that this page is being made. @returns to be called when it is, kept or not */
	begin(address: string): () => void {
		let end = () => {};
		const making = new Promise<void>((resolve) => {
			end = resolve;
		});
		this.#making.set(address, making);
		return () => {
			if (this.#making.get(address) === making) this.#making.delete(address);
			end();
		};
	}

	/** Keeps a page; one that holds the mark already, or that is larger than a tenth of the room, is not kept. */
	keep(address: string, edition: string, page: KeptPage, nonce: string): void {
		this.#turnTo(edition);
		if (page.html.includes(NONCE_MARK) || page.html.length > this.maxCharacters / 10) return;
		const kept = { headers: page.headers, html: page.html.replaceAll(nonce, NONCE_MARK) };
		this.#drop(address);
		this.#pages.set(address, kept);
		this.#characters += kept.html.length;
		for (const oldest of this.#pages.keys()) {
			if (this.#characters <= this.maxCharacters) break;
			this.#drop(oldest);
		}
	}

	#find(address: string, nonce: string): KeptPage | null {
		const page = this.#pages.get(address);
		if (!page) return null;
		this.#pages.delete(address);
		this.#pages.set(address, page);
		return { headers: page.headers, html: page.html.replaceAll(NONCE_MARK, nonce) };
	}

	#turnTo(edition: string): void {
		if (edition === this.#edition) return;
		this.#pages.clear();
		this.#characters = 0;
		this.#edition = edition;
	}

	#drop(address: string): void {
		this.#characters -= this.#pages.get(address)?.html.length ?? 0;
		this.#pages.delete(address);
	}
}

/**
 * Whether this address is a page that may be kept. Data asked for by scripts (`.data`) and the API's answers are not.
 *
 * @param isKnown the reader sends a cookie
 */
export function isSharedPage(method: string, path: string, isKnown: boolean): boolean {
	if (method !== "GET" || path.endsWith(".data")) return false;
	if (FIRST_PAGES.test(path)) return !isKnown;
	return SHARED_PAGES.test(path) && !PROGRAM_ANSWERS.test(path);
}

/** Whether an answer is a whole page, the same for everyone. */
export function isSharedAnswer(answer: Response): boolean {
	return (
		answer.status === 200 &&
		!answer.headers.has("Set-Cookie") &&
		(answer.headers.get("Content-Type") ?? "").startsWith("text/html")
	);
}
