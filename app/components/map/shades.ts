/** Classes of a count on a map: 0 for none, then 1 to 4. */
export type Shade = 0 | 1 | 2 | 3 | 4;

export interface ShadeClass {
	readonly shade: Shade;
	/** Lowest and highest count of the class. */
	readonly from: number;
	readonly to: number;
}

const CLASSES = 4;

/** Splits the counts into at most four classes of about as many places each; none is empty and none overlap. */
export function shadeClasses(counts: readonly number[]): ShadeClass[] {
	const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
	const tops = new Set<number>();
	for (let part = 1; part <= CLASSES; part++) {
		const top = sorted[Math.ceil((sorted.length * part) / CLASSES) - 1];
		if (top !== undefined) tops.add(top);
	}
	let from = 1;
	// The darkest shade is always the most numerous class, however few classes there are.
	const first = CLASSES - tops.size + 1;
	return [...tops].map((to, index) => {
		const made = { shade: Math.min(CLASSES, first + index) as Shade, from, to };
		from = to + 1;
		return made;
	});
}

export function shadeOf(count: number, classes: readonly ShadeClass[]): Shade {
	return classes.find(({ from, to }) => count >= from && count <= to)?.shade ?? 0;
}

/** « 3 à 7 », « 2 ». */
export function classWords({ from, to }: ShadeClass): string {
	return from === to
		? from.toLocaleString("fr-FR")
		: `${from.toLocaleString("fr-FR")} à ${to.toLocaleString("fr-FR")}`;
}
