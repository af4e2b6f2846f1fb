import { expect, test } from "./fixtures.ts";

test.use({ content: "demo" });

test("towns of the same name are proposed with their département and chosen by keyboard", async ({
	page,
	judge,
}) => {
	await page.goto("/fournisseurs");
	await page.locator("summary", { hasText: "Lieu" }).click();
	const field = page.getByRole("combobox", { name: "Installées autour de" });
	await field.pressSequentially("saint-den");
	const list = page.getByRole("listbox");
	await expect(list.getByRole("option").nth(1)).toHaveText("Saint-Denis (93)");
	await expect(field).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("option", { selected: true })).toHaveText("Saint-Denis (93)");
	await judge();

	// The first Escape closes the proposals, not the menu, and keeps what was typed.
	await page.keyboard.press("Escape");
	await expect(list).toBeHidden();
	await expect(field).toBeFocused();
	await expect(field).toHaveValue("saint-den");

	await page.keyboard.press("i");
	await expect(list).toBeVisible();
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("ArrowUp");
	const last = await page.getByRole("option", { selected: true }).textContent();
	await page.keyboard.press("Enter");
	await expect(field).toHaveValue(last ?? "");
	await expect(list).toBeHidden();
	await field.fill("Saint-Denis (93)");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/near=93066/);
});

test("trades are proposed with the word that led there, and one press takes it", async ({
	page,
	judge,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto("/besoins/nouveau");
	const field = page.getByRole("combobox", { name: "Votre besoin en quelques mots" });
	await field.pressSequentially("menage");
	const proposal = page.getByRole("option", { name: /^Nettoyage de locaux par «\sménage/ });
	await expect(proposal).toBeVisible();
	await expect(page.getByText(/propositions?, flèche vers le bas/)).toBeAttached();
	await judge();
	await proposal.click();
	await expect(field).toHaveValue("Nettoyage de locaux");
	await expect(page.getByRole("option")).toHaveCount(0);
	await page.getByRole("button", { name: "Chercher le métier" }).click();
	await page.getByRole("button", { name: "Choisir Nettoyage de locaux" }).click();
	await expect(page).toHaveURL(/\/decrire\/ou/);

	await page.goto(`${page.url()}?par=territoire`);
	const zone = page.getByRole("combobox", { name: /^Commune, intercommunalité/ });
	await zone.pressSequentially("morbih");
	await page.getByRole("option", { name: "Morbihan (56) — département" }).click();
	await page.getByRole("button", { name: "Continuer" }).click();
	await expect(page).toHaveURL(/\/decrire\/(?!ou)/);
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("the same field takes what is typed", async ({ page }) => {
		await page.goto("/segments");
		await page.getByLabel("Un métier, un produit ou un code CPV").fill("ménage");
		await page.getByRole("button", { name: "Chercher" }).click();
		await expect(page.getByRole("link", { name: /^Nettoyage de locaux/ })).toBeVisible();
		await expect(page.getByRole("combobox")).toHaveCount(0);
	});
});
