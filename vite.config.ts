import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

export default defineConfig({
	plugins: process.env["VITEST"] ? [] : [remix(remixConfig)],
	publicDir: "app/public",
	optimizeDeps: {
		// Found at start-up rather than at the first visit, which a second copy of React would break.
		entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"],
	},
	build: {
		// A font or an image inlined as data: would need a hole in the content security policy.
		assetsInlineLimit: 0,
	},
	test: {
		// Two cores shared by many test files: a slow start is not a failure.
		testTimeout: 30_000,
		environment: "node",
		include: [
			"{app,db,search,scripts}/**/*.test.{ts,tsx}",
			"tests/integration/**/*.test.{ts,tsx}",
			"tests/factories/**/*.test.ts",
			"tests/read/**/*.test.ts",
			"tests/architecture.test.ts",
		],
	},
});
