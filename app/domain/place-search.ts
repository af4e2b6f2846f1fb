import { placeKey } from "./place-names.ts";
import {
	buildIndex,
	type Entry,
	type Index,
	type KeyList,
	KIND_WORDS,
	type PlaceHit,
	type PlaceKind,
} from "./place-search-index.ts";
import type { PlaceRows } from "./places-index.ts";
import { foldedWords } from "./text.ts";

export type { PlaceHit, PlaceKind } from "./place-search-index.ts";

export interface PlacePage {
	readonly items: PlaceHit[];
	readonly total: number;
}

export interface PlaceSearch {
	/** Best first: whole names, then beginnings, then words inside; larger populations first. */
	search(query: string, limit: number): PlaceHit[];
	/** The same with the number of all the places found. */
	page(query: string, limit: number): PlacePage;
	/** The place whose label or unambiguous name was typed, for forms sent without JavaScript. Null when it is not certain. */
	resolve(text: string): PlaceHit | null;
	/** Builds the index now, so that the first person who types does not wait for it. */
	prepare(): void;
}

export function createPlaceSearch(rows: PlaceRows): PlaceSearch {
	let index: Index | undefined;
	// Half a second for all of France, which a command that searches no place should not pay.
	const ready = () => {
		index ??= buildIndex(rows);
		return index;
	};
	return {
		search: (query, limit) => search(ready(), query, limit).items,
		page: (query, limit) => search(ready(), query, limit),
		resolve: (text) => {
			const found = search(ready(), text, 4).items;
			const typed = found.find((hit) => hit.label.toLowerCase() === text.trim().toLowerCase());
			if (typed) return typed;
			const key = placeKey(queryName(text));
			const named = found.filter((hit) => placeKey(hit.name) === key);
			const candidates = named.length > 0 ? named : found;
			return candidates.length === 1 || sameTerritory(candidates) ? (candidates[0] ?? null) : null;
		},
		prepare: () => {
			ready();
		},
	};
}

/** Paris is a commune and a département, Mayotte a département and a région: one territory, whatever is meant. */
function sameTerritory(hits: readonly PlaceHit[]): boolean {
	const kinds = new Set(hits.map((hit) => hit.kind));
	const populations = new Set(hits.map((hit) => hit.population));
	return hits.length > 1 && kinds.size === hits.length && populations.size === 1;
}

/** « Vannes (56) — commune » → « Vannes (56) ». */
function queryName(query: string): string {
	return query.split(/\s[—–-]\s/)[0]?.replace(/\([^)]*\)/g, " ") ?? "";
}

function search(index: Index, query: string, limit: number): PlacePage {
	const [place = "", kindWord = ""] = query.split(/\s[—–]\s/);
	const kind = kindOf(kindWord);
	const words = foldedWords(place);
	const code = words.find((word) => /^(\d{2,5}|2[ab]\d{0,3})$/.test(word)) ?? null;
	const named = words.filter((word) => word !== code);
	if (named.length === 0) {
		if (code === null) return { items: [], total: 0 };
		return best(index, index.codes, [code], limit, () => true);
	}
	const ofKind = ({ hit }: Entry) => kind === null || hit.kind === kind;
	const there = ({ hit }: Entry) => code === null || hasCode(hit, code);
	const texts = variants(named);
	const found = best(index, index.names, texts, limit, (entry) => ofKind(entry) && there(entry));
	// The number may be that of an arrondissement: "Paris 12".
	return found.total > 0 || code === null ? found : best(index, index.names, texts, limit, ofKind);
}

interface Ranked {
	readonly entry: Entry;
	/** 1 the whole name or code, 2 its beginning, 3 a word inside. */
	readonly rank: number;
}

function compare(a: Ranked, b: Ranked): number {
	return (
		a.rank - b.rank ||
		b.entry.weight - a.entry.weight ||
		(a.entry.hit.label < b.entry.hit.label ? -1 : 1)
	);
}

/** The best entries whose key starts with one of the texts. */
function best(
	{ entries }: Index,
	{ texts, refs }: KeyList,
	prefixes: readonly string[],
	limit: number,
	keep: (entry: Entry) => boolean,
): PlacePage {
	// 0: not matched.
	const ranks = new Uint8Array(entries.length);
	const matched: number[] = [];
	for (const prefix of prefixes) {
		for (let i = lowerBound(texts, prefix); i < texts.length; i++) {
			const text = texts[i] ?? "";
			if (!text.startsWith(prefix)) break;
			const ref = refs[i] ?? 0;
			const id = ref >> 1;
			const rank = (ref & 1) === 0 ? 3 : text.length === prefix.length ? 1 : 2;
			const known = ranks[id] ?? 0;
			if (known === 0) matched.push(id);
			if (known === 0 || rank < known) ranks[id] = rank;
		}
	}
	// One letter matches thousands: only the best are kept in order.
	const top: Ranked[] = [];
	let total = 0;
	for (const id of matched) {
		const entry = entries[id];
		if (!entry || !keep(entry)) continue;
		total++;
		const candidate = { entry, rank: ranks[id] ?? 0 };
		const last = top.at(-1);
		if (top.length >= limit && last && compare(candidate, last) > 0) continue;
		let at = top.length;
		while (at > 0 && compare(candidate, top[at - 1] as Ranked) < 0) at--;
		top.splice(at, 0, candidate);
		if (top.length > limit) top.pop();
	}
	return { items: top.map(({ entry }) => entry.hit), total };
}

function lowerBound(texts: readonly string[], prefix: string): number {
	let low = 0;
	let high = texts.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((texts[middle] ?? "") < prefix) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** "st" as the last word may begin "Strasbourg" as well as abridge "Saint": both readings. */
function variants(words: readonly string[]): string[] {
	const spelled = placeKey(words.join(" "));
	const last = words.at(-1) ?? "";
	if (last !== "st" && last !== "ste" && last !== "s") return [spelled];
	return [spelled, [...spelled.split(" ").slice(0, -1), last].join(" ")];
}

function hasCode(hit: PlaceHit, code: string): boolean {
	const upper = code.toUpperCase();
	return (
		hit.departement === upper ||
		hit.code === upper ||
		hit.postcodes.some((postcode) => postcode.startsWith(code))
	);
}

function kindOf(word: string): PlaceKind | null {
	const folded = foldedWords(word).join(" ");
	if (folded === "") return null;
	const entry = (Object.entries(KIND_WORDS) as [PlaceKind, string][]).find(([, text]) =>
		folded.startsWith(foldedWords(text).join(" ")),
	);
	return entry?.[0] ?? null;
}
