/** Numbers codes from 1 as they come; 0 stands for none. */
export class Codes {
	private readonly numbers = new Map<string, number>();
	private readonly codes: string[] = [""];

	/** The number of a code, a new one if need be. */
	numberOf(code: string | null | undefined): number {
		if (!code) return 0;
		const known = this.numbers.get(code);
		if (known !== undefined) return known;
		const number = this.codes.push(code) - 1;
		this.numbers.set(code, number);
		return number;
	}

	/** The number of a code, 0 when it was never met. */
	find(code: string | null | undefined): number {
		return code ? (this.numbers.get(code) ?? 0) : 0;
	}

	/** Undefined for 0. */
	codeOf(number: number): string | undefined {
		return number === 0 ? undefined : this.codes[number];
	}

	/** One more than the greatest number. */
	get size(): number {
		return this.codes.length;
	}
}
