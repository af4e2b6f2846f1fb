import type { Page } from "@playwright/test";
import { EACH_SIZE_AND_THEME, expect, test } from "./fixtures.ts";

test.use({ content: "demo" });

/** Opens the answer to an example need, and gives its address. */
async function openExample(page: Page, name: RegExp): Promise<string> {
	await page.goto("/besoins/nouveau");
	await page.getByRole("button", { name }).click();
	await expect(page).toHaveURL(/\/besoins\/[0-9a-f]{32}$/);
	await expect(page.getByRole("heading", { level: 1 })).toContainText("en théorie");
	return new URL(page.url()).pathname;
}

const CLEANING = /Essayer Ménage de huit sites/;

/** The sentence of the panel: who is really there with what is tried. */
function outcome(page: Page) {
	return page.getByRole("region", { name: "L’offre réelle" });
}

/** Unfolds the conditions one can try. */
async function unfoldPanel(page: Page): Promise<void> {
	if (await outcome(page).isVisible()) return;
	await page.getByText("Essayer chaque condition").click();
}

/** How many operators, structures compatible and to confirm the title of an answer says. */
async function organisations(page: Page): Promise<number> {
	const text = await page.locator(".notice", { hasText: "concurrence" }).first().innerText();
	return Number(/^(\d+)/.exec(text)?.[1] ?? 0);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
		test.use({ javaScriptEnabled });

		test("a proposal is applied in one gesture, gives what was predicted, and is taken back", async ({
			page,
		}) => {
			await openExample(page, CLEANING);
			const before = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
			const proposal = page
				.getByRole("listitem")
				.filter({ has: page.getByRole("button", { name: /^Appliquer/ }) })
				.first();
			const predicted = /(\d+)\sopérateurs? indépendants?/.exec(await proposal.innerText())?.[1];
			await proposal.getByRole("button", { name: /^Appliquer/ }).click();

			await expect(page.getByText("Votre besoin a changé")).toBeVisible();
			expect(await organisations(page)).toBe(Number(predicted));
			await page.getByRole("button", { name: /^Annuler/ }).click();
			await expect(page.getByText("Votre besoin a changé")).toHaveCount(0);
			await expect(page.getByRole("heading", { level: 1 })).toHaveText(before);
		});

		test("a condition that is turned says where the need would stand, and can be taken back", async ({
			page,
		}) => {
			const address = await openExample(page, CLEANING);
			const sentence = () => outcome(page).getByText(/il en faut 3/);
			await unfoldPanel(page);
			const before = await sentence().innerText();
			await page.getByLabel("Marché réservé").getByRole("combobox").selectOption("non");
			if (!javaScriptEnabled) {
				await page
					.getByLabel("Marché réservé")
					.getByRole("button", { name: /Voir l’effet/ })
					.click();
				await expect(page).toHaveURL(/\/variantes\?/);
			}
			await expect(sentence()).not.toHaveText(before);
			await expect(outcome(page).getByText("Marché non réservé")).toBeVisible();
			const there = await sentence().innerText();
			await outcome(page).getByRole("link", { name: "Défaire" }).click();
			await expect(sentence()).toHaveText(before);

			await page.goBack();
			if (javaScriptEnabled) await page.goto(address);
			await unfoldPanel(page);
			await page.getByLabel("Marché réservé").getByRole("combobox").selectOption("non");
			if (!javaScriptEnabled) {
				await page
					.getByLabel("Marché réservé")
					.getByRole("button", { name: /Voir l’effet/ })
					.click();
			}
			await expect(sentence()).toHaveText(there);
			await outcome(page).getByRole("button", { name: "Appliquer à mon besoin" }).click();
			await expect(page).toHaveURL(address);
			await expect(page.getByText("Marché non réservé").first()).toBeVisible();
			await unfoldPanel(page);
			await expect(sentence()).toHaveText(there);
		});

		test("two variants stand side by side, with who is in one and not in the other", async ({
			page,
		}) => {
			await openExample(page, CLEANING);
			await page
				.getByRole("link", { name: /^Comparer : Marché/ })
				.first()
				.click();
			await expect(page.getByRole("heading", { level: 1 })).toContainText("variante");
			await expect(page.getByRole("region", { name: "Votre besoin", exact: true })).toContainText(
				"en théorie",
			);
			await expect(page.getByRole("region", { name: "La variante", exact: true })).toContainText(
				"en théorie",
			);
			await expect(page.getByRole("row", { name: /Marché réservé/ }).first()).toBeVisible();
			await expect(
				page
					.getByRole("region", { name: "Seulement dans la variante" })
					.getByRole("listitem")
					.first(),
			).toBeVisible();
			await page.getByRole("link", { name: /Garder cette variante/ }).click();
			await expect(page.getByRole("heading", { level: 1 })).toContainText("Essayer une variante");
		});

		test("what is not known leads to questions, those that settle first, and to a table", async ({
			page,
			request,
		}) => {
			await openExample(page, CLEANING);
			await page.getByRole("link", { name: /les questions à poser/ }).click();
			await expect(page.getByRole("heading", { level: 1 })).toContainText(/questions?/i);
			await expect(page.getByText(/sur \d+ .*demandez-le/).first()).toBeVisible();
			await expect(page.getByLabel("Le message, le même pour toutes")).toHaveValue(/1\. /);
			const href = await page
				.getByRole("link", { name: /Le tableau des questions/ })
				.getAttribute("href");
			const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
			const table = await request.get(href ?? "", { headers: { Cookie: cookie.join("; ") } });
			expect(table.headers()["content-type"]).toContain("text/csv");
			expect(await table.text()).toContain("Suffit à trancher");
		});
	});
}

