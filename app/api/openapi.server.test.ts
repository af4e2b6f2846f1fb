import { expect, test } from "vitest";
import { DIRECTORY_PARAMETERS } from "#app/domain/directory.ts";
import { openApiDocument } from "./openapi.server.ts";

const document = openApiDocument({ version: "1.2.3", serverUrl: "http://localhost:3000" });

test("the description is OpenAPI 3.1 and names every public call", () => {
	expect(document.openapi).toBe("3.1.0");
	expect(Object.keys(document.paths ?? {})).toEqual(
		expect.arrayContaining([
			"/api/v1/suppliers",
			"/api/v1/suppliers/{id}",
			"/api/v1/segments",
			"/api/v1/places",
			"/api/v1/criteria",
			"/api/v1/needs/match",
			"/api/v1/needs/read",
			"/api/v1/exports/suppliers.xlsx",
		]),
	);
});

test("the body of a match is the need schema itself, so that an unknown property is refused", () => {
	const text = JSON.stringify(document.paths?.["/api/v1/needs/match"]?.post?.requestBody);
	expect(text).toContain('"undeclaredKm"');
	expect(text).toContain('"additionalProperties":false');
});

function queryNames(path: string, method: "get" | "post" = "get"): string[] {
	const described = document.paths?.[path]?.[method]?.parameters ?? [];
	return described.flatMap((parameter) => ("name" in parameter ? parameter.name : []));
}

test("every filter of the directory is described, on the list and the map", () => {
	for (const path of ["suppliers", "suppliers/points"]) {
		expect(queryNames(`/api/v1/${path}`)).toEqual(
			expect.arrayContaining([...DIRECTORY_PARAMETERS]),
		);
	}
});

test("the exports have the same filters, and nothing that chooses a page", () => {
	const names = queryNames("/api/v1/exports/suppliers.csv");
	expect([...names, "limit", "page", "cursor"].toSorted()).toEqual(
		[...DIRECTORY_PARAMETERS].toSorted(),
	);
});

test("a match describes each of its options", () => {
	expect(queryNames("/api/v1/needs/match", "post").toSorted()).toEqual([
		"cursor",
		"detail",
		"removedBy",
		"scope",
		"sort",
	]);
});
