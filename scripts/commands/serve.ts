import { parseArgs } from "node:util";
import { readEnv } from "#app/env.server.ts";
import { NotBuiltError, type RunningServer, startServer } from "#app/server/start.server.ts";
import { openServices } from "#app/services.server.ts";
import { type Io, UsageError } from "#scripts/cli.ts";

const HELP = `Usage : vivier serve [--dev] [--port N]

  --dev      sert les sources, et recharge à chaque changement
  --port N   port d’écoute (sinon PORT, sinon 3000)
`;

/** Serves the site until a signal asks to stop. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			dev: { type: "boolean", default: false },
			port: { type: "string" },
			help: { type: "boolean", short: "h", default: false },
		},
	});
	if (values.help) {
		io.stdout.write(HELP);
		return 0;
	}
	const env = readEnv();
	const services = await openServices({ ...env, ...portOption(values.port, env.baseUrl) });
	// Built before anyone can ask, so that the first sentence does not hold up the others.
	services.reference.needReader.read("Nettoyage à Vannes", { today: null });
	let server: RunningServer;
	try {
		server = await startServer(services, { dev: values.dev });
	} catch (error) {
		await services.close();
		throw explainStart(error);
	}
	services.matcher.warm().catch((error: unknown) => {
		services.log.error({ err: error }, "the matcher could not load the base");
	});
	services.search.warm().catch((error: unknown) => {
		services.log.error({ err: error }, "the search index could not be read");
	});
	services.reference.placeSearch.prepare();
	const signal = await untilAskedToStop();
	services.log.info({ signal }, "stopping");
	await server.stop();
	return 0;
}

function portOption(port: string | undefined, baseUrl: string) {
	if (port === undefined) return {};
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		throw new UsageError(`--port vaut « ${port} » : on attend un numéro entre 0 et 65535.`);
	}
	return {
		port: Number(port),
		baseUrl: baseUrl.replace(/^(http:\/\/localhost):\d+$/, `$1:${port}`),
	};
}

function untilAskedToStop(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, resolve);
	});
}

function explainStart(error: unknown): unknown {
	if (error instanceof NotBuiltError) return new UsageError(error.message);
	if (error instanceof Error && "code" in error) {
		if (error.code === "EADDRINUSE") {
			return new UsageError(
				"Ce port est déjà pris : choisissez-en un autre avec la variable PORT.",
			);
		}
		if (error.code === "EACCES") {
			return new UsageError(
				"Ce port est réservé : choisissez-en un au-dessus de 1024 avec la variable PORT.",
			);
		}
	}
	return error;
}
