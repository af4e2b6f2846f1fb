import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { pageStream } from "./page-stream.server.ts";

async function render(texts: readonly string[]): Promise<string> {
	const stream = pageStream();
	const items = texts.map((text, index) => createElement("li", { key: index }, text));
	renderToPipeableStream(createElement("ul", null, items)).pipe(stream);
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

test("a page holds its texts and no null byte, wherever their accented letters fall", async () => {
	for (let shift = 0; shift < 16; shift += 1) {
		const texts = ["x".repeat(shift), ...Array<string>(400).fill("é\u202f»")];
		const items = texts.map((text) => `<li>${text}</li>`).join("");
		expect(await render(texts)).toBe(`<ul>${items}</ul>`);
	}
});
