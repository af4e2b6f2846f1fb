import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchCommuneCentres, GEO_API_URL } from "./geo-api.server.ts";

const COMMUNES = `${GEO_API_URL}/communes`;
const mockServer = setupServer();

// Any unmocked request fails the run.
beforeAll(() => mockServer.listen({ onUnhandledRequest: "error" }));
afterAll(() => mockServer.close());

test("centres are read in GeoJSON order, and lands without one are left out", async () => {
	let asked: URL | undefined;
	mockServer.use(
		http.get(COMMUNES, ({ request }) => {
			asked = new URL(request.url);
			return HttpResponse.json([
				{
					code: "56260",
					nom: "Vannes",
					centre: { type: "Point", coordinates: [-2.7603, 47.6597] },
				},
				{ code: "98412", nom: "Archipel des Kerguelen" },
			]);
		}),
	);
	expect(await fetchCommuneCentres()).toEqual([{ code: "56260", lat: 47.6597, lon: -2.7603 }]);
	expect(asked?.searchParams.get("fields")).toBe("code,centre");
	expect(asked?.searchParams.get("zone")).toBe("metro,drom,com");
});

test("an HTTP 500 surfaces as geocoder-unavailable", async () => {
	mockServer.use(http.get(COMMUNES, () => new HttpResponse(null, { status: 500 })));
	await expect(fetchCommuneCentres()).rejects.toMatchObject({ code: "geocoder-unavailable" });
});

test("an answer of another shape surfaces as geocoder-unavailable", async () => {
	mockServer.use(http.get(COMMUNES, () => HttpResponse.json({ message: "maintenance" })));
	await expect(fetchCommuneCentres()).rejects.toMatchObject({
		code: "geocoder-unavailable",
		context: { step: "answer" },
	});
});

test("a service that does not answer is left after the time allowed", async () => {
	mockServer.use(
		http.get(COMMUNES, async () => {
			await delay("infinite");
			return HttpResponse.json([]);
		}),
	);
	await expect(fetchCommuneCentres({ timeoutMs: 50 })).rejects.toMatchObject({
		code: "geocoder-unavailable",
	});
});
