const EMPTY_SLOT = -1;

/** State of an IntSets that can be posted to a worker or written to a file. */
export interface IntSetsState {
	readonly values: Int32Array;
	readonly offsets: Int32Array;
}

/** Sequences of integers, each distinct one stored once and known by its number: how the columns keep facts with several values. */
export class IntSets {
	/** Sequence i is `values[offsets[i]] … values[offsets[i + 1] - 1]`. */
	readonly values: Int32Array;
	readonly offsets: Int32Array;
	readonly size: number;

	constructor(state: IntSetsState) {
		this.values = state.values;
		this.offsets = state.offsets;
		this.size = state.offsets.length - 1;
	}

	/** A copy of a sequence. */
	get(id: number): Int32Array {
		return this.values.slice(this.offsets[id], this.offsets[id + 1]);
	}
}

/** Builds an IntSets; hashing works on the integers, so a million sequences need no strings. */
export class IntSetsBuilder {
	#values = new Int32Array(256);
	#offsets = new Int32Array(64);
	#size = 0;
	#slots = new Int32Array(256).fill(EMPTY_SLOT);

	get size(): number {
		return this.#size;
	}

	/** Number of a sequence, in the order first met. */
	intern(sequence: ArrayLike<number>): number {
		const mask = this.#slots.length - 1;
		let slot = hashOf(sequence) & mask;
		for (;;) {
			const id = this.#slots[slot] as number;
			if (id === EMPTY_SLOT) break;
			if (this.#equals(id, sequence)) return id;
			slot = (slot + 1) & mask;
		}
		const id = this.#append(sequence);
		this.#slots[slot] = id;
		if (this.#size * 2 > this.#slots.length) this.#rehash();
		return id;
	}

	#equals(id: number, sequence: ArrayLike<number>): boolean {
		const start = this.#offsets[id] as number;
		if ((this.#offsets[id + 1] as number) - start !== sequence.length) return false;
		for (let i = 0; i < sequence.length; i++) {
			if (this.#values[start + i] !== sequence[i]) return false;
		}
		return true;
	}

	#append(sequence: ArrayLike<number>): number {
		const start = this.#offsets[this.#size] as number;
		const end = start + sequence.length;
		if (end > this.#values.length) this.#values = grown(this.#values, end);
		if (this.#size + 2 > this.#offsets.length) {
			this.#offsets = grown(this.#offsets, this.#size + 2);
		}
		for (let i = 0; i < sequence.length; i++) this.#values[start + i] = sequence[i] as number;
		this.#size++;
		this.#offsets[this.#size] = end;
		return this.#size - 1;
	}

	#rehash(): void {
		const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY_SLOT);
		const mask = slots.length - 1;
		for (let id = 0; id < this.#size; id++) {
			const start = this.#offsets[id] as number;
			const end = this.#offsets[id + 1] as number;
			let slot = hashOf(this.#values.subarray(start, end)) & mask;
			while (slots[slot] !== EMPTY_SLOT) slot = (slot + 1) & mask;
			slots[slot] = id;
		}
		this.#slots = slots;
	}

	finish(): IntSets {
		return new IntSets({
			values: this.#values.slice(0, this.#offsets[this.#size]),
			offsets: this.#offsets.slice(0, this.#size + 1),
		});
	}
}

function grown(array: Int32Array<ArrayBuffer>, atLeast: number): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(Math.max(atLeast, array.length * 2));
	larger.set(array);
	return larger;
}

function hashOf(sequence: ArrayLike<number>): number {
	let hash = 0x811c9dc5 ^ sequence.length;
	for (let i = 0; i < sequence.length; i++) {
		hash = Math.imul(hash ^ (sequence[i] as number), 0x85ebca6b);
		hash ^= hash >>> 13;
	}
	hash = Math.imul(hash, 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
