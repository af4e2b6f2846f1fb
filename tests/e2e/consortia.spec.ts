import { expect, test } from "./fixtures.ts";

test.use({ content: "demo" });

const GROUPS = /groupements?( |$)/i;

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
		test.use({ javaScriptEnabled });

		test("groups are allowed in one gesture, then shown or explained", async ({ page, judge }) => {
			await page.goto("/besoins/nouveau");
			await page.getByRole("button", { name: /Essayer Quatre flux/ }).click();
			await expect(
				page.getByRole("heading", { name: "Votre besoin n’autorise pas les groupements" }),
			).toBeVisible();
			await page.getByRole("button", { name: "Autoriser les groupements" }).click();
			await expect(page).toHaveURL(/\/besoins\/[0-9a-f]{32}/);
			const section = page.locator("section", { has: page.locator("#groupements") });
			await expect(section.getByRole("heading", { level: 2 })).toContainText(GROUPS);
			await expect(page.getByRole("button", { name: "Autoriser les groupements" })).toHaveCount(0);
			await expect(section.locator("p").first()).not.toBeEmpty();
			if (javaScriptEnabled) await judge();
		});
	});
}

for (const { name, viewport, colorScheme } of [
	{ name: "desktop, dark", viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
	{ name: "phone, light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
] as const) {
	test.describe(name, () => {
		test.use({ viewport, colorScheme });

		test("a structure's page says with whom it could complete its offer", async ({
			page,
			visit,
		}) => {
			await page.goto("/fournisseurs?segment=nettoyage-locaux");
			const first = page.locator("article a[href^='/fournisseurs/']").first();
			await visit((await first.getAttribute("href")) ?? "");
			const section = page.locator("section", { has: page.locator("#completer") });
			await expect(section.getByRole("heading")).toHaveText("Avec qui compléter son offre");
			expect(await section.getByRole("listitem").count()).toBeLessThanOrEqual(12);
		});
	});
}
