import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { foldedTitle, isHeldBack } from "./held-back.ts";

test("a title is held back when the hash of its folded text starts with a byte below 77", () => {
	const titles = Array.from({ length: 400 }, (_, i) => `Nettoyage de l’école nº ${i}`);
	for (const title of titles) {
		const folded = title.replaceAll("é", "e").replace("N", "n");
		const hash = createHash("sha256").update(folded).digest("hex");
		expect(isHeldBack(title)).toBe(Number.parseInt(hash.slice(0, 2), 16) < 77);
	}
	const share = titles.filter(isHeldBack).length / titles.length;
	expect(share).toBeGreaterThan(0.2);
	expect(share).toBeLessThan(0.4);
});

test("capitals and accents do not move a title, apostrophes and ligatures stay", () => {
	expect(foldedTitle("ÉLAGAGE à l’Œuvre")).toBe("elagage a l’œuvre");
	expect(isHeldBack("ÉLAGAGE")).toBe(isHeldBack("elagage"));
});
