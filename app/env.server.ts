import { z } from "zod";

const flag = z
	.enum(["0", "1", "true", "false", ""])
	.transform((value) => value === "1" || value === "true");

const httpUrl = z.url({ protocol: /^https?$/ });

/** An empty variable counts as absent: `VIVIER_TILES_URL= npm start` means “no tiles”. */
function optional<T extends z.ZodType>(schema: T) {
	return z.preprocess((value) => (value === "" ? undefined : value), schema);
}

const envSchema = z.object({
	NODE_ENV: optional(z.enum(["development", "production", "test"]).default("production")),
	PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3000)),
	HOST: optional(z.string().optional()),
	VIVIER_DATA_DIR: optional(z.string().default("./data")),
	VIVIER_BASE_URL: optional(httpUrl.optional()),
	VIVIER_TILES_URL: optional(
		z
			.string()
			.regex(/^https?:\/\//)
			.includes("{z}")
			.includes("{x}")
			.includes("{y}")
			.optional(),
	),
	VIVIER_TILES_ATTRIBUTION: optional(z.string().default("© les contributeurs d’OpenStreetMap")),
	VIVIER_LOG_LEVEL: optional(
		z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
	),
	VIVIER_SESSION_SECRET: optional(z.string().min(32).optional()),
	VIVIER_TRUST_PROXY: optional(z.coerce.number().int().min(0).max(10).default(0)),
	VIVIER_RATE_LIMIT: optional(flag.default(true)),
	VIVIER_MEILISEARCH_URL: optional(httpUrl.optional()),
	VIVIER_MEILISEARCH_KEY: optional(z.string().optional()),
});

type Variable = keyof typeof envSchema.shape;

const EXPECTED: Record<Variable, string> = {
	NODE_ENV: "« development », « production » ou « test »",
	PORT: "un numéro de port entre 0 et 65535",
	HOST: "un nom ou une adresse d’écoute, par exemple « 0.0.0.0 »",
	VIVIER_DATA_DIR: "un dossier où l’on peut écrire",
	VIVIER_BASE_URL: "une adresse complète, par exemple « https://vivier.exemple.fr »",
	VIVIER_TILES_URL: "une adresse de tuiles qui contient {z}, {x} et {y}",
	VIVIER_TILES_ATTRIBUTION: "la mention due au fournisseur des tuiles",
	VIVIER_LOG_LEVEL: "« fatal », « error », « warn », « info », « debug », « trace » ou « silent »",
	VIVIER_SESSION_SECRET: "une suite d’au moins 32 caractères",
	VIVIER_TRUST_PROXY: "le nombre de relais devant Vivier, de 0 à 10",
	VIVIER_RATE_LIMIT: "« 1 » ou « 0 »",
	VIVIER_MEILISEARCH_URL: "une adresse complète, par exemple « http://localhost:7700 »",
	VIVIER_MEILISEARCH_KEY: "la clé de Meilisearch",
};

export interface Env {
	readonly nodeEnv: "development" | "production" | "test";
	readonly port: number;
	/** Null: every interface, IPv4 and IPv6. */
	readonly host: string | null;
	readonly dataDir: string;
	/** Without a trailing slash. Derived from the port when the variable is absent. */
	readonly baseUrl: string;
	/** Null: no tile server, maps are drawn on the outlines of the départements. */
	readonly tilesUrl: string | null;
	readonly tilesAttribution: string;
	readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
	/** Null: a secret is generated once and kept in the data folder. */
	readonly sessionSecret: string | null;
	/** Number of proxies in front of the server whose X-Forwarded-* headers are believed. */
	readonly trustProxy: number;
	readonly rateLimit: boolean;
	/** Null: the embedded search engine answers. */
	readonly meilisearchUrl: string | null;
	readonly meilisearchKey: string | null;
}

/** The environment holds a value Vivier cannot use; the message is French and names each variable. */
export class EnvError extends Error {}

/** @throws {EnvError} naming every variable with a bad value */
export function parseEnv(source: Record<string, string | undefined>): Env {
	const parsed = envSchema.safeParse(source);
	if (!parsed.success) {
		const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
		const lines = names.map(
			(name) =>
				`La variable ${name} vaut « ${source[name] ?? ""} » : on attend ${EXPECTED[name as Variable]}.`,
		);
		throw new EnvError(lines.join("\n"));
	}
	const values = parsed.data;
	return {
		nodeEnv: values.NODE_ENV,
		port: values.PORT,
		host: values.HOST ?? null,
		dataDir: values.VIVIER_DATA_DIR,
		baseUrl: (values.VIVIER_BASE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
		tilesUrl: values.VIVIER_TILES_URL ?? null,
		tilesAttribution: values.VIVIER_TILES_ATTRIBUTION,
		logLevel: values.VIVIER_LOG_LEVEL,
		sessionSecret: values.VIVIER_SESSION_SECRET ?? null,
		trustProxy: values.VIVIER_TRUST_PROXY,
		rateLimit: values.VIVIER_RATE_LIMIT,
		meilisearchUrl: values.VIVIER_MEILISEARCH_URL ?? null,
		meilisearchKey: values.VIVIER_MEILISEARCH_KEY ?? null,
	};
}

/** @throws {EnvError} naming every variable with a bad value */
export function readEnv(): Env {
	return parseEnv(process.env);
}
