import fc from "fast-check";
import { expect, test } from "vitest";
import { boundingBox, distanceKm, squaredChord, unitVector } from "./geo.ts";

const latitude = fc.double({ min: -89, max: 89, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

test("Vannes to Lorient is 46.4 km as the crow flies", () => {
	expect(distanceKm(47.6582, -2.7608, 47.7478, -3.3669)).toBeCloseTo(46.44, 2);
});

test("a quarter of the globe is a quarter of its circumference", () => {
	expect(distanceKm(0, 0, 0, 90)).toBeCloseTo((6371.0088 * Math.PI) / 2, 6);
});

test("every point of a circle is in its bounding box", () => {
	fc.assert(
		fc.property(
			latitude,
			longitude,
			fc.double({ min: 1, max: 1500, noNaN: true }),
			longitude,
			(lat, lon, km, bearing) => {
				const angle = km / 6371.0088;
				const rad = Math.PI / 180;
				const lat2 = Math.asin(
					Math.sin(lat * rad) * Math.cos(angle) +
						Math.cos(lat * rad) * Math.sin(angle) * Math.cos(bearing * rad),
				);
				const dLon = Math.atan2(
					Math.sin(bearing * rad) * Math.sin(angle) * Math.cos(lat * rad),
					Math.cos(angle) - Math.sin(lat * rad) * Math.sin(lat2),
				);
				const box = boundingBox(lat, lon, km);
				expect(lat2 / rad).toBeGreaterThanOrEqual(box.minLat - 1e-6);
				expect(lat2 / rad).toBeLessThanOrEqual(box.maxLat + 1e-6);
				if (box.maxLon - box.minLon >= 360) return;
				expect(lon + dLon / rad).toBeGreaterThanOrEqual(box.minLon - 1e-6);
				expect(lon + dLon / rad).toBeLessThanOrEqual(box.maxLon + 1e-6);
			},
		),
	);
});

test("chords on the sphere compare as distances do", () => {
	fc.assert(
		fc.property(latitude, longitude, latitude, longitude, (lat1, lon1, lat2, lon2) => {
			const [a, b] = [unitVector(lat1, lon1), unitVector(lat2, lon2)];
			const squared = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
			expect(squared).toBeCloseTo(squaredChord(distanceKm(lat1, lon1, lat2, lon2)), 9);
		}),
	);
});
