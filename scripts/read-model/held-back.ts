import { createHash } from "node:crypto";

/** First bytes of the hash under which a title is kept out of training: 30 %. */
const HELD_BACK_BELOW = 77;

/** Whether a contract title is held back: the SHA-256 of the title, in lower case and without accents, starts with a byte below 77. */
export function isHeldBack(title: string): boolean {
	const [first = 0] = createHash("sha256").update(foldedTitle(title)).digest();
	return first < HELD_BACK_BELOW;
}

/** Lower case without accents, nothing else changed: ligatures and apostrophes stay. Two titles with the same one are the same object. */
export function foldedTitle(title: string): string {
	return title.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
