import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import * as entry from "#app/entry.server.tsx";
import { type Env, parseEnv } from "#app/env.server.ts";
import { createLog } from "#app/log.server.ts";
import * as root from "#app/root.tsx";
import { createApp } from "#app/server/create-app.server.ts";
import type { RateClass } from "#app/server/rate-limit.server.ts";
import { RATE_LIMITS } from "#app/server/rate-limit.server.ts";
import { createSessionCookie } from "#app/server/session-cookie.server.ts";
import type { Services } from "#app/services.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { packagedReference } from "#db/reference.server.ts";
import { openSessionDb } from "#db/session-db.server.ts";

/** A route of a test: a resource has no component. */
type RouteModule = Partial<ServerBuild["routes"][string]["module"]>;

export interface TestSite {
	readonly url: string;
	readonly logs: readonly Record<string, unknown>[];
	stop(): Promise<void>;
}

/** The real frame of the site round the routes of a test, listening on a free port. */
export async function startTestSite(
	options: {
		routes?: Record<string, RouteModule>;
		env?: Partial<Env>;
		limits?: Partial<Record<RateClass, number>>;
		services?: Partial<Services>;
	} = {},
): Promise<TestSite> {
	const logs: Record<string, unknown>[] = [];
	const env = { ...parseEnv({ NODE_ENV: "production", PORT: "0" }), ...options.env };
	const log = createLog(env, { write: (line) => void logs.push(JSON.parse(line)) });
	const sessions = await openSessionDb(":memory:");
	const db = openDb(":memory:");
	await migrateToLatest(db);
	const services = {
		env,
		log,
		demo: false,
		session: createSessionCookie({ secret: "s".repeat(32), secure: false }),
		db,
		reference: packagedReference(),
		sessionDb: sessions.sessionDb,
		rateLimiter: sessions.rateLimiter({ ...RATE_LIMITS, ...options.limits }),
		dataVersion: async () => 7,
		async close() {
			await db.destroy();
			await sessions.close();
		},
		...options.services,
	} as Services;
	const app = createApp({ services, build: buildOf(options.routes ?? {}), clientDir: null });
	const http = createServer(app);
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
		logs,
		async stop() {
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
			await services.close();
		},
	};
}

function buildOf(routes: Record<string, RouteModule>): ServerBuild {
	const children = Object.entries(routes).map(([path, module]) => ({
		id: `routes/${path}`,
		parentId: "root",
		path,
		module,
	}));
	return {
		entry: { module: entry },
		routes: {
			root: { id: "root", path: "", module: root as RouteModule },
			...Object.fromEntries(children.map((route) => [route.id, route])),
		},
		assets: {
			entry: { imports: [], module: "/assets/entry.js" },
			routes: Object.fromEntries(
				[{ id: "root", path: "", parentId: undefined }, ...children].map(
					({ id, path, parentId }) => [
						id,
						{
							id,
							path,
							parentId,
							hasAction: true,
							hasLoader: true,
							hasErrorBoundary: id === "root",
							hasClientAction: false,
							hasClientLoader: false,
							module: `/assets/${id}.js`,
							imports: [],
						},
					],
				),
			),
			url: "/assets/manifest.js",
			version: "test",
		},
		publicPath: "/",
		assetsBuildDirectory: "build/client",
		future: { v3_singleFetch: true, v3_relativeSplatPath: true } as ServerBuild["future"],
		isSpaMode: false,
	} as unknown as ServerBuild;
}
