import { expect, test } from "./fixtures.ts";

for (const [name, size] of Object.entries({
	desktop: { width: 1280, height: 800 },
	phone: { width: 390, height: 844 },
})) {
	for (const colorScheme of ["light", "dark"] as const) {
		test.describe(`${name}, ${colorScheme}`, () => {
			test.use({ viewport: size, colorScheme });

			test("every component passes axe and fits the screen", async ({ page, visit }) => {
				await visit("/style");
				await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			});

			test("an unknown address gives a page that helps", async ({ page, visit, complaints }) => {
				await visit("/n-existe-pas");
				await expect(page.getByRole("heading", { name: "Cette page n’existe pas" })).toBeVisible();
				await expect(page.getByRole("searchbox")).toBeVisible();
				// The browser notes the 404 itself.
				expect(complaints.splice(0)).toHaveLength(1);
			});
		});
	}
}

test("the keyboard reaches the content first", async ({ page, complaints }) => {
	await page.goto("/n-existe-pas");
	complaints.splice(0);
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.locator("main")).toBeFocused();
});

test("the summary of errors leads to the fields", async ({ page }) => {
	await page.goto("/style");
	await page.getByRole("alert").getByRole("link", { name: /rayon/ }).click();
	await expect(page.getByRole("textbox", { name: "Rayon" })).toBeFocused();
});

test("keys pressed while the page wakes up do no harm", async ({ page }) => {
	// More presses than anyone could make, so that one falls in every instant of the start.
	await page.addInitScript(() => {
		const { port1, port2 } = new MessageChannel();
		const end = Date.now() + 2_000;
		port1.onmessage = () => {
			document.body?.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
			document.querySelector<HTMLElement>(".skip-link")?.focus();
			if (Date.now() < end) port2.postMessage(null);
		};
		port2.postMessage(null);
	});
	await page.goto("/style");
	await page.waitForTimeout(2_500);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
