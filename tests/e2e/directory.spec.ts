import { expect, test } from "./fixtures.ts";

test.use({ content: "demo" });

const PAGES = [
	"/",
	"/fournisseurs",
	"/fournisseurs?q=nettoyage&near=56260",
	"/fournisseurs/demo-0003",
	"/segments",
	"/segments?q=peinture",
	"/segments/nettoyage-locaux",
	"/aide",
	"/aide/cress",
	"/aide/structures",
	"/aide/glossaire",
];

for (const [name, viewport] of Object.entries({
	desktop: { width: 1280, height: 900 },
	phone: { width: 390, height: 844 },
})) {
	for (const colorScheme of ["light", "dark"] as const) {
		test.describe(`${name}, ${colorScheme}`, () => {
			test.use({ viewport, colorScheme });

			for (const path of PAGES) {
				test(`${path} passes axe and fits the screen`, async ({ page, visit }) => {
					await visit(path);
					await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
				});
			}
		});
	}
}

test("the question of the opening page leads to the list around the place", async ({ page }) => {
	await page.goto("/");
	await page.getByRole("searchbox", { name: "Votre besoin" }).fill("nettoyage");
	await page.getByLabel("Le lieu").fill("Vannes");
	await page.getByRole("button", { name: "Voir les structures" }).click();
	await expect(page).toHaveURL("/fournisseurs?q=nettoyage&near=56260");
	await expect(page.getByRole("heading", { level: 1 })).toContainText("à 30 km au plus de Vannes");
	await expect(page.getByRole("link", { name: /Retirer le filtre À 30/ })).toBeVisible();
});

test("a place that several bear is asked again, and what was typed is kept", async ({
	page,
	judge,
	complaints,
}) => {
	await page.goto("/?q=traiteur&lieu=Saint-Denis");
	await expect(page.getByText("Plusieurs lieux répondent")).toBeVisible();
	await expect(page.getByRole("searchbox", { name: "Votre besoin" })).toHaveValue("traiteur");
	await judge();
	await page.getByRole("link", { name: /Saint-Denis \(93\)/ }).click();
	await expect(page).toHaveURL(/near=93066/);
	expect(complaints.splice(0)).toHaveLength(1);
});

test("filters narrow the list, their chips widen it again", async ({ page, judge }) => {
	await page.goto("/fournisseurs");
	const title = page.getByRole("heading", { level: 1 });
	const whole = await title.textContent();
	await page.getByText("Segment d’achat", { exact: true }).click();
	await judge();
	await page.getByRole("link", { name: /^Propreté et hygiène/ }).click();
	await expect(page).toHaveURL("/fournisseurs?segment=proprete");
	// The menu stays open on the segments of the family.
	await page.getByRole("checkbox", { name: /^Nettoyage de locaux/ }).check();
	await page.locator("details[open]").getByRole("button", { name: "Voir les structures" }).click();
	await expect(page).toHaveURL("/fournisseurs?segment=nettoyage-locaux");
	await expect(title).toContainText("Nettoyage de locaux");
	await page.getByRole("link", { name: "Retirer le filtre Nettoyage de locaux" }).click();
	await expect(title).toHaveText(whole ?? "");
});

test("a menu of filters closes with Escape and gives the focus back", async ({ page }) => {
	await page.goto("/fournisseurs");
	const menu = page.locator("summary", { hasText: "Type de structure" });
	await menu.focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("checkbox", { name: /^ESAT/ })).toBeVisible();
	await page.keyboard.press("Tab");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("checkbox", { name: /^ESAT/ })).toBeHidden();
	await expect(menu).toBeFocused();
});

test("two questions of place are two filters", async ({ page }) => {
	const title = page.getByRole("heading", { level: 1 });
	await page.goto("/fournisseurs?near=56260&km=10");
	await expect(title).toContainText("à 10 km au plus de Vannes");
	await page.goto("/fournisseurs?serves=56260");
	await expect(title).toContainText("desservant Vannes");
});

test("words with a slip are read as the closest ones, and it is said", async ({ page, judge }) => {
	await page.goto("/fournisseurs?q=netoyage+de+vitrres");
	await expect(page.getByText(/voici les résultats pour/).first()).toBeVisible();
	await judge();
});

test("an empty list says which filter to lift and what it would give", async ({ page, judge }) => {
	await page.goto("/fournisseurs?q=nettoyage&kind=SEP");
	await expect(page.getByRole("heading", { name: /^Aucune structure ne répond/ })).toBeVisible();
	await judge();
	await page.getByRole("link", { name: "sans le filtre « SEP »" }).click();
	await expect(page).toHaveURL("/fournisseurs?q=nettoyage");
	await expect(page.locator("article").first()).toBeVisible();
});

test("an unknown filter is refused by name, with a way on", async ({ page, judge, complaints }) => {
	const response = await page.goto("/fournisseurs?couleur=vert&q=nettoyage");
	expect(response?.status()).toBe(400);
	await expect(page.getByText(/Le filtre «\scouleur\s» n’existe pas/)).toBeVisible();
	await judge();
	await page.getByRole("link", { name: /^Voir la liste sans ce filtre/ }).click();
	await expect(page).toHaveURL("/fournisseurs?q=nettoyage");
	expect(complaints.splice(0)).toHaveLength(1);
});

