import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { supplierListSchema, supplierPointsSchema } from "#app/api/list-schemas.ts";
import { loader as csvLoader } from "#app/routes/api.v1.exports.suppliers[.]csv.ts";
import { loader as listLoader } from "#app/routes/api.v1.suppliers._index.ts";
import { loader as supplierLoader } from "#app/routes/api.v1.suppliers.$id.ts";
import { loader as pointsLoader } from "#app/routes/api.v1.suppliers.points.ts";
import { openTestSearch, testWorld } from "#tests/factories/search.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

/** A server's services over three suppliers, as far as these routes need them. */
async function openServices() {
	const { db, search } = await openTestSearch([
		makeSupplier({
			id: "vannes",
			siret: "80746931700018",
			turnoverEur: 500_000,
			offers: [makeOffer({ capacity: [{ unit: "m2", per: "week", max: 6000 }] })],
		}),
		makeSupplier({ id: "brest", commune: "29019", lat: 48.39, lon: -4.486 }),
		makeSupplier({ id: "closed", status: "closed" }),
	]);
	return { db, search, reference: testWorld, program: "1.2.3", dataVersion: async () => 42 };
}

async function call(
	loader: Loader,
	path: string,
	params: Record<string, string> = {},
): Promise<Response> {
	const context = { services: await openServices() };
	const request = new Request(`http://localhost${path}`);
	return loader({ request, params, context } as unknown as LoaderFunctionArgs);
}

const VERSIONS = { data: "42", law: expect.any(String), program: "1.2.3" };

test("the list gives items, a total, facets and versions", async () => {
	const response = await call(listLoader, "/api/v1/suppliers?zone=departement:56");
	const body = await response.json();
	expect(response.status).toBe(200);
	expect(body).toMatchObject({ total: 1, nextCursor: null, versions: VERSIONS });
	expect(body.items.map((item: { id: string }) => item.id)).toEqual(["vannes"]);
	expect(body.facets.departement).toEqual([
		{ value: "departement:29", label: "Finistère", count: 1, selected: false },
		{ value: "departement:56", label: "Morbihan", count: 1, selected: true },
	]);
	expect(JSON.stringify(body)).not.toMatch(/6000|500000/);
});

test("an unknown filter is a problem that names it", async () => {
	const response = await call(listLoader, "/api/v1/suppliers?departement=56");
	expect(response.status).toBe(400);
	expect(response.headers.get("Content-Type")).toContain("application/problem+json");
	expect(await response.json()).toMatchObject({
		status: 400,
		code: "bad-input",
		errors: [{ path: "departement", message: expect.stringContaining("n’existe pas") }],
	});
});

test("one supplier is found by id or SIRET, without what only buyers may see", async () => {
	for (const id of ["vannes", "80746931700018"]) {
		const response = await call(supplierLoader, `/api/v1/suppliers/${id}`, { id });
		const body = await response.json();
		expect(body).toMatchObject({
			id: "vannes",
			withheld: ["turnoverEur", "offers[0].capacity"],
			sources: [],
			versions: VERSIONS,
		});
		expect(JSON.stringify(body)).not.toMatch(/6000|500000/);
	}
});

test("a closed supplier and one that never was are not found", async () => {
	for (const id of ["closed", "nobody"]) {
		const response = await call(supplierLoader, `/api/v1/suppliers/${id}`, { id });
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ code: "supplier-not-found" });
	}
});

test("the map's points are those in view, and a bad view is refused", async () => {
	const seen = await call(pointsLoader, "/api/v1/suppliers/points?bounds=-3,47,-2,48&zoom=8");
	expect(await seen.json()).toMatchObject({
		points: [["vannes", 47.66, -2.76, "Atelier des Ajoncs", false]],
		clusters: [],
		located: 2,
		unlocated: 0,
	});
	const refused = await call(pointsLoader, "/api/v1/suppliers/points?bounds=3,47,2,48&zoom=99");
	expect(refused.status).toBe(400);
	const { errors } = await refused.json();
	expect(errors.map(({ path }: { path: string }) => path)).toEqual(["bounds", "zoom"]);
});

test("the export is a file with a name, and its filters are read as the page's", async () => {
	const response = await call(csvLoader, "/api/v1/exports/suppliers.csv?zone=departement:29");
	expect(response.headers.get("Content-Disposition")).toMatch(
		/^attachment; filename="vivier-structures-\d{4}-\d{2}-\d{2}\.csv"$/,
	);
	const lines = (await response.text()).trim().split("\r\n");
	expect(lines).toHaveLength(2);
	expect(lines[1]).toMatch(/^brest;/);
	const refused = await call(csvLoader, "/api/v1/exports/suppliers.csv?kind=XXX");
	expect(refused.status).toBe(400);
});

test.each(["", "?q=netoyage+xqzt", "?near=56260&km=5", "?serves=56260", "?kind=EI&q=vannes"])(
	"the answer to a search%s is what the published description says, and nothing more",
	async (query) => {
		const body = await (await call(listLoader, `/api/v1/suppliers${query}`)).json();
		expect(supplierListSchema.parse(body)).toEqual(body);
		const points = await (await call(pointsLoader, `/api/v1/suppliers/points${query}`)).json();
		expect(supplierPointsSchema.parse(points)).toEqual(points);
	},
);

test.each(["page=2", "limit=5", "cursor=abc"])(
	"an export refuses %s by name",
	async (parameter) => {
		const response = await call(csvLoader, `/api/v1/exports/suppliers.csv?${parameter}`);
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ errors: [{ path: parameter.split("=")[0] }] });
	},
);

test.each(["km=0x10", "km=1e1", "limit=1e1", "page=0x2"])(
	"a number written as %s is refused, not guessed",
	async (parameter) => {
		const response = await call(listLoader, `/api/v1/suppliers?near=56260&${parameter}`);
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ errors: [{ path: parameter.split("=")[0] }] });
	},
);
