import { expect, test } from "@playwright/test";
import { startTestServer } from "./server.ts";

test("asked to stop, the server ends by itself with no error", async () => {
	const server = await startTestServer();
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	expect(await server.stop()).toBe(0);
});
