import { expect, test } from "vitest";
import { makeNeed } from "#tests/factories/match.ts";
import { mergePatch } from "#tests/factories/merge-patch.ts";
import { parseNeed } from "../validation.ts";
import { applyChanges } from "./apply.ts";
import { needPatch } from "./patch.ts";

test("a patch that takes the distance away leaves none behind, since tools merge objects", () => {
	const need = makeNeed({ location: { rule: "sits-within", km: 5 } });
	const change = { check: "near", service: null, cell: null, from: 5, to: null } as const;
	const patch = needPatch(need, applyChanges(need, [change]));
	expect(patch).toEqual({ location: { rule: "serves", km: null } });
	const patched = parseNeed(mergePatch(JSON.parse(JSON.stringify(need)), patch));
	expect(patched.location).toEqual({ rule: "serves" });
});
