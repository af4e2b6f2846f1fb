import type { Services } from "./services.server.ts";

/** What Express hands to every loader and action. */
export interface RequestContext {
	readonly services: Services;
	/** Random per response; the only inline scripts and styles that run carry it. */
	readonly cspNonce: string;
	/** Shown as the incident number when the request crashes, and written in each of its log lines. */
	readonly requestId: string;
}

declare module "@remix-run/node" {
	interface AppLoadContext extends RequestContext {}
	interface Future {
		v3_singleFetch: true;
	}
}
