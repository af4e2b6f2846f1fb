export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Records of a sample, quotes honoured; the last one may be cut and is dropped when there are several. */
export function splitSample(sample: string, delimiter: string, limit = 30): string[][] {
	const records: string[][] = [];
	let record: string[] = [];
	let cell = "";
	let quoted = false;
	for (let at = 0; at < sample.length && records.length < limit; at++) {
		const char = sample[at];
		if (quoted) {
			if (char !== '"') cell += char;
			else if (sample[at + 1] === '"') {
				cell += '"';
				at++;
			} else quoted = false;
		} else if (char === '"' && cell.trim() === "") {
			quoted = true;
			cell = "";
		} else if (char === delimiter) {
			record.push(cell);
			cell = "";
		} else if (char === "\n" || char === "\r") {
			if (char === "\r" && sample[at + 1] === "\n") at++;
			record.push(cell);
			if (record.length > 1 || cell.trim() !== "") records.push(record);
			record = [];
			cell = "";
		} else cell += char;
	}
	if (records.length === 0 && (cell || record.length)) records.push([...record, cell]);
	return records;
}

/** The delimiter that cuts the sample into the steadiest table; a comma when nothing tells. */
export function detectDelimiter(sample: string): Delimiter {
	let best: Delimiter = ",";
	let bestScore = 0;
	for (const delimiter of DELIMITERS) {
		const score = steadiness(splitSample(sample, delimiter));
		if (score > bestScore) {
			best = delimiter;
			bestScore = score;
		}
	}
	return best;
}

function steadiness(records: string[][]): number {
	const widths = new Map<number, number>();
	for (const record of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
	let score = 0;
	for (const [width, count] of widths) {
		if (width > 1) score = Math.max(score, (count / records.length) * (1 + Math.log2(width)));
	}
	return score;
}
