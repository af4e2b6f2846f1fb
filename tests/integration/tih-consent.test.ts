import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { csvLines } from "#app/exports/text-exports.server.ts";
import { loader as ndjsonLoader } from "#app/routes/api.v1.exports.suppliers[.]ndjson.ts";
import { loader as listLoader } from "#app/routes/api.v1.suppliers._index.ts";
import { loader as supplierLoader } from "#app/routes/api.v1.suppliers.$id.ts";
import { loader as pointsLoader } from "#app/routes/api.v1.suppliers.points.ts";
import { makeNeed, matched } from "#tests/factories/match.ts";
import { openTestSearch, testWorld } from "#tests/factories/search.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

const TIH = [makeAccreditation({ code: "TIH" })];

/** A person who works alone, and an ESAT. */
function baseWith(person: Partial<Supplier>): Supplier[] {
	const offers = [makeOffer({ segment: "traiteur" })];
	return [
		makeSupplier({ id: "person", name: "Camille Riou", offers, ...person }),
		makeSupplier({ id: "esat" }),
	];
}

/** All that anyone can read of the base: the directory and its facets, sheet, map, exports, and answers to needs. */
async function everythingPublic(person: Partial<Supplier>): Promise<Record<string, string>> {
	const suppliers = baseWith(person);
	const { db, search } = await openTestSearch(suppliers);
	const context = {
		services: { db, search, reference: testWorld, program: "1.2.3", dataVersion: async () => 42 },
	};
	const call = async (loader: Loader, path: string, params: Record<string, string> = {}) => {
		const request = new Request(`http://localhost${path}`);
		return (await loader({ request, params, context } as unknown as LoaderFunctionArgs)).text();
	};
	let csv = "";
	for await (const line of csvLines(search.export(EMPTY_DIRECTORY_QUERY), testWorld.places)) {
		csv += line;
	}
	const answer = (need: Parameters<typeof makeNeed>[0]) =>
		JSON.stringify(matched(makeNeed(need), suppliers, { detail: "cells", viewer: "anonymous" }));
	return {
		directory: await call(listLoader, "/api/v1/suppliers"),
		search: await call(listLoader, "/api/v1/suppliers?q=tih"),
		ofKind: await call(listLoader, "/api/v1/suppliers?kind=TIH"),
		reserved: await call(listLoader, "/api/v1/suppliers?reservation=handicap"),
		sheet: await call(supplierLoader, "/api/v1/suppliers/person", { id: "person" }),
		points: await call(pointsLoader, "/api/v1/suppliers/points"),
		ndjson: await call(ndjsonLoader, "/api/v1/exports/suppliers.ndjson"),
		csv,
		answer: answer({}),
		answerForKind: answer({ kinds: ["TIH"] }),
		answerReserved: answer({ reservation: "handicap" }),
	};
}

test("without consent, nothing tells a disabled worker from someone whose kind is unknown", async () => {
	const unknown = await everythingPublic({ kinds: null });
	expect(await everythingPublic({ kinds: TIH })).toEqual(unknown);
	expect(await everythingPublic({ kinds: TIH, tihConsent: null })).toEqual(unknown);
	expect(await everythingPublic({ kinds: TIH, tihConsent: false })).toEqual(unknown);
	expect(unknown["directory"]).toContain("Camille Riou");
	expect(unknown["sheet"]).toContain("Camille Riou");
});

test("with consent, a disabled worker is found, shown and matched as such", async () => {
	const shown = await everythingPublic({ kinds: TIH, tihConsent: true });
	for (const part of ["directory", "search", "ofKind", "sheet", "ndjson", "csv"]) {
		expect({ part, text: shown[part] }).toEqual({ part, text: expect.stringContaining("TIH") });
		expect({ part, text: shown[part] }).toEqual({ part, text: expect.stringContaining("Camille") });
	}
});
