import { expect, test } from "vitest";
import { someCommunes } from "#tests/factories/need-form.ts";
import { emptySite, type SiteForm } from "./form-state.ts";
import { resolveSite } from "./places.ts";

function resolve(site: Partial<SiteForm>) {
	return resolveSite({ ...emptySite("x"), ...site }, someCommunes);
}

test.each([
	[{ place: "Vannes" }],
	[{ place: "vannes (56)" }],
	[{ place: "56000 VANNES" }],
	[{ place: "Vannes 56000" }],
	[{ place: "Vannes", postcode: "56000" }],
	[{ place: "Vannes", postcode: "56260" }],
	[{ insee: "56260" }],
	[{ insee: "56000" }],
	[{ postcode: "56 000" }],
])("%j is Vannes", (site) => {
	expect(resolve(site)).toMatchObject({ kind: "found", commune: { code: "56260" } });
});

test("a postcode whose first zero a spreadsheet dropped is found", () => {
	expect(resolve({ postcode: "1500" })).toMatchObject({ commune: { code: "01004" } });
});

test("homonyms are a choice, settled by the département or the postcode", () => {
	expect(resolve({ place: "Saint Denis" })).toMatchObject({
		kind: "choices",
		communes: { length: 2 },
	});
	expect(resolve({ place: "Saint-Denis (93)" })).toMatchObject({ commune: { code: "93066" } });
	expect(resolve({ place: "St-Denis", insee: "97411" })).toMatchObject({
		commune: { code: "97411" },
	});
});

test("a postcode shared by two communes is a choice", () => {
	expect(resolve({ postcode: "56250" })).toMatchObject({
		kind: "choices",
		communes: { length: 2 },
	});
	expect(resolve({ postcode: "56250", place: "Elven" })).toMatchObject({
		commune: { code: "56053" },
	});
});

test("a CEDEX code beside a name is noted, not refused", () => {
	expect(resolve({ place: "Vannes", postcode: "56019" })).toMatchObject({
		kind: "found",
		note: expect.stringContaining("56019"),
	});
});

test("a name that is no commune is refused, with those that look like it", () => {
	expect(resolve({ place: "Vanes" })).toMatchObject({
		kind: "none",
		communes: [{ code: "56260" }],
	});
});

test("a name and a postcode that disagree are a choice between both", () => {
	expect(resolve({ place: "Lorient", postcode: "93200" })).toMatchObject({
		kind: "choices",
		communes: [{ code: "56121" }, { code: "93066" }],
	});
});

test("a point alone takes the nearest commune", () => {
	expect(resolve({ lat: "47,72", lon: "-2,60" })).toMatchObject({
		kind: "found",
		fromPoint: true,
		commune: { code: "56053" },
	});
});

test("a point far from its commune is refused with the distance", () => {
	expect(resolve({ place: "Vannes", lat: "2.749", lon: "47.658" })).toMatchObject({
		kind: "none",
		message: expect.stringContaining("km de Vannes"),
	});
});
