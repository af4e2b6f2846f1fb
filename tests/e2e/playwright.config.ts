import { defineConfig } from "@playwright/test";

/** Debian's Chromium: nothing is downloaded. */
const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export default defineConfig({
	testDir: ".",
	testMatch: "**/*.spec.ts",
	outputDir: "../../test-results",
	// Two workers for two cores; each starts its own server on its own data.
	workers: 2,
	fullyParallel: false,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		locale: "fr-FR",
		timezoneId: "Europe/Paris",
		viewport: { width: 1280, height: 800 },
		launchOptions: { executablePath, args: ["--no-sandbox"] },
		screenshot: "only-on-failure",
	},
});
