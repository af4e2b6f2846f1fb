import { expect, test } from "vitest";
import { readReference } from "./reader.ts";
import { type Sentence, TODAY } from "./sentence.ts";
import { SENTENCES } from "./sentences.ts";

const needReader = readReference();

test.each(SENTENCES.map((sentence) => [sentence.text, sentence] as const))(
	"« %s »",
	(text, { need, siteCount, asks, left, warns }: Sentence) => {
		const reading = needReader.read(text, { today: TODAY });
		const { services, sites, ...rest } = reading.need;
		const { services: expectedServices, sites: expectedSites, ...expectedRest } = need;
		expect(services.map(({ id: _, ...service }) => service)).toEqual(expectedServices ?? []);
		expect((sites ?? []).map(({ commune }) => commune)).toEqual(expectedSites ?? []);
		expect(rest).toEqual(expectedRest);
		expect(reading.parts.find(({ path }) => path === "siteCount")?.value).toEqual(siteCount);
		expect(reading.questions.map(({ about }) => about)).toEqual(asks ?? []);
		expect(reading.notUnderstood.map(([start, end]) => text.slice(start, end))).toEqual(left ?? []);
		if (warns) {
			const said = reading.warnings.map(({ message }) => message);
			expect(said).toHaveLength(warns.length);
			for (const [i, word] of warns.entries()) expect(said[i]).toContain(word);
		}
	},
);

test("the table holds at least sixty sentences, none twice", () => {
	expect(new Set(SENTENCES.map(({ text }) => text)).size).toBe(SENTENCES.length);
	expect(SENTENCES.length).toBeGreaterThanOrEqual(60);
});
