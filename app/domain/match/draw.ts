/**
 * The stable draw that orders a list: FNV-1a 32 bits of the need's id mixed with FNV-1a 32 bits of the supplier's id by
 * MurmurHash3's final mixer. Anyone can compute it again; nothing about the supplier's size, age or data enters it.
 */

/** FNV-1a, 32 bits, over the UTF-16 code units of a text (ids are ASCII). Unsigned. */
export function hashOfText(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return hash >>> 0;
}

/** Rank of a supplier in the draw of a need, from the hashes of their ids. Unsigned 32 bits. */
export function drawRank(needHash: number, supplierHash: number): number {
	let hash = needHash ^ supplierHash;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
