import { expect, test } from "vitest";
import { answerAddress, readAnswerQuery } from "./answer-query.server.ts";

function read(text: string, cells: readonly string[] = ["s1/vannes"]) {
	return readAnswerQuery(new URLSearchParams(text), new Set(cells));
}

test("an address and what it says are a pair", () => {
	for (const address of [
		"",
		"portee=tout",
		"retire=window&tri=nom",
		"case=s1/vannes&tri=distance&page=2",
		"suite=draw.1.2&rang=100",
	]) {
		const query = read(address);
		const written = answerAddress("/x", query, query);
		expect(read(written.split("?")[1] ?? "")).toEqual(query);
	}
});

test("another list begins at its first page", () => {
	const query = read("page=3&suite=draw.1.2&rang=100");
	expect(answerAddress("/x", query, { removedBy: "area" })).toBe("/x?retire=area");
});

test.each([
	["retire=prix", "retire"],
	["portee=moitie", "portee"],
	["tri=taille", "tri"],
	["page=0", "page"],
	["page=-5", "page"],
	["case=s1/ailleurs", "case"],
])("the value in %s is refused by name", (text, path) => {
	expect(() => read(text)).toThrow(
		expect.objectContaining({ code: "bad-input", problems: [expect.objectContaining({ path })] }),
	);
});

test("a parameter that is not ours is left alone", () => {
	expect(read("utm_source=lettre").scope).toBe("any");
});
