const NARROW = "\u202F";

/** French typography of a display text: ’ apostrophes, narrow no-break spaces before ; : ! ? » % and inside « ». */
export function frenchTypography(text: string): string {
	return text
		.replace(/'/g, "’")
		.replace(/[ \u00A0\u202F]+([;:!?»%])/g, `${NARROW}$1`)
		.replace(/«[ \u00A0\u202F]*/g, `«${NARROW}`)
		.trim();
}
