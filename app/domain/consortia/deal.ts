import { loadsFit, partsAddUp } from "./cover.ts";
import type { Level } from "./level.ts";
import { isBinding, isWholeForSeveral, ordersFitInParts, wholeItems } from "./orders.ts";
import type { View } from "./view.ts";

/**
 * Who takes each item, as places in the group: one member wherever the loads and the limits of all allow it, several where they do not.
 * The group is known to cover the level.
 * @param preferred per item, the members from the one with the best reasons to take it
 */
export function dealItems(
	level: Level,
	views: readonly View[],
	preferred: (item: number) => readonly number[],
): readonly (readonly number[])[] {
	const own = views.map((view) => ({ ...view, parts: view.parts.slice() }));
	const fits = () => partsAddUp(level, own) && loadsFit(level, own) && ordersFitInParts(level, own);
	const holders = (item: number) =>
		preferred(item).filter((m) => (own[m]?.parts[item] as number) > 0);
	const takers = isBinding(level, own) ? wholeItems(level, own) : null;
	const restrict = (item: number, to: readonly number[]) => {
		own.forEach((view, m) => {
			if (!to.includes(m)) view.parts[item] = 0;
		});
	};
	const toCut: number[] = [];
	level.items.forEach(({ anyCell }, item) => {
		if (isWholeForSeveral(own, item)) {
			restrict(item, [takers?.get(item) ?? (holders(item)[0] as number)]);
		} else if (!anyCell && holders(item).length > 1) toCut.push(item);
	});
	toCut.sort((a, b) => weightOf(level, b) - weightOf(level, a) || compareKeys(level, a, b));
	for (const item of toCut) {
		const all = holders(item);
		const kept = own.map((view) => view.parts[item] as number);
		for (const smaller of smallerSets(all)) {
			restrict(item, smaller);
			if (fits()) break;
			own.forEach((view, m) => {
				view.parts[item] = kept[m] as number;
			});
		}
	}
	return level.items.map((_, item) => holders(item));
}

/** Share of the largest ledger that an item weighs, so that the heaviest are placed first. */
function weightOf({ ledgers }: Level, item: number): number {
	return ledgers.reduce((sum, { weights }) => sum + (weights[item] as number), 0);
}

function compareKeys({ items }: Level, a: number, b: number): number {
	return (items[a]?.key ?? "") < (items[b]?.key ?? "") ? -1 : 1;
}

/** One member alone, then two of three, in the order given. */
function smallerSets(members: readonly number[]): number[][] {
	const alone = members.map((m) => [m]);
	if (members.length < 3) return alone;
	return [
		...alone,
		...members.map((_, out) => members.filter((_, i) => i !== members.length - 1 - out)),
	];
}
