import { departementOf, departementsOfPostcode, placeKey, withoutArticle } from "./place-names.ts";
import type { PlaceRows } from "./places-index.ts";
import type { Commune } from "./reference.ts";
import { editDistance } from "./text.ts";

/** What a list says of a place. Empty strings count as absent. */
export interface PlaceHint {
	readonly inseeCode?: string | null | undefined;
	readonly postcode?: string | null | undefined;
	readonly name?: string | null | undefined;
}

export interface PlaceFinder {
	/** The commune meant; null when nothing fits, or when several do. Old, delegated and arrondissement codes and names lead to today's commune. */
	findCommune(hint: PlaceHint): Commune | null;
}

interface Named {
	readonly commune: Commune;
	/** False for a delegated commune's name. */
	readonly own: boolean;
}

/** Letters a name may differ by from the only commune of its postcode that looks like it. */
const TYPO = 2;

export function createPlaceFinder({ communes, aliases }: PlaceRows): PlaceFinder {
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	const byPostcode = new Map<string, Commune[]>();
	const byKey = new Map<string, Named[]>();
	const keysOf = new Map<Commune, string[]>();
	const addKey = (key: string, commune: Commune, own: boolean) => {
		push(byKey, key, { commune, own });
		push(keysOf, commune, key);
	};
	const addName = (name: string, commune: Commune, own: boolean) => {
		const key = placeKey(name);
		addKey(key, commune, own);
		const bare = withoutArticle(key);
		if (bare !== null) addKey(bare, commune, false);
	};
	for (const commune of communes) {
		for (const postcode of commune.postcodes) push(byPostcode, postcode, commune);
		addName(commune.name, commune, true);
	}
	for (const alias of aliases) {
		const commune = byCode.get(alias.commune);
		if (!commune) continue;
		if (!byCode.has(alias.code)) byCode.set(alias.code, commune);
		if (alias.name !== "" && alias.kind === "delegated") addName(alias.name, commune, false);
	}

	function byName(key: string, departements: readonly string[] | null): Commune | null {
		const named = (byKey.get(key) ?? []).filter(
			({ commune }) => departements === null || departements.includes(commune.departement),
		);
		const own = named.filter((candidate) => candidate.own);
		return only((own.length > 0 ? own : named).map(({ commune }) => commune));
	}

	function byPostcodeAndName(postcode: string, key: string): Commune | null {
		const there = byPostcode.get(postcode) ?? [];
		const exact = there.filter((commune) => keysOf.get(commune)?.includes(key));
		if (exact.length > 0) return only(exact);
		const elsewhere = byName(key, departementsOfPostcode(postcode));
		if (elsewhere) return elsewhere;
		const close = there.filter((commune) =>
			keysOf.get(commune)?.some((candidate) => looksLike(candidate, key)),
		);
		// A hamlet's or a district's name: the postcode decides when it has one commune only.
		return only(close.length > 0 ? close : there);
	}

	return {
		findCommune({ inseeCode, postcode, name }) {
			const code = normaliseCode(inseeCode);
			const byInsee = code === null ? undefined : byCode.get(code);
			if (byInsee) return byInsee;
			const post = normalisePostcode(postcode);
			const key = placeKey(name ?? "");
			if (post === null) return key === "" ? null : byName(key, null);
			return key === "" ? only(byPostcode.get(post) ?? []) : byPostcodeAndName(post, key);
		},
	};
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

function only(communes: readonly Commune[]): Commune | null {
	const distinct = new Set(communes);
	return distinct.size === 1 ? (communes[0] ?? null) : null;
}

function looksLike(candidate: string, key: string): boolean {
	if (candidate.length < 5 || key.length < 5) return false;
	return (
		candidate.startsWith(`${key} `) ||
		key.startsWith(`${candidate} `) ||
		editDistance(candidate, key, TYPO) <= TYPO
	);
}

/** An INSEE code as the base writes it: upper case, the lost leading zero put back. Null when it is not one. */
function normaliseCode(code: string | null | undefined): string | null {
	const text = (code ?? "").trim().toUpperCase();
	const padded = /^\d{4}$/.test(text) ? `0${text}` : text;
	return /^(\d{5}|2[AB]\d{3})$/.test(padded) ? padded : null;
}

function normalisePostcode(postcode: string | null | undefined): string | null {
	const digits = (postcode ?? "").replace(/\s/g, "");
	const padded = /^\d{4}$/.test(digits) ? `0${digits}` : digits;
	return /^\d{5}$/.test(padded) && departementOf(padded) !== "00" ? padded : null;
}
