import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import type { Env } from "./env.server.ts";

export type Log = Logger;

const LEVEL_NAMES: Record<number, string> = {
	10: "trace",
	20: "debug",
	30: "info",
	40: "ATTENTION",
	50: "ERREUR",
	60: "FATAL",
};

/** JSON lines in production, one readable line per event in development. */
export function createLog(env: Pick<Env, "logLevel" | "nodeEnv">, stream?: DestinationStream): Log {
	const destination =
		stream ?? (env.nodeEnv === "development" ? readableStream(process.stderr) : undefined);
	return pino(
		{
			level: env.logLevel,
			base: null,
			timestamp: stdTimeFunctions.isoTime,
			// A search or a need may carry a name: bodies, cookies and query strings never reach the logs.
			redact: ["req.headers", "cookie", "authorization"],
		},
		destination ?? pino.destination({ dest: 1, sync: false }),
	);
}

function readableStream(out: NodeJS.WritableStream): DestinationStream {
	return {
		write(line: string) {
			const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
			const details = Object.entries(rest)
				.map(
					([key, value]) => `${key}=${typeof value === "object" ? JSON.stringify(value) : value}`,
				)
				.join(" ");
			const stack = isWithStack(err) ? `\n${err.stack}` : "";
			out.write(
				`${String(time).slice(11, 19)} ${LEVEL_NAMES[Number(level)] ?? level} ${msg ?? ""} ${details}${stack}\n`,
			);
		},
	};
}

function isWithStack(value: unknown): value is { stack: string } {
	return typeof value === "object" && value !== null && "stack" in value;
}
