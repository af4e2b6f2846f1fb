/** @type {Partial<import("@remix-run/dev").VitePluginConfig>} */
export default {
	ignoredRouteFiles: ["**/*.test.{ts,tsx}"],
	future: { v3_singleFetch: true, v3_relativeSplatPath: true },
};
