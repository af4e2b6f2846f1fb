import type { Request, RequestHandler } from "express";
import type { RateLimiter } from "#db/session-db.server.ts";
import { refuse } from "./plain-answers.server.ts";

/** Requests of one address in one minute. Pages are not counted: reading is free. */
export const RATE_LIMITS = { read: 1200, compute: 240, write: 120 } as const;
export type RateClass = keyof typeof RATE_LIMITS;

export function rateLimit(limiter: RateLimiter<RateClass>): RequestHandler {
	return async (request, response, next) => {
		const rateClass = classOf(request);
		if (rateClass === null) return next();
		try {
			const wait = await limiter.count(rateClass, clientOf(request));
			if (wait === null) return next();
			response.setHeader("Retry-After", String(wait));
			refuse(request, response, {
				status: 429,
				code: "rate-limited",
				title: "Trop de demandes à la suite.",
				detail: `Patientez ${wait}\u202fs, puis réessayez.`,
			});
		} catch (error) {
			next(error);
		}
	};
}

function classOf(request: Request): RateClass | null {
	const api = request.path.startsWith("/api/");
	if (request.method === "GET" || request.method === "HEAD") return api ? "read" : null;
	return api ? "compute" : "write";
}

/** An IPv6 subscriber owns a whole /64: its addresses count as one. */
function clientOf(request: Request): string {
	const address = request.ip ?? "unknown";
	if (!address.includes(":") || address.startsWith("::ffff:")) return address;
	return address.split(":").slice(0, 4).join(":");
}
