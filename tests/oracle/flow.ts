/** Something to carry, and the parts of it that each carrier may take at most. */
export interface FlowLoad {
	readonly amount: number;
	/** Per carrier, 0 to 1. */
	readonly parts: readonly number[];
}

/** How much a carrier takes at least and at most. */
export interface FlowCarrier {
	readonly min: number;
	readonly max: number;
}

/**
 * Whether the loads can be divided among the carriers within their limits, by augmenting paths: shares are pushed from carrier to carrier
 * until nothing moves any more. Minimums are served first, then the rest.
 */
export function canCarry(loads: readonly FlowLoad[], carriers: readonly FlowCarrier[]): boolean {
	const source = 0;
	const sink = 1;
	// A carrier's minimum is an edge of its own that must be full: the loads first fill these.
	const size = 2 + loads.length + carriers.length;
	const room = Array.from({ length: size }, () => new Float64Array(size));
	const total = loads.reduce((sum, { amount }) => sum + amount, 0);
	loads.forEach(({ amount, parts }, l) => {
		(room[source] as Float64Array)[2 + l] = amount;
		parts.forEach((part, c) => {
			(room[2 + l] as Float64Array)[2 + loads.length + c] = amount * part;
		});
	});
	const setLimits = (limit: (carrier: FlowCarrier) => number) => {
		carriers.forEach((carrier, c) => {
			(room[2 + loads.length + c] as Float64Array)[sink] = limit(carrier);
		});
	};
	const lowest = carriers.reduce((sum, { min }) => sum + min, 0);
	setLimits(({ min }) => min);
	const first = pushAll(room, source, sink);
	if (first < lowest - 1e-6) return false;
	// Once full, a minimum stays full: only what is above it is added.
	setLimits(({ min, max }) => Math.min(max, 1e12) - min);
	const second = pushAll(room, source, sink);
	return first + second >= total - Math.max(1e-6, total * 1e-9);
}

function pushAll(room: Float64Array[], source: number, sink: number): number {
	let pushed = 0;
	for (;;) {
		const from = new Int32Array(room.length).fill(-1);
		from[source] = source;
		const queue = [source];
		for (const node of queue) {
			room[node]?.forEach((left, next) => {
				if (left > 1e-9 && from[next] === -1) {
					from[next] = node;
					queue.push(next);
				}
			});
		}
		if (from[sink] === -1) return pushed;
		let least = Number.POSITIVE_INFINITY;
		for (let node = sink; node !== source; node = from[node] as number) {
			least = Math.min(least, room[from[node] as number]?.[node] as number);
		}
		for (let node = sink; node !== source; node = from[node] as number) {
			const before = from[node] as number;
			(room[before] as Float64Array)[node] = (room[before]?.[node] as number) - least;
			if (before === source || node === sink) continue;
			(room[node] as Float64Array)[before] = (room[node]?.[before] as number) + least;
		}
		pushed += least;
	}
}
