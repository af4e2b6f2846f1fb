import {
	type ActionFunctionArgs,
	type AppLoadContext,
	createReadableStreamFromReadable,
	type EntryContext,
	type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { isAppError } from "./http-errors.ts";
import { IncidentProvider } from "./incident.tsx";
import { NonceProvider } from "./nonce.tsx";
import { pageStream } from "./page-stream.server.ts";

export const streamTimeout = 8_000;
/** Rendering is cut a little after the data streams are, so that their rejections can still be drawn. */
const RENDER_TIMEOUT_MS = streamTimeout + 1_000;

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	loadContext: AppLoadContext,
): Promise<Response> {
	// Robots read the whole page at once; people see it as it comes.
	const whole = isbot(request.headers.get("User-Agent") ?? "") || remixContext.isSpaMode;
	const { cspNonce: nonce, requestId, services } = loadContext;
	return new Promise((resolve, reject) => {
		let answered = false;
		let currentStatus = status;

		function answer() {
			answered = true;
			const body = pageStream();
			// Left running, the timer keeps the whole render in memory until it fires.
			body.on("close", () => clearTimeout(timer));
			headers.set("Content-Type", "text/html; charset=utf-8");
			if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
			const stream = createReadableStreamFromReadable(body);
			resolve(new Response(stream, { status: currentStatus, headers }));
			pipe(body);
		}

		const { pipe, abort } = renderToPipeableStream(
			<NonceProvider value={nonce}>
				<IncidentProvider requestId={requestId}>
					<RemixServer
						context={remixContext}
						url={request.url}
						abortDelay={streamTimeout}
						nonce={nonce}
					/>
				</IncidentProvider>
			</NonceProvider>,
			{
				nonce,
				...(whole ? { onAllReady: answer } : { onShellReady: answer }),
				onShellError: reject,
				onError(error: unknown) {
					currentStatus = 500;
					// Errors before the shell come out through onShellError, and are logged there.
					if (answered) services.log.error({ err: error, requestId }, "render failed");
				},
			},
		);
		const timer = setTimeout(abort, RENDER_TIMEOUT_MS);
	});
}

/** Remix calls this for each error that is not an answer: the incident's cause goes to the log, its number to the page. */
export function handleError(
	error: unknown,
	{ request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
	if (request.signal.aborted || isAnswerBelow500(error)) return;
	const path = new URL(request.url).pathname;
	const code = isAppError(error) ? { code: error.code, context: error.context } : {};
	context.services.log.error(
		{ err: error, requestId: context.requestId, path, ...code },
		"incident",
	);
}

/** Unknown routes and refused methods come here as error responses of the router. */
function isAnswerBelow500(error: unknown): boolean {
	return (
		typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500
	);
}
