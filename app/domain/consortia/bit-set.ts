/** A set of small numbers. */
export class BitSet {
	readonly #words: Int32Array;
	readonly #size: number;

	constructor(size: number) {
		this.#size = size;
		this.#words = new Int32Array(Math.ceil(size / 32));
	}

	add(value: number): void {
		this.#words[value >> 5] = (this.#words[value >> 5] as number) | (1 << (value & 31));
	}

	has(value: number): boolean {
		return (((this.#words[value >> 5] as number) >> (value & 31)) & 1) === 1;
	}

	clear(): void {
		this.#words.fill(0);
	}

	/** Keeps what the other holds. False when nothing is left. */
	keep(other: BitSet): boolean {
		let left = 0;
		for (let w = 0; w < this.#words.length; w++) {
			const word = (this.#words[w] as number) & (other.#words[w] as number);
			this.#words[w] = word;
			left |= word;
		}
		return left !== 0;
	}

	remove(other: BitSet): void {
		for (let w = 0; w < this.#words.length; w++) {
			this.#words[w] = (this.#words[w] as number) & ~(other.#words[w] as number);
		}
	}

	/** The first value below the size that neither set holds; null when they hold all together. */
	missingWith(other: BitSet): number | null {
		for (const value of this.missing(other)) return value;
		return null;
	}

	/** The values below the size that neither set holds. */
	missing(other: BitSet): number[] {
		const values: number[] = [];
		for (let w = 0; w < this.#words.length; w++) {
			const rest = this.#size - w * 32;
			const full = rest >= 32 ? -1 : (1 << rest) - 1;
			pushBits(values, full & ~((this.#words[w] as number) | (other.#words[w] as number)), w);
		}
		return values;
	}

	values(): number[] {
		const values: number[] = [];
		for (let w = 0; w < this.#words.length; w++) pushBits(values, this.#words[w] as number, w);
		return values;
	}
}

function pushBits(values: number[], word: number, w: number): void {
	for (let left = word; left !== 0; left &= left - 1) {
		values.push(w * 32 + 31 - Math.clz32(left & -left));
	}
}
