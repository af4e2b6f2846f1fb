import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Services } from "../services.server.ts";
import { createApp } from "./create-app.server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SERVER_BUILD = join(ROOT, "build/server/index.js");
/** Requests under way get this long to end before they are cut. */
const GRACE_MS = 10_000;

export class NotBuiltError extends Error {}

export interface RunningServer {
	/** Where it listens, with the port really taken. */
	readonly url: string;
	/** Lets requests under way end, then closes the services. Safe to call twice. */
	stop(): Promise<void>;
}

/**
 * Serves the built site, or the sources through Vite when `dev` is set.
 *
 * @throws {NotBuiltError} when there is no build to serve
 */
export async function startServer(
	services: Services,
	{ dev = false }: { dev?: boolean } = {},
): Promise<RunningServer> {
	const http = createServer();
	const { app, close } = dev ? await viteApp(services, http) : await builtApp(services);
	http.on("request", app);
	await listen(http, services);
	const { port } = http.address() as AddressInfo;
	const url = `http://localhost:${port}`;
	services.log.info({ url, dataDir: services.env.dataDir }, "listening");

	let stopping: Promise<void> | undefined;
	return {
		url,
		stop: () => {
			stopping ??= drain(http)
				.then(close)
				.then(() => services.close());
			return stopping;
		},
	};
}

async function builtApp(services: Services) {
	if (!existsSync(SERVER_BUILD)) {
		throw new NotBuiltError("Le site n’est pas construit : lancez d’abord « npm run build ».");
	}
	const build = (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild;
	const app = createApp({ services, build, clientDir: join(ROOT, "build/client") });
	return { app, close: async () => {} };
}

async function viteApp(services: Services, http: Server) {
	const { createServer: createViteServer } = await import("vite");
	const vite = await createViteServer({
		root: ROOT,
		server: { middlewareMode: true, hmr: { server: http } },
	});
	const app = createApp({
		services,
		build: async () =>
			(await vite.ssrLoadModule("virtual:remix/server-build")) as unknown as ServerBuild,
		clientDir: null,
		vite: vite.middlewares,
	});
	return { app, close: () => vite.close() };
}

function listen(http: Server, { env }: Services): Promise<void> {
	return new Promise((resolve, reject) => {
		http.once("error", reject);
		http.listen({ port: env.port, ...(env.host === null ? {} : { host: env.host }) }, () => {
			http.off("error", reject);
			resolve();
		});
	});
}

function drain(http: Server): Promise<void> {
	return new Promise((resolve) => {
		const cut = setTimeout(() => http.closeAllConnections(), GRACE_MS);
		http.close(() => {
			clearTimeout(cut);
			resolve();
		});
		http.closeIdleConnections();
	});
}
