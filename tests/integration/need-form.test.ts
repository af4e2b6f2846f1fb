import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Need, needSchema } from "#app/domain/need.ts";
import { createCommuneLookup } from "#app/domain/need-form/commune-lookup.ts";
import { findExampleNeed, listExampleNeeds } from "#app/domain/need-form/examples.ts";
import { emptySite } from "#app/domain/need-form/form-state.ts";
import { toForm } from "#app/domain/need-form/from-need.ts";
import { resolveSite } from "#app/domain/need-form/places.ts";
import { readForm } from "#app/domain/need-form/to-need.ts";
import { packagedReference } from "#db/reference.server.ts";

const { taxonomy, places, placeSearch, criteria } = packagedReference();
const finder = createCommuneLookup(places, placeSearch);

function roundTrip(need: Need) {
	const form = toForm(need, (code) => places.commune(code)?.name ?? null);
	return readForm(form, { taxonomy, places, finder });
}

test.each(listExampleNeeds().map(({ code }) => code))("the example %s is read whole", (code) => {
	const need = findExampleNeed(code, "2026-11-21");
	if (need === null) throw new Error("no such example");
	const { need: back, problems } = roundTrip(need);
	expect(problems).toEqual([]);
	expect(back).toEqual(need);
	const asked = need.services.flatMap(({ certificates, capabilities }) => [
		...(certificates ?? []),
		...(capabilities ?? []),
	]);
	expect(asked.filter((one) => criteria.criterionOf(one) === undefined)).toEqual([]);
});

const SCENARIOS = join(import.meta.dirname, "../../../shared/scenarios");
const FILES = ["01-nettoyage-morbihan", "02-dechets-hopital", "03-mobilier-totem"];

// The scenarios stand beside the project, not in it.
test.skipIf(!existsSync(SCENARIOS)).each(FILES)(
	"the need of scenario %s comes back as it was (skipped without ../shared/scenarios)",
	(file) => {
		const scenario = JSON.parse(readFileSync(join(SCENARIOS, `${file}.json`), "utf8"));
		const need = needSchema.parse(scenario.need);
		expect(said(roundTrip(need).need)).toEqual(said(need));
	},
);

/** A need without what says nothing: nulls, empty groups, and the order of its cells. */
function said(need: Need | null): unknown {
	const bare = JSON.parse(
		JSON.stringify(need, (key, value) =>
			value === null || (/^keep/.test(key) && value.length === 0) ? undefined : value,
		),
	);
	return {
		...bare,
		cells: bare.cells.sort((a: { site: string; service: string }, b: typeof a) =>
			`${a.service}/${a.site}` < `${b.service}/${b.site}` ? -1 : 1,
		),
	};
}

test.each([
	["Saint Denis (93)", "93066"],
	["56250 Elven", "56053"],
	["st brieuc", "22278"],
	["Le Mans", "72181"],
	["Paris 12", "75056"],
])("%s is found among the communes of France", (place, code) => {
	expect(resolveSite({ ...emptySite("x"), place }, finder)).toMatchObject({
		kind: "found",
		commune: { code },
	});
});

test("a mistyped name proposes the nearest ones", () => {
	const answer = resolveSite({ ...emptySite("x"), place: "Ploermell" }, finder);
	expect(answer.kind === "none" && answer.communes[0]?.name).toBe("Ploërmel");
});
