/** First line of each key seen, in 20 bytes a key: a file of millions of rows must not fill the memory with their ids. */
export class KeySet {
	#size = 0;
	#capacity = 1 << 12;
	#high = new Uint32Array(this.#capacity);
	#low = new Uint32Array(this.#capacity);
	#line = new Uint32Array(this.#capacity);

	get size(): number {
		return this.#size;
	}

	/** The line where `key` was first seen, 0 when it is new. Two keys are told apart by 64 bits. */
	add(key: string, line: number): number {
		if (this.#size * 10 > this.#capacity * 7) this.#grow();
		const [high, low] = fingerprint(key);
		const slot = this.#slotOf(high, low);
		const known = this.#line[slot] ?? 0;
		if (known !== 0) return known;
		this.#set(slot, high, low, Math.max(1, line));
		this.#size += 1;
		return 0;
	}

	has(key: string): boolean {
		const [high, low] = fingerprint(key);
		return this.#line[this.#slotOf(high, low)] !== 0;
	}

	#slotOf(high: number, low: number): number {
		const mask = this.#capacity - 1;
		let slot = low & mask;
		while (this.#line[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	#set(slot: number, high: number, low: number, line: number): void {
		this.#high[slot] = high;
		this.#low[slot] = low;
		this.#line[slot] = line;
	}

	#grow(): void {
		const [high, low, line] = [this.#high, this.#low, this.#line];
		this.#capacity *= 2;
		this.#high = new Uint32Array(this.#capacity);
		this.#low = new Uint32Array(this.#capacity);
		this.#line = new Uint32Array(this.#capacity);
		for (let index = 0; index < line.length; index++) {
			const at = line[index] ?? 0;
			if (at === 0) continue;
			const [h, l] = [high[index] ?? 0, low[index] ?? 0];
			this.#set(this.#slotOf(h, l), h, l, at);
		}
	}
}

/** Two independent 32-bit mixes of the characters. */
function fingerprint(key: string): readonly [number, number] {
	let high = 0x9e3779b9;
	let low = 0x85ebca6b;
	for (let at = 0; at < key.length; at++) {
		const code = key.charCodeAt(at);
		high = Math.imul(high ^ code, 0x9e3779b1);
		high ^= high >>> 15;
		low = Math.imul(low ^ code, 0x5f356495);
		low ^= low >>> 13;
	}
	high = Math.imul(high ^ (low >>> 16), 0x85ebca77);
	low = Math.imul(low ^ (high >>> 13), 0xc2b2ae3d);
	return [(high ^ (high >>> 16)) >>> 0, (low ^ (low >>> 15)) >>> 0];
}
