import type { Page } from "@playwright/test";
import { EACH_SIZE_AND_THEME, expect, test } from "./fixtures.ts";

test.use({ content: "demo" });

const TABLE = [
	"Site\tCommune\tSurface (m²)\tNb jours\tHoraires\tBudget HT",
	"Mairie\tVannes\t900 m²/semaine\t5\t6h-8h\t18 000 €",
	"École\tSaint-Denis\t600 m²/semaine\t3\tavant 8h\t12k€",
].join("\n");

/** Takes the first trade found for some words, and lands on the places. */
async function takeTrade(page: Page, words: string): Promise<string> {
	await page.goto("/besoins/nouveau");
	await page.getByLabel("Votre besoin en quelques mots").fill(words);
	await page.getByRole("button", { name: "Chercher le métier" }).click();
	await page.getByRole("button", { name: "Choisir Nettoyage de locaux" }).click();
	await expect(page).toHaveURL(/\/decrire\/ou/);
	return new URL(page.url()).pathname.split("/")[2] ?? "";
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
		test.use({ javaScriptEnabled });

		test("a table of sites becomes a need, then an answer", async ({ page, judge }) => {
			const id = await takeTrade(page, "ménage");
			await page.getByLabel("Collez votre tableau").fill(TABLE);
			await page.getByRole("button", { name: "Continuer" }).click();

			await expect(page.getByRole("heading", { level: 1 })).toContainText("2 sites");
			await expect(page.getByText(/Saint-Denis.*désigne 4 communes/).first()).toBeVisible();
			if (javaScriptEnabled) await judge();
			await page
				.getByLabel("Commune de École")
				.selectOption({ label: "Saint-Denis (93), 93200, 93210" });
			await page.getByRole("button", { name: "Choisir", exact: true }).click();
			await expect(page.getByRole("alert")).toHaveCount(0);

			await page.getByRole("button", { name: "Continuer" }).click();
			await expect(
				page.getByRole("heading", { name: "Quels jours, à quelles heures ?" }),
			).toBeVisible();
			await page.getByRole("button", { name: "Je ne sais pas, passer" }).click();
			await expect(
				page.getByRole("heading", { name: "Combien, et pour quel montant ?" }),
			).toBeVisible();
			await page.getByRole("button", { name: "Voir la réponse" }).click();

			await expect(page).toHaveURL(`/besoins/${id}`);
			await expect(page.getByRole("heading", { level: 1 })).toContainText("en théorie");
			await expect(page.getByRole("table").first()).toContainText("Restent");
		});

		test("what cannot be read comes back with its error, as it was typed", async ({ page }) => {
			const id = await takeTrade(page, "ménage");
			await page.goto(`/besoins/${id}/decrire/rythme`);
			await page.getByLabel("Jours par semaine").fill("souvent");
			await page.getByRole("button", { name: "Continuer" }).click();
			await expect(page.getByRole("alert").getByRole("link", { name: /souvent/ })).toBeVisible();
			await expect(page.getByLabel("Jours par semaine")).toHaveValue("souvent");
			await page.getByLabel("Jours par semaine").fill("3,5");
			await page.getByRole("button", { name: "Continuer" }).click();
			await expect(page).toHaveURL(/\/decrire\/volume/);
		});
	});
}

for (const { name, viewport, colorScheme } of EACH_SIZE_AND_THEME) {
	test.describe(name, () => {
		test.use({ viewport, colorScheme });

		test("every screen of a need passes axe and fits the screen", async ({
			page,
			visit,
			judge,
		}) => {
			test.slow();
			await visit("/besoins/nouveau?q=menage");
			await page.goto("/besoins/nouveau");
			await page.getByRole("button", { name: /Essayer Quatre flux/ }).click();
			await expect(page).toHaveURL(/\/besoins\/[0-9a-f]{32}$/);
			await expect(page.getByRole("heading", { level: 1 })).toContainText("en théorie");
			await judge();
			const answer = new URL(page.url()).pathname;
			for (const screen of [
				"quoi",
				"ou",
				"ou?par=tableau",
				"ou?par=site",
				"ou?par=territoire",
				"rythme",
				"volume",
				"exigences",
				"sites",
				"case?case=papiers/hopital-sud",
				"reservation",
				"cadre",
				"relecture",
			]) {
				await visit(`${answer}/decrire/${screen}`);
			}
			await visit(`${answer}/partage`);
			await visit("/besoins");
		});
	});
}

