import { Transform } from "node:stream";
import {
	type AppLoadContext,
	createReadableStreamFromReadable,
	createRequestHandler,
	type ServerBuild,
	writeReadableStreamToWritable,
} from "@remix-run/node";
import type {
	Request as ExpressRequest,
	Response as ExpressResponse,
	RequestHandler,
} from "express";
import type { PlaceOf } from "./kept-pages.server.ts";
import { isSharedAnswer, type KeptPage } from "./page-cache.server.ts";
import { incidentRefusal, type Refusal, refuse } from "./plain-answers.server.ts";

const MEBIBYTE = 1024 * 1024;
/** An upload that is refused is still read up to this size, so that the browser shows the answer. */
const DRAIN_BYTES = 512 * MEBIBYTE;

/** Largest body accepted, in bytes. Files come with forms; JSON is a need or a page of them. */
export const BODY_LIMITS = { form: 12 * MEBIBYTE, json: 4 * MEBIBYTE } as const;

export interface RemixHandlerOptions {
	readonly build: ServerBuild | (() => Promise<ServerBuild>);
	readonly mode: string;
	readonly loadContext: (response: ExpressResponse) => AppLoadContext;
	/** Where pages are kept from one request to the next. Absent: every page is made anew. */
	readonly placeOf?: PlaceOf;
}

/**
 * Passes Express requests to Remix. Ours rather than the adapter's, because a body must be cut at
 * its limit while it streams, whatever length the client declared.
 */
export function remixHandler(options: RemixHandlerOptions): RequestHandler {
	const handle = createRequestHandler(options.build, options.mode);
	return async (request, response, next) => {
		let end: (() => void) | undefined;
		try {
			const limit = bodyLimit(request);
			if (Number(request.get("Content-Length") ?? 0) > limit) {
				drain(request);
				return refuseBody(request, response, limit);
			}
			const cut = new AbortController();
			const webRequest = toWebRequest(request, response, limit, cut);
			if (webRequest === null) {
				return refuse(request, response, {
					status: 400,
					code: "bad-request",
					title: "Cette adresse ne peut pas être lue.",
					detail: "Vérifiez le lien, ou repartez de l’accueil.",
				});
			}
			const place = await options.placeOf?.(webRequest);
			const nonce = String(response.locals["cspNonce"]);
			const page = await place?.pages.read(place.address, place.edition, nonce);
			if (page) return sendPage(response, page);
			end = place?.pages.begin(place.address);
			const answer = await handle(webRequest, options.loadContext(response));
			if (cut.signal.aborted) return refuseBody(request, response, limit);
			if (isBareApiError(request, answer)) {
				await answer.body?.cancel();
				const { requestId } = response.locals;
				return refuse(request, response, apiRefusal(answer.status, String(requestId)));
			}
			if (place && isSharedAnswer(answer)) {
				const made = { headers: [...answer.headers], html: await answer.text() };
				place.pages.keep(place.address, place.edition, made, nonce);
				return sendPage(response, made);
			}
			// Nobody waits for one reader's slow line.
			end?.();
			await send(response, answer);
		} catch (error) {
			next(error);
		} finally {
			end?.();
		}
	};
}

function sendPage(response: ExpressResponse, { headers, html }: KeptPage): void {
	response.status(200);
	for (const [name, value] of headers) response.append(name, value);
	response.end(html);
}

/** An error that Remix words itself, in English (a page, a line, an object): programs get a problem instead. */
function isBareApiError(request: ExpressRequest, answer: Response): boolean {
	if (answer.status < 400 || !request.path.startsWith("/api/")) return false;
	return !(answer.headers.get("Content-Type") ?? "").includes("problem+json");
}

function apiRefusal(status: number, requestId: string): Refusal {
	if (status === 404) {
		return {
			status,
			code: "not-found",
			title: "Cette adresse n’existe pas dans l’API.",
			detail: "La liste des appels est sur /api et dans /api/v1/openapi.json.",
		};
	}
	if (status < 500) {
		return {
			status,
			code: status === 405 ? "method-not-allowed" : "bad-request",
			title: "Cet appel ne peut pas être fait ainsi.",
			detail: "La liste des appels est sur /api et dans /api/v1/openapi.json.",
		};
	}
	return incidentRefusal(requestId);
}

function bodyLimit(request: ExpressRequest): number {
	return request.is("json") ? BODY_LIMITS.json : BODY_LIMITS.form;
}

function refuseBody(request: ExpressRequest, response: ExpressResponse, limit: number): void {
	refuse(request, response, {
		status: 400,
		code: "file-too-large",
		title: "Cet envoi est trop volumineux.",
		detail: `La limite est de ${limit / MEBIBYTE}\u202fMo : réduisez le fichier ou envoyez-le en plusieurs parties. Rien n’a été enregistré.`,
	});
}

/** Null when the address or a header is not valid HTTP. */
function toWebRequest(
	request: ExpressRequest,
	response: ExpressResponse,
	limit: number,
	cut: AbortController,
): Request | null {
	const abort = new AbortController();
	response.on("close", () => {
		if (!response.writableFinished) abort.abort();
	});
	const init: RequestInit & { duplex?: "half" } = {
		method: request.method,
		signal: abort.signal,
	};
	try {
		const url = new URL(request.originalUrl, `${request.protocol}://${request.get("Host")}`);
		const headers = new Headers();
		for (const [name, value] of Object.entries(request.headers)) {
			for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
		}
		init.headers = headers;
		if (request.method !== "GET" && request.method !== "HEAD") {
			init.body = createReadableStreamFromReadable(request.pipe(capped(request, limit, cut)));
			init.duplex = "half";
		}
		return new Request(url, init);
	} catch {
		return null;
	}
}

function capped(request: ExpressRequest, limit: number, cut: AbortController): Transform {
	let bytes = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			bytes += chunk.length;
			if (bytes > limit) {
				cut.abort();
				request.unpipe(this);
				drain(request);
				done(new Error("body over its limit"));
			} else {
				done(null, chunk);
			}
		},
	});
}

function drain(request: ExpressRequest): void {
	let bytes = 0;
	request.on("data", (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > DRAIN_BYTES) request.destroy();
	});
	request.resume();
}

async function send(response: ExpressResponse, answer: Response): Promise<void> {
	response.status(answer.status);
	for (const [name, value] of answer.headers) response.append(name, value);
	if (answer.body) await writeReadableStreamToWritable(answer.body, response);
	else response.end();
}
