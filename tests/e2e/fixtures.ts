import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { runVivier, startTestServer, type TestServer } from "./server.ts";

interface Fixtures {
	/** Opens an address of the site and judges the page with axe, every rule on. */
	visit: (path: string) => Promise<void>;
	/** Judges the page as it is now: to be called once more when something unfolded. */
	judge: () => Promise<void>;
	/** What the browser complained about; a test that expects a complaint empties it. */
	complaints: string[];
}

interface WorkerFixtures {
	/** The built site on a data folder of its own. */
	server: TestServer;
	/** `demo` fills the base with the fictional suppliers first. */
	content: "empty" | "demo";
}

export const test = base.extend<Fixtures, WorkerFixtures>({
	content: ["empty", { option: true, scope: "worker" }],
	server: [
		async ({ content }, use) => {
			const server = await startTestServer(
				content === "demo"
					? { prepare: async (dataDir) => void (await runVivier(dataDir, ["demo"])) }
					: {},
			);
			await use(server);
			await server.stop();
		},
		{ scope: "worker", timeout: 180_000 },
	],
	baseURL: async ({ server }, use) => use(server.url),
	complaints: [
		async ({ page }, use) => {
			const complaints: string[] = [];
			page.on("pageerror", (error) => complaints.push(String(error)));
			page.on("console", (message) => {
				if (message.type() === "error") complaints.push(message.text());
			});
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true },
	],
	judge: async ({ page }, use) => use(() => judgePage(page)),
	visit: async ({ page, judge }, use) =>
		use(async (path) => {
			await page.goto(path);
			await judge();
		}),
});

export { expect };

/** Axe takes seconds a page: each size once, each theme once; the components are judged in all four at `/style`. */
export const EACH_SIZE_AND_THEME = [
	{ name: "desktop, light", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
	{ name: "phone, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

async function judgePage(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		rule: id,
		help,
		where: nodes.map(
			({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`,
		),
	}));
	expect(found, `axe on ${page.url()}`).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
