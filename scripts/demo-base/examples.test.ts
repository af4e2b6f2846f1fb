import { expect, test } from "vitest";
import { fileSource } from "#app/domain/match/file-source.ts";
import { matchNeed } from "#app/domain/match/match.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import { findExampleNeed, listExampleNeeds } from "#app/domain/need-form/examples.ts";
import { packagedReference } from "#db/reference.server.ts";
import { demoCommunes } from "#scripts/commands/demo.ts";
import { DEMO_DAY } from "./facts.ts";
import { generateDemoBase } from "./generate.ts";

const reference = packagedReference();
const { taxonomy, places, criteria } = reference;
const suppliers = generateDemoBase({
	communes: demoCommunes(reference),
	taxonomy: reference.taxonomy,
	criteriaFor: (segment) => reference.criteria.ofSegment(segment),
});
const source = fileSource(suppliers, reference.places);

for (const { code, label } of listExampleNeeds()) {
	test(`example “${label}”: many in theory, few as it stands, and conditions that bring some back`, () => {
		const need = findExampleNeed(code, DEMO_DAY);
		if (need === null) throw new Error(code);
		const prepared = prepareNeed(need, { today: DEMO_DAY, taxonomy, places, criteria });
		const answer = matchNeed(prepared, source, { viewer: "identified" });
		expect(answer.theoretical).toBeGreaterThanOrEqual(10);
		expect(answer.real).toBeGreaterThan(0);
		expect(answer.real).toBeLessThan(answer.theoretical / 2);
		expect(answer.possible).toBeGreaterThan(0);
		const alone = answer.waterfall.filter(({ removedAlone }) => removedAlone > 0);
		expect(alone.filter(({ check }) => check !== "area").length).toBeGreaterThanOrEqual(2);
		const theoretical = new Set(answer.suppliers.slice(0, answer.theoretical).map(({ id }) => id));
		const open = suppliers.filter(
			({ id, consortium }) => theoretical.has(id) && ["member", "lead"].includes(consortium ?? ""),
		);
		expect(open.length).toBeGreaterThan(0);
	});
}
