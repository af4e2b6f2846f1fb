import { EACH_SIZE_AND_THEME, expect, test } from "./fixtures.ts";

test.use({ content: "demo" });

const SENTENCE =
	"Nettoyage de 2 écoles à Vannes, 5 jours par semaine avant 8 h, environ 48 000 € HT par an, hors vitrerie, xylofrage";

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
		test.use({ javaScriptEnabled });

		test("a sentence becomes a draft, with what was kept and corrected", async ({ page }) => {
			await page.goto("/besoins/nouveau");
			await page.getByLabel("Décrivez votre besoin en une phrase").fill(SENTENCE);
			await page.getByRole("button", { name: "Lire cette phrase" }).click();

			await expect(page.getByRole("heading", { level: 1 })).toContainText("éléments compris");
			await expect(page.locator("mark", { hasText: "avant 8 h" })).toContainText("Horaires");
			await expect(page.getByText("xylofrage").first()).toContainText("non compris");
			await page.getByLabel("Corriger : Horaires").fill("6h30-8h30");
			await page.getByRole("checkbox", { name: /Montant annuel/ }).uncheck();
			await page.getByRole("checkbox", { name: /Nombre de sites/ }).uncheck();
			await page.getByRole("button", { name: "Continuer avec ce besoin" }).click();

			await expect(page).toHaveURL(/\/besoins\/[^/]+\/decrire\/relecture/);
			const main = page.getByRole("main");
			await expect(main).toContainText("Nettoyage de locaux");
			await expect(main).toContainText(/6\sh\s30/);
			await expect(main).not.toContainText(/48\s000/);
			await page.getByRole("link", { name: "Modifier Lieux" }).click();
			await expect(main).toContainText("Vannes (56)");
		});

		test("what reads two ways is asked, and the answer stands in the need", async ({ page }) => {
			await page.goto("/besoins/lire");
			await page
				.getByLabel("Décrivez votre besoin en une phrase")
				.fill("Nettoyage à Saint-Denis, 23 000 € TTC");
			await page.getByRole("button", { name: "Lire cette phrase" }).click();
			await page.getByLabel("Saint-Denis (93)").check();
			await page.getByLabel(/montant TTC/).fill("19 000");
			await page.getByRole("button", { name: "Continuer avec ce besoin" }).click();
			await expect(page).toHaveURL(/\/decrire\/relecture/);
			await expect(page.getByRole("main")).toContainText(/19\s000/);
			await page.getByRole("link", { name: "Modifier Lieux" }).click();
			await expect(page.getByRole("main")).toContainText("Saint-Denis (93)");
		});

		test("the question of the opening page takes a sentence", async ({ page }) => {
			await page.goto("/");
			await page.getByLabel("Votre besoin, en quelques mots").fill("nettoyage 3 fois par semaine");
			await page.getByLabel(/Le lieu/).fill("Vannes");
			await page.getByRole("button", { name: "Voir les structures" }).click();
			await expect(page).toHaveURL(/\/besoins\/lire\?texte=/);
			await expect(page.getByLabel("Corriger : Jours par semaine")).toHaveValue("3");
		});

		test("a text that says nothing is kept, and what one can do is said", async ({ page }) => {
			await page.goto("/besoins/lire");
			await page.getByLabel("Décrivez votre besoin en une phrase").fill("xylofrage");
			await page.getByRole("button", { name: "Lire cette phrase" }).click();
			await expect(page.getByRole("heading", { name: "Rien n’a été compris" })).toBeVisible();
			await expect(page.getByLabel("Décrivez votre besoin en une phrase")).toHaveValue("xylofrage");
		});
	});
}

test("conditions without a trade wait for one to be chosen", async ({ page }) => {
	await page.goto(
		`/besoins/lire?${new URLSearchParams({ texte: "5 jours par semaine à Vannes" })}`,
	);
	await page
		.getByLabel("Corriger : Segment d’achat")
		.selectOption({ label: "Nettoyage de locaux" });
	await page.getByRole("button", { name: "Continuer avec ce besoin" }).click();
	await expect(page).toHaveURL(/\/decrire\/relecture/);
	await expect(page.getByRole("main")).toContainText("Nettoyage de locaux");
	await expect(page.getByRole("main")).toContainText("5 jours");
});

for (const { name, viewport, colorScheme } of EACH_SIZE_AND_THEME) {
	test.describe(name, () => {
		test.use({ viewport, colorScheme });

		test("the pages of a sentence pass axe and fit the screen", async ({ visit, page, judge }) => {
			await visit("/besoins/lire");
			const texte = `${SENTENCE}, et entretien des espaces verts à Saint-Denis, 200 chaises de réemploi, horaires décalés`;
			await visit(`/besoins/lire?${new URLSearchParams({ texte })}`);
			await page.getByText("Modifier le texte").click();
			await judge();
			await visit(`/besoins/lire?${new URLSearchParams({ texte: "xylofrage" })}`);
		});
	});
}
