import type { RequestHandler } from "express";
import type { Log } from "../log.server.ts";

/** One line per request. The query string is left out: it holds what people look for. */
export function requestLog(log: Log): RequestHandler {
	return (request, response, next) => {
		const startedAt = process.hrtime.bigint();
		response.on("close", () => {
			const line = {
				requestId: response.locals["requestId"] as string,
				method: request.method,
				path: request.path,
				status: response.statusCode,
				ms: Number((process.hrtime.bigint() - startedAt) / 10_000n) / 100,
				...(response.writableFinished ? {} : { cut: true }),
			};
			if (response.statusCode >= 500) log.error(line, "request");
			else log.info(line, "request");
		});
		next();
	};
}
