/** A group as the list orders it: members by their place in the draw, ascending. */
export interface FoundGroup {
	readonly members: readonly number[];
	readonly confirmed: boolean;
	readonly unknowns: number;
}

/** The first groups of the list, and how many there are in all. */
export class BestGroups {
	readonly #limit: number;
	readonly #list: FoundGroup[] = [];
	found = 0;

	constructor(limit: number) {
		this.#limit = limit;
	}

	get list(): readonly FoundGroup[] {
		return this.#list;
	}

	/** There are more groups than are shown: only better ones still matter. */
	get overflows(): boolean {
		return this.found > this.#limit;
	}

	/** Whether a group like this one would be shown. */
	wants(group: FoundGroup): boolean {
		if (this.#list.length < this.#limit) return true;
		return compareGroups(group, this.#list.at(-1) as FoundGroup) < 0;
	}

	add(group: FoundGroup): void {
		this.found++;
		if (!this.wants(group)) return;
		const place = this.#list.findIndex((other) => compareGroups(group, other) < 0);
		this.#list.splice(place < 0 ? this.#list.length : place, 0, group);
		if (this.#list.length > this.#limit) this.#list.pop();
	}
}

/** Best first: confirmed, fewer members, fewer unknowns, then the draw: the group whose last drawn member was drawn first. */
export function compareGroups(a: FoundGroup, b: FoundGroup): number {
	return (
		Number(b.confirmed) - Number(a.confirmed) ||
		a.members.length - b.members.length ||
		a.unknowns - b.unknowns ||
		compareDraws(a.members, b.members)
	);
}

function compareDraws(a: readonly number[], b: readonly number[]): number {
	for (let i = a.length - 1; i >= 0; i--) {
		const difference = (a[i] as number) - (b[i] as number);
		if (difference !== 0) return difference;
	}
	return 0;
}
