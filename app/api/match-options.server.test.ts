import { expect, test } from "vitest";
import { matchOptionsFrom } from "./match-options.server.ts";

const ADDRESS = "http://localhost/api/v1/needs/match";

test("an option given twice is refused by name, since one of the two would be ignored", () => {
	expect(() => matchOptionsFrom(new URL(`${ADDRESS}?scope=any&scope=whole`))).toThrow(
		expect.objectContaining({
			problems: [expect.objectContaining({ path: "scope" })],
		}),
	);
	expect(matchOptionsFrom(new URL(`${ADDRESS}?scope=whole&scope=whole`)).scope).toBe("whole");
});
