import { expect, test } from "vitest";
import { EnvError, parseEnv } from "./env.server.ts";

test("an empty environment gives working defaults", () => {
	expect(parseEnv({})).toMatchObject({
		port: 3000,
		host: null,
		dataDir: "./data",
		baseUrl: "http://localhost:3000",
		tilesUrl: null,
		rateLimit: true,
	});
});

test("an empty variable counts as absent", () => {
	expect(parseEnv({ VIVIER_TILES_URL: "", PORT: "" })).toMatchObject({
		tilesUrl: null,
		port: 3000,
	});
});

test("the base address follows the port, and loses its final slash", () => {
	expect(parseEnv({ PORT: "8080" }).baseUrl).toBe("http://localhost:8080");
	expect(parseEnv({ VIVIER_BASE_URL: "https://vivier.exemple.fr/" }).baseUrl).toBe(
		"https://vivier.exemple.fr",
	);
});

test.each([
	["PORT", "quatre-vingts"],
	["PORT", "70000"],
	["VIVIER_BASE_URL", "vivier.exemple.fr"],
	["VIVIER_TILES_URL", "https://tuiles.exemple.fr/carte.png"],
	["VIVIER_LOG_LEVEL", "bavard"],
	["VIVIER_SESSION_SECRET", "court"],
	["VIVIER_TRUST_PROXY", "-1"],
	["NODE_ENV", "prod"],
])("a bad %s (%s) is refused by name", (name, value) => {
	expect(() => parseEnv({ [name]: value })).toThrow(EnvError);
	expect(() => parseEnv({ [name]: value })).toThrow(`La variable ${name} vaut « ${value} »`);
});

test("every bad variable is named at once", () => {
	expect(() => parseEnv({ PORT: "x", VIVIER_LOG_LEVEL: "y" })).toThrow(
		/PORT[\s\S]*VIVIER_LOG_LEVEL/,
	);
});
