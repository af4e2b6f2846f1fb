const COMMA = 44;
const ZERO = 48;

/** Supplier ids written in decimal between commas: read digit by digit, since a common word has hundreds of thousands. */
export function readIds(text: string): Int32Array {
	if (text === "") return new Int32Array(0);
	// An id and its comma take two characters or more.
	const ids = new Int32Array((text.length >> 1) + 1);
	let length = 0;
	let id = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === COMMA) {
			ids[length++] = id;
			id = 0;
		} else id = id * 10 + code - ZERO;
	}
	ids[length++] = id;
	return ids.subarray(0, length);
}
