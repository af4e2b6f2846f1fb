import { AppError, type InputProblem } from "#app/domain/errors.ts";

/** What a map shows: west, south, east, north in degrees, and its zoom. */
export interface AskedMapView {
	readonly bounds: readonly [number, number, number, number];
	readonly zoom: number;
}

const MAX_ZOOM = 18;

/**
 * The map's view of an address (`bounds=-4,47,-2,48&zoom=8`), and the parameters that are not its own.
 *
 * @throws {AppError} "bad-input"
 */
export function mapViewFrom(params: URLSearchParams): {
	view: AskedMapView | undefined;
	others: URLSearchParams;
} {
	const others = new URLSearchParams(params);
	others.delete("bounds");
	others.delete("zoom");
	const boundsText = params.get("bounds") ?? "";
	const zoomText = params.get("zoom") ?? "";
	if (boundsText === "" && zoomText === "") return { view: undefined, others };
	const problems: InputProblem[] = [];
	const numbers = boundsText.split(",").map(toNumber);
	const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
	if (numbers.length !== 4 || !(west < east) || !(south < north)) {
		problems.push({
			path: "bounds",
			message: "Écrivez quatre nombres : ouest,sud,est,nord en degrés (« -4,47,-2,48 »).",
		});
	}
	const zoom = toNumber(zoomText);
	if (!(zoom >= 0 && zoom <= MAX_ZOOM)) {
		problems.push({ path: "zoom", message: `Indiquez un nombre de 0 à ${MAX_ZOOM}.` });
	}
	if (problems.length > 0) throw new AppError("bad-input", {}, { problems });
	return { view: { bounds: [west, south, east, north], zoom }, others };
}

function toNumber(text: string): number {
	return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
}