test("choosing a condition shows whom it removes, and a case who can take it", async ({ page }) => {
	await page.goto("/besoins/nouveau");
	await page.getByRole("button", { name: /Essayer Ménage de huit sites/ }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText("en théorie");
	const line = page.getByRole("row", { name: /Marché réservé/ });
	const removed = (await line.getByRole("link", { name: /voir lesquelles/ }).innerText()).match(
		/\d+/,
	)?.[0];
	await line.getByRole("link", { name: /voir lesquelles/ }).click();
	await expect(page).toHaveURL(/retire=reservation/);
	await expect(
		page.getByRole("heading", {
			name: new RegExp(`^${removed}\\sstructures? écartées? par la réservation`),
		}),
	).toBeVisible();
	await page.getByRole("link", { name: "Revenir à toute la liste" }).click();
	await expect(page).not.toHaveURL(/retire=/);
	const site = page.getByRole("row", { name: /Archives départementales/ });
	await site.getByRole("link", { name: /en théorie/ }).click();
	await expect(page).toHaveURL(/case=menage/);
	await expect(page.getByRole("heading", { name: /^Archives départementales/ })).toBeVisible();
});

test("a shared need is read elsewhere, until it is closed", async ({ page, browser, baseURL }) => {
	await page.goto("/besoins/nouveau");
	await page.getByRole("button", { name: /Essayer Buffets/ }).click();
	await page.getByRole("link", { name: "Partager" }).click();
	await page.getByRole("button", { name: "Créer un lien" }).click();
	const link = new URL(await page.getByLabel(/Copiez-le maintenant/).inputValue());
	const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
	const reader = await other.newPage();
	await reader.goto(link.pathname);
	await expect(reader.getByText("Ce besoin vous a été partagé")).toBeVisible();
	await expect(reader.getByRole("link", { name: "Modifier le besoin" })).toHaveCount(0);
	await page.getByRole("button", { name: /Fermer ce lien/ }).click();
	await expect(page.getByText("Le lien est fermé")).toBeVisible();
	expect((await reader.goto(link.pathname))?.status()).toBe(410);
	await other.close();
});

test("a need is private to the browser that described it", async ({ page, browser, baseURL }) => {
	await page.goto("/besoins/nouveau");
	await page.getByRole("button", { name: /Essayer Buffets/ }).click();
	await expect(page).toHaveURL(/\/besoins\/[0-9a-f]{32}$/);
	const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
	const reader = await other.newPage();
	expect((await reader.goto(new URL(page.url()).pathname))?.status()).toBe(404);
	await other.close();
});

test("the keyboard alone describes a need", async ({ page }) => {
	await page.goto("/besoins/nouveau?segment=nettoyage-locaux");
	await page.getByRole("button", { name: "Continuer avec ce métier" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByLabel("Collez votre tableau")).toBeVisible();
	await page.getByLabel("Collez votre tableau").focus();
	await page.keyboard.type("Vannes");
	await page.keyboard.press("Tab");
	for (let presses = 0; presses < 8; presses++) {
		const name = await page.evaluate(() => document.activeElement?.textContent ?? "");
		if (name === "Continuer") break;
		await page.keyboard.press("Tab");
	}
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toContainText("1 site");
	await page.getByRole("button", { name: "Voir la réponse" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toContainText("en théorie");
});

test("a file that is no table is refused beside its field", async ({ complaints, page }) => {
	const id = await takeTrade(page, "ménage");
	await page.goto(`/besoins/${id}/decrire/ou?par=tableau`);
	await page.getByText("Ou envoyer un fichier XLSX ou CSV").click();
	await page.getByLabel("Fichier").setInputFiles({
		name: "photo.xlsx",
		mimeType: "application/octet-stream",
		buffer: Buffer.from("PK\u0003\u0004 ceci n’est pas un classeur"),
	});
	await page.getByRole("button", { name: "Continuer" }).click();
	await expect(page.locator(".field__error")).toContainText("photo.xlsx");
	// The browser notes the 400 of the screen that comes back.
	expect(complaints.splice(0)).toHaveLength(1);
	await page.getByLabel("Fichier").setInputFiles({
		name: "sites.csv",
		mimeType: "text/csv",
		buffer: Buffer.from("Site;Commune;Quantité\r\nMairie;Vannes;900\r\n"),
	});
	await page.getByRole("button", { name: "Continuer" }).click();
	await expect(page.getByRole("cell", { name: "Vannes (56)" })).toBeVisible();
});