test("the keyboard alone tries, takes back, tries again and starts over", async ({ page }) => {
	await openExample(page, CLEANING);
	await page.locator("summary", { hasText: "Essayer chaque condition" }).focus();
	await page.keyboard.press("Enter");
	const sentence = outcome(page).getByText(/il en faut 3/);
	const before = await sentence.innerText();
	await page.getByLabel("Marché réservé").getByRole("combobox").focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await expect(outcome(page).getByRole("button", { name: "Appliquer à mon besoin" })).toBeVisible();
	await outcome(page).getByRole("link", { name: "Défaire" }).focus();
	await page.keyboard.press("Enter");
	await expect(sentence).toHaveText(before);
	await expect(outcome(page).getByRole("link", { name: "Défaire" })).toBeFocused();
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await expect(outcome(page).getByRole("button", { name: "Appliquer à mon besoin" })).toBeVisible();
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await expect(sentence).toHaveText(before);
});

test("what is tried on a need is private to its session, and a shared need offers no change", async ({
	page,
	browser,
	baseURL,
}) => {
	const address = await openExample(page, CLEANING);
	await page.goto(`${address}/partage`);
	await page.getByRole("button", { name: "Créer un lien" }).click();
	const link = new URL(await page.getByLabel(/Copiez-le maintenant/).inputValue());
	const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
	const reader = await other.newPage();
	for (const page_ of [
		"/variantes",
		"/variante.json",
		"/reperes.json",
		"/questions",
		"/questions.csv",
	]) {
		expect((await reader.request.get(`${address}${page_}`)).status()).toBe(404);
	}
	const origin = new URL(link).origin;
	const posted = await reader.request.post(`${address}/appliquer`, {
		form: { si: 'reservation~~~"handicap"~null' },
		headers: { Origin: origin },
	});
	expect(posted.status()).not.toBe(200);
	await reader.goto(link.pathname);
	await expect(reader.getByText("Ce besoin vous a été partagé")).toBeVisible();
	await expect(reader.getByRole("button", { name: /Appliquer|Écrire ainsi/ })).toHaveCount(0);
	await expect(reader.locator("#et-si")).toHaveCount(0);
	await other.close();
});

test("an address that is no change is refused by name", async ({ page, complaints }) => {
	const address = await openExample(page, CLEANING);
	const response = await page.goto(`${address}/variantes?si=prix~~~5~3`);
	expect(response?.status()).toBe(400);
	await expect(page.getByText(/prix~~~5~3.*n’est pas un changement/)).toBeVisible();
	complaints.splice(0);
});

for (const { name, viewport, colorScheme } of EACH_SIZE_AND_THEME) {
	test.describe(name, () => {
		test.use({ viewport, colorScheme });

		test("the panel, the comparison and the questions pass axe, all unfolded", async ({
			page,
			judge,
		}) => {
			const address = await openExample(page, CLEANING);
			await unfoldPanel(page);
			await page.getByLabel("Marché réservé").getByRole("combobox").selectOption("non");
			await expect(outcome(page).getByText("Marché non réservé")).toBeVisible();
			await unfold(page);
			await judge();
			await page.goto(
				`${address}/variantes?si=reservation~~~"handicap"~null&si=window~menage~~{"from":"06:00","to":"08:00"}~null`,
			);
			await unfold(page);
			await judge();
			await page.goto(`${address}/questions`);
			await unfold(page);
			await judge();
		});
	});
}

async function unfold(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll("details")) details.open = true;
	});
}