test("the pages of a list hold different structures", async ({ page }) => {
	await page.goto("/fournisseurs");
	const first = await page.locator("article h3").allTextContents();
	await page.getByRole("link", { name: "Page 2" }).click();
	await expect(page).toHaveURL("/fournisseurs?page=2");
	await expect(page.locator("article h3").first()).not.toHaveText(first[0] ?? "");
});

test("the list is downloaded with its filters", async ({ page }) => {
	await page.goto("/fournisseurs?segment=nettoyage-locaux");
	await page.getByText("Télécharger cette liste").click();
	const download = page.waitForEvent("download");
	await page.getByRole("link", { name: "CSV" }).click();
	expect((await download).url()).toContain(
		"/api/v1/exports/suppliers.csv?segment=nettoyage-locaux",
	);
});

test("the map moves with the keyboard, and its dots lead to the sheets", async ({
	page,
	judge,
}) => {
	await page.goto("/fournisseurs?near=56260&km=15");
	const map = page.getByRole("region", { name: /^Carte de la liste/ });
	await expect(map).toBeVisible();
	await judge();
	const dots = map.locator(".map-pin");
	await expect(dots.first()).toBeVisible();
	await map.focus();
	await page.keyboard.press("+");
	await page.keyboard.press("ArrowLeft");
	await page.waitForTimeout(600);
	const dot = map.locator(".map-pin--dot").first();
	await dot.focus();
	await page.keyboard.press("Enter");
	const popup = map.locator(".leaflet-popup a[href^='/fournisseurs/']");
	await expect(popup).toBeVisible();
	await judge();
});

test("a sheet says what is known, what is not, and by which article", async ({ page, judge }) => {
	await page.goto("/fournisseurs/demo-0003");
	await expect(page.getByRole("heading", { name: "Ce qu’elle fait" })).toBeVisible();
	await page.getByText("Ce qu’on ne sait pas encore").first().click();
	await page.getByRole("button", { name: "Déplacer la carte" }).click();
	await expect(page.getByRole("region", { name: /^Carte/ })).toBeVisible();
	await judge();
	await page.getByRole("link", { name: /^article L2113-13/ }).click();
	await expect(page).toHaveURL(/\/sources#res\.insertion$/);
});

test("a wrong SIRET is told apart from an unknown one", async ({ page, judge, complaints }) => {
	expect((await page.goto("/fournisseurs/12345678901234"))?.status()).toBe(400);
	await expect(page.getByText(/sa clé de contrôle ne correspond pas/)).toBeVisible();
	await judge();
	expect((await page.goto("/fournisseurs/73282932000074"))?.status()).toBe(404);
	await judge();
	expect(complaints.splice(0)).toHaveLength(2);
});

test("a structure finds its sheet by its SIRET", async ({ page, judge }) => {
	await page.goto("/aide/structures");
	await page.getByLabel("Le SIRET de l’établissement").fill("732 829 320 00074");
	await page.getByRole("button", { name: "Voir la fiche" }).click();
	await expect(page.getByText(/n’est pas dans la base/)).toBeVisible();
	await judge();
	await page.getByLabel("Le SIRET de l’établissement").fill("00000003400017");
	await page.getByRole("button", { name: "Voir la fiche" }).click();
	await expect(page).toHaveURL("/fournisseurs/00000003400017");
});

test("a segment is found by its words and by its CPV code", async ({ page }) => {
	await page.goto("/segments");
	await page.getByLabel("Un métier, un produit ou un code CPV").fill("laveur de vitres");
	await page.getByRole("button", { name: "Chercher" }).click();
	await expect(page.getByRole("link", { name: /^Nettoyage de vitres/ })).toBeVisible();
	await page.getByLabel("Un métier, un produit ou un code CPV").fill("90911300");
	await page.getByRole("button", { name: "Chercher" }).click();
	await page.getByRole("link", { name: /^Nettoyage de vitres/ }).click();
	await expect(page).toHaveURL("/segments/vitrerie-nettoyage");
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("the list is searched, filtered and read, its map drawn", async ({ page }) => {
		await page.goto("/");
		await page.getByRole("searchbox", { name: "Votre besoin" }).fill("traiteur");
		await page.getByLabel("Le lieu").fill("Bretagne");
		await page.getByRole("button", { name: "Voir les structures" }).click();
		await expect(page).toHaveURL("/fournisseurs?q=traiteur&zone=region%3A53");
		await page.getByText("Lieu", { exact: true }).click();
		await page.getByLabel("Installées autour de").fill("Rennes");
		await page
			.locator("details[open]")
			.getByRole("button", { name: "Voir les structures" })
			.click();
		await expect(page).toHaveURL(/near=35238/);
		await expect(page.getByRole("img", { name: /^Carte de la liste/ })).toBeVisible();
		await expect(page.getByRole("button", { name: "Déplacer la carte" })).toHaveCount(0);
		await page.locator("article h3 a").first().click();
		await expect(page).toHaveURL(/\/fournisseurs\/demo-/);
	});
});
