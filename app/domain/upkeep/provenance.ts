import type { Provenance, Supplier } from "../supplier.ts";

/** The path of `facts` that covers every value without a nearer one. */
export const EVERY_FACT = "*";

/**
 * Who said a value, and when. A path's own entry answers, else its nearest ancestor's (`offers[0].daysPerWeek`, then `offers[0]`),
 * else `*`.
 *
 * @returns null when nothing is recorded, which no imported supplier is
 */
export function provenanceOf(supplier: Pick<Supplier, "facts">, path: string): Provenance | null {
	const facts = supplier.facts;
	if (!facts) return null;
	for (let at: string | null = path; at !== null; at = parentPath(at)) {
		const found = facts[at];
		if (found) return found;
	}
	return facts[EVERY_FACT] ?? null;
}

/** `offers[0].area.zones` → `offers[0].area` → `offers[0]` → `offers` → null. */
export function parentPath(path: string): string | null {
	const cut = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
	return cut > 0 ? path.slice(0, cut) : null;
}

/** `supplier` with its origin recorded for every value that does not name its own. */
export function withOrigin(supplier: Supplier, origin: Provenance): Supplier {
	if (supplier.facts?.[EVERY_FACT]) return supplier;
	return { ...supplier, facts: { [EVERY_FACT]: origin, ...supplier.facts } };
}

const FACTS = ',"facts":{';

/**
 * `withOrigin`, on the exchange line of a supplier: `facts` is its last property.
 *
 * @param facts the supplier's own
 */
export function withOriginText(text: string, facts: Supplier["facts"], origin: Provenance): string {
	if (facts?.[EVERY_FACT]) return text;
	const said = `${JSON.stringify(EVERY_FACT)}:${JSON.stringify(origin)}`;
	if (!facts) return `${text.slice(0, -1)}${FACTS}${said}}}`;
	// Quotes are escaped inside texts, and no property before `facts` bears this name: the first one found is the supplier's.
	const at = text.indexOf(FACTS) + FACTS.length;
	const rest = text.slice(at);
	return `${text.slice(0, at)}${said}${rest.startsWith("}") ? "" : ","}${rest}`;
}

export type StatedValue = readonly [path: string, provenance: Provenance];

/** The shortest `facts` that give each path its provenance: what most values share is said once, for all or for an offer. */
export function compactFacts(stated: readonly StatedValue[]): Record<string, Provenance> {
	const every = mostCommon(stated);
	if (!every) return {};
	const facts: Record<string, Provenance> = { [EVERY_FACT]: every };
	const everyKey = keyOf(every);
	const groups = new Map<string, StatedValue[]>();
	for (const value of stated) {
		const group = /^offers\[\d+\]/.exec(value[0])?.[0] ?? "";
		const members = groups.get(group);
		if (members) members.push(value);
		else groups.set(group, [value]);
	}
	for (const [group, members] of groups) {
		const whole = members.find(([path]) => path === group)?.[1];
		const shared = group === "" ? every : (whole ?? mostCommon(members) ?? every);
		const sharedKey = keyOf(shared);
		if (sharedKey !== everyKey) facts[group] = shared;
		for (const [path, provenance] of members) {
			if (keyOf(provenance) !== sharedKey) facts[path] = provenance;
		}
	}
	return facts;
}

function mostCommon(stated: readonly StatedValue[]): Provenance | undefined {
	const counts = new Map<string, { provenance: Provenance; count: number }>();
	for (const [, provenance] of stated) {
		const key = keyOf(provenance);
		const entry = counts.get(key);
		if (entry) entry.count += 1;
		else counts.set(key, { provenance, count: 1 });
	}
	let best: { key: string; provenance: Provenance; count: number } | undefined;
	for (const [key, { provenance, count }] of counts) {
		// Ties by text: the order in which values are listed must not show.
		if (!best || count > best.count || (count === best.count && key < best.key)) {
			best = { key, provenance, count };
		}
	}
	return best?.provenance;
}

function keyOf({ source, on, because }: Provenance): string {
	return JSON.stringify([source, on ?? null, because ?? null]);
}
