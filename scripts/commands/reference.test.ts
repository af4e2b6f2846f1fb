import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GEO_API_URL } from "#app/clients/geo-api.server.ts";
import { MAIN_FILE } from "#app/data-dir.server.ts";
import { openDb } from "#db/open.server.ts";
import { loadPlaces } from "#db/places.server.ts";
import { main } from "#scripts/cli.ts";
import { testFolder } from "#tests/factories/folder.ts";

const mockServer = setupServer();

// Any unmocked request fails the run.
beforeAll(() => mockServer.listen({ onUnhandledRequest: "error" }));
afterAll(() => mockServer.close());

/** Filling the place tables of a new base takes a second or two on a busy machine. */
const FILLS_PLACES = { timeout: 60_000 };

/** Runs one command line on a base of its own. */
async function vivier(args: readonly string[], dataDir = testFolder()) {
	vi.stubEnv("VIVIER_DATA_DIR", dataDir);
	const [stdout, stderr] = [new PassThrough(), new PassThrough()];
	const code = await main(["reference", ...args], { stdout, stderr, isTTY: false });
	const text = (stream: PassThrough) => String(stream.read() ?? "");
	return { code, stdout: text(stdout), stderr: text(stderr), dataDir };
}

const centreOf = (dataDir: string, code: string) => {
	const db = openDb(join(dataDir, MAIN_FILE), { readonly: true });
	return loadPlaces(db).commune(code);
};

test("update places takes the exact centres of geo.api.gouv.fr", FILLS_PLACES, async () => {
	mockServer.use(
		http.get(`${GEO_API_URL}/communes`, () =>
			HttpResponse.json([
				{ code: "56053", centre: { type: "Point", coordinates: [-2.5921, 47.7311] } },
			]),
		),
	);
	const { code, stdout, dataDir } = await vivier(["update", "places"]);
	expect(stdout).toContain("Centre exact pris pour 1\u00a0commune.");
	expect(code).toBe(0);
	expect(centreOf(dataDir, "56053")).toMatchObject({ lat: 47.7311, lon: -2.5921, errorKm: 0 });
	const status = await vivier(["status"], dataDir);
	expect(status.stdout).toContain(`1\u00a0ligne · ${GEO_API_URL}`);
});

test("a service that fails is exit 1 and changes nothing", async () => {
	mockServer.use(
		http.get(`${GEO_API_URL}/communes`, () => new HttpResponse(null, { status: 503 })),
	);
	const { code, stderr } = await vivier(["update", "places"]);
	expect(code).toBe(1);
	expect(stderr).toContain("vivier reference load places FICHIER");
});

test("a bad file is exit 2 and names the line", async () => {
	const path = join(testFolder(), "cpv.csv");
	writeFileSync(path, "code;libelle\n0300;Produits\n");
	const { code, stderr } = await vivier(["load", "cpv", path]);
	expect(code).toBe(2);
	expect(stderr).toContain("cpv.csv, ligne 2, colonne « code »");
});

test("what cannot be understood is exit 2, with the way out", async () => {
	expect((await vivier(["load", "naf", "x.csv"])).code).toBe(2);
	expect((await vivier(["load", "cpv"])).stderr).toContain("il manque le fichier");
	expect((await vivier(["load", "cpv", "nulle-part.csv"])).stderr).toContain("n’existe pas");
	expect((await vivier([])).code).toBe(2);
});
