type NumberArray =
	| Float64Array<ArrayBufferLike>
	| Int32Array<ArrayBufferLike>
	| Uint16Array<ArrayBufferLike>
	| Uint8Array<ArrayBufferLike>;

interface NumberArrayType<T extends NumberArray> {
	new (length: number): T;
	new (buffer: ArrayBufferLike): T;
	readonly BYTES_PER_ELEMENT: number;
}

/** A typed array that grows as values are pushed. */
export interface Growable<T extends NumberArray = NumberArray> {
	readonly length: number;
	push(value: number): void;
	/** The values so far, without copy. */
	view(): T;
	/** Lets go of the memory. */
	clear(): void;
}

/** A growable array of one numeric type. */
export function growable<T extends NumberArray>(type: NumberArrayType<T>): Growable<T> {
	return new GrowableArray(type);
}

class GrowableArray<T extends NumberArray> implements Growable<T> {
	#array: T;
	length = 0;
	readonly #type: NumberArrayType<T>;

	constructor(type: NumberArrayType<T>) {
		this.#type = type;
		this.#array = new type(1024);
	}

	push(value: number): void {
		if (this.length === this.#array.length) {
			const larger = new this.#type(Math.ceil(this.length * 1.6));
			larger.set(this.#array);
			this.#array = larger;
		}
		this.#array[this.length++] = value;
	}

	view(): T {
		return this.#array.subarray(0, this.length) as T;
	}

	clear(): void {
		this.#array = new this.#type(0);
		this.length = 0;
	}
}

/** A copy of just the right size, in shared memory when asked, with `order[i]` telling where value i comes from. */
export function permuted<T extends NumberArray>(
	array: T,
	order: Int32Array | undefined,
	shared: boolean,
): T {
	const type = array.constructor as NumberArrayType<T>;
	const length = order?.length ?? array.length;
	const bytes = length * type.BYTES_PER_ELEMENT;
	const copy = new type(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
	if (!order) copy.set(array);
	else for (let i = 0; i < length; i++) copy[i] = array[order[i] as number] as number;
	return copy;
}
