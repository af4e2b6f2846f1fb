import { expect, test } from "vitest";
import { websiteLink } from "./identity-words.ts";

test("an address without its protocol is completed, and read short", () => {
	expect(websiteLink("www.ajoncs.example/")).toEqual({
		href: "https://www.ajoncs.example/",
		label: "www.ajoncs.example",
	});
	expect(websiteLink("http://ajoncs.example")?.href).toBe("http://ajoncs.example");
});

test("what is no web address is no link", () => {
	for (const text of ["javascript:alert(1)", "contact@ajoncs.example et plus", "néant", "", null]) {
		expect(websiteLink(text)).toBeNull();
	}
});
