import { randomBytes, randomUUID } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Env } from "../env.server.ts";
import { refuse } from "./plain-answers.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** Gives each request its number and each answer its nonce. */
export function identify(): RequestHandler {
	return (_request, response, next) => {
		response.locals["requestId"] = incidentNumber();
		response.locals["cspNonce"] = randomBytes(16).toString("base64");
		response.setHeader("X-Request-Id", response.locals["requestId"]);
		next();
	};
}

/** Eight characters one can read out on the phone: “3F7A-91C2”. */
function incidentNumber(): string {
	const digits = randomUUID().replaceAll("-", "").toUpperCase();
	return `${digits.slice(0, 4)}-${digits.slice(4, 8)}`;
}

export function securityHeaders(env: Env, dev: boolean): RequestHandler {
	const nonce = (_request: unknown, response: unknown) =>
		`'nonce-${(response as Response).locals["cspNonce"]}'`;
	const secure = env.baseUrl.startsWith("https:");
	const tiles = env.tilesUrl === null ? [] : [tilesOrigin(env.tilesUrl)];
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				scriptSrc: ["'self'", nonce],
				scriptSrcAttr: ["'none'"],
				// Vite injects its style tags by script while developing, without a nonce.
				styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
				styleSrcAttr: dev ? ["'unsafe-inline'"] : ["'none'"],
				imgSrc: ["'self'", "data:", ...tiles],
				fontSrc: ["'self'"],
				connectSrc: dev ? ["'self'", "ws:"] : ["'self'"],
				objectSrc: ["'none'"],
				baseUri: ["'self'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
				manifestSrc: ["'self'"],
				workerSrc: ["'self'"],
				...(secure ? { upgradeInsecureRequests: [] } : {}),
			},
		},
		// helmet's default makes Chromium send “Origin: null” with native forms, which Remix refuses with a crash.
		referrerPolicy: { policy: "same-origin" },
		strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
		xFrameOptions: { action: "deny" },
	});
}

/** `https://{s}.tiles.example/{z}/{x}/{y}.png` → `https://*.tiles.example` */
function tilesOrigin(template: string): string {
	return template.replace(/^(https?:\/\/)\{s\}/, "$1*").replace(/^(https?:\/\/[^/]+).*$/, "$1");
}

/** Refuses the methods that neither a page nor the API has. OPTIONS is one: no other site may call us from a browser. */
export function knownMethodsOnly(): RequestHandler {
	return (request: Request, response: Response, next: NextFunction) => {
		if (METHODS.has(request.method)) return next();
		response.setHeader("Allow", [...METHODS].join(", "));
		refuse(request, response, {
			status: 405,
			code: "method-not-allowed",
			title: "Vivier ne répond pas à ce type de demande.",
			detail: "La liste des appels est sur /api.",
		});
	};
}

/**
 * Refuses what another site makes a browser send. Programs send neither Origin nor Sec-Fetch-Site
 * and hold no cookie of ours: they pass.
 */
export function sameSiteOnly(env: Env): RequestHandler {
	const configured = new URL(env.baseUrl).origin;
	return (request: Request, response: Response, next: NextFunction) => {
		if (SAFE_METHODS.has(request.method)) return next();
		const site = request.get("Sec-Fetch-Site");
		const origin = request.get("Origin");
		const ours = origin === configured || origin === `${request.protocol}://${request.get("Host")}`;
		const sentByOthers =
			(site !== undefined && site !== "same-origin" && site !== "none") ||
			(origin !== undefined && !ours);
		if (!sentByOthers) return next();
		refuse(request, response, {
			status: 403,
			code: "cross-site",
			title: "Cette demande vient d’un autre site.",
			detail: "Par prudence, Vivier ne l’a pas exécutée. Ouvrez la page sur Vivier et recommencez.",
		});
	};
}
