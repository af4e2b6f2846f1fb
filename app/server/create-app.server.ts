import { join } from "node:path";
import { constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Services } from "../services.server.ts";
import { keptPages } from "./kept-pages.server.ts";
import { incidentRefusal, refuse } from "./plain-answers.server.ts";
import { rateLimit } from "./rate-limit.server.ts";
import { remixHandler } from "./remix-handler.server.ts";
import { requestLog } from "./request-log.server.ts";
import { identify, knownMethodsOnly, sameSiteOnly, securityHeaders } from "./security.server.ts";

const YEAR_S = 31_536_000;
const HOUR_S = 3600;

/** Most of the gain of the default levels, for half of their time or less; a window no larger than a page asks for. */
const COMPRESSION = {
	level: 3,
	brotli: {
		params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 17 },
	},
};

export interface AppOptions {
	readonly services: Services;
	readonly build: ServerBuild | (() => Promise<ServerBuild>);
	/** The folder of built files for browsers; null while Vite serves them. */
	readonly clientDir: string | null;
	/** Vite's middleware, while developing. */
	readonly vite?: RequestHandler;
}

/** The whole site as an Express application; nothing listens yet. */
export function createApp({ services, build, clientDir, vite }: AppOptions): Express {
	const { env, log } = services;
	const app = express();
	app.disable("x-powered-by");
	app.set("trust proxy", env.trustProxy);
	app.set("etag", false);

	app.use(identify(), securityHeaders(env, vite !== undefined));
	app.get("/healthz", health(services));
	app.use(compression(COMPRESSION));
	if (vite) app.use(vite);
	if (clientDir !== null) app.use(staticFiles(clientDir));
	app.use(requestLog(log));
	app.use(knownMethodsOnly(), sameSiteOnly(env));
	if (env.rateLimit) app.use(rateLimit(services.rateLimiter));
	app.use(
		remixHandler({
			build,
			mode: env.nodeEnv,
			...(vite ? {} : { placeOf: keptPages(services) }),
			loadContext: (response) => ({
				services,
				cspNonce: response.locals["cspNonce"] as string,
				requestId: response.locals["requestId"] as string,
			}),
		}),
	);
	app.use(lastResort(services));
	return app;
}

function staticFiles(clientDir: string): RequestHandler {
	const router = express.Router();
	// Names under assets/ carry a hash of the content: they never change.
	router.use(
		"/assets",
		express.static(join(clientDir, "assets"), {
			immutable: true,
			maxAge: YEAR_S * 1000,
			fallthrough: false,
		}),
	);
	router.use(express.static(clientDir, { maxAge: HOUR_S * 1000, index: false, redirect: false }));
	return router;
}

function health(services: Services): RequestHandler {
	return async (_request, response) => {
		response.setHeader("Cache-Control", "no-store");
		try {
			const dataVersion = await services.dataVersion();
			response.json({ ok: true, dataVersion, uptimeSeconds: Math.round(process.uptime()) });
		} catch (error) {
			services.log.error({ err: error }, "health check failed");
			response.status(503).json({ ok: false, uptimeSeconds: Math.round(process.uptime()) });
		}
	};
}

function lastResort({ log }: Services): ErrorRequestHandler {
	return (error, request, response, _next) => {
		const requestId = response.locals["requestId"] as string;
		const status = statusOf(error);
		if (status >= 500) log.error({ err: error, requestId, path: request.path }, "incident");
		if (response.headersSent) {
			response.destroy();
			return;
		}
		refuse(request, response, status >= 500 ? incidentRefusal(requestId) : NOT_FOUND);
	};
}

const NOT_FOUND = {
	status: 404,
	code: "not-found",
	title: "Cette adresse ne mène à rien.",
	detail: "Le fichier demandé n’existe pas ou n’existe plus.",
};

/** Express and its static files mark an error of the client with a status below 500. */
function statusOf(error: unknown): number {
	const status =
		typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
	return status >= 400 && status < 500 ? status : 500;
}
