import { chromium, type Page } from "@playwright/test";
import { percentile } from "./open-loop.ts";
import { beginExample, SITE, withSite } from "./site.ts";

/** From a gesture in the what-if panel to its new numbers, in Chromium. Needs a build and a demo base: `npm run demo` makes both. */

const [DATA_DIR = "data/demo", CHROMIUM = "/usr/bin/chromium"] = process.argv.slice(2);
const EXAMPLE = "nettoyage-morbihan";
const ROUNDS = 10;
const REGIMES = ["joint", "non", "prison"];

async function main(): Promise<void> {
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
	try {
		const { path, cookie } = await beginExample(EXAMPLE);
		const context = await browser.newContext({ locale: "fr-FR" });
		const [name = "", value = ""] = cookie.split("=", 2);
		await context.addCookies([{ name, value, url: SITE }]);
		const page = await context.newPage();
		const waits: number[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			// A page that has its numbers does not ask for them again.
			await page.goto(SITE + path, { waitUntil: "networkidle" });
			for (const regime of REGIMES) waits.push(await gesture(page, regime));
		}
		report(Float64Array.from(waits).sort());
	} finally {
		await browser.close();
	}
}

/** @returns milliseconds from the choice to the frame that shows its numbers */
function gesture(page: Page, regime: string): Promise<number> {
	return page.evaluate(async (value) => {
		const status = document.querySelector(".outcome [role=status]");
		const select = document.querySelector<HTMLSelectElement>("select[name=reservation]");
		const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set;
		if (!status || !select) throw new Error("the panel is not there");
		const start = performance.now();
		const done = new Promise<number>((resolve, reject) => {
			setTimeout(() => reject(new Error(`no numbers for ${value}`)), 10_000);
			const watcher = new MutationObserver(() => {
				if (status.getAttribute("aria-busy") === "true") return;
				watcher.disconnect();
				requestAnimationFrame(() => resolve(performance.now() - start));
			});
			watcher.observe(status, { attributes: true });
		});
		set?.call(select, value);
		select.dispatchEvent(new Event("change", { bubbles: true }));
		return done;
	}, regime);
}

function report(waits: Float64Array): void {
	const [p50, p95, worst] = [0.5, 0.95, 1].map((share) => percentile(waits, share).toFixed(0));
	process.stdout.write(
		`${"a regime chosen in the panel".padEnd(60)} p50 ${p50} ms  p95 ${p95} ms  worst ${worst} ms  of ${waits.length}\n`,
	);
}

withSite(DATA_DIR, main).catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
