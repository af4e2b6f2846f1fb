/** Lambert-93 (EPSG:2154), the projection of mainland France, on the GRS80 ellipsoid: IGN's algorithm for a conformal conic. */
const N = 0.725607765;
const C = 11754255.426;
const X0 = 700000;
const Y0 = 12655612.05;
const E = 0.08181919106;
const LON0 = (3 * Math.PI) / 180;

/** Degrees from metres, rounded to a metre or so; null when the point is out of mainland France. */
export function fromLambert93(x: number, y: number): { lat: number; lon: number } | null {
	if (!(x > 0 && x < 1_350_000 && y > 6_000_000 && y < 7_250_000)) return null;
	const r = Math.hypot(x - X0, y - Y0);
	const gamma = Math.atan2(x - X0, Y0 - y);
	const isometric = -Math.log(r / C) / N;
	let lat = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
	for (let turn = 0; turn < 8; turn++) {
		const sine = E * Math.sin(lat);
		lat = 2 * Math.atan(((1 + sine) / (1 - sine)) ** (E / 2) * Math.exp(isometric)) - Math.PI / 2;
	}
	return { lat: degrees(lat), lon: degrees(LON0 + gamma / N) };
}

function degrees(radians: number): number {
	return Math.round(((radians * 180) / Math.PI) * 1e5) / 1e5;
}
