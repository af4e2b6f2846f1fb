import { expect, test } from "vitest";
import type { Services } from "#app/services.server.ts";
import { remembering } from "./remember.server.ts";

function makeServices() {
	const state = { version: "1" };
	const services = { search: { version: () => state.version } } as unknown as Services;
	return { services, state };
}

function counter() {
	const made: string[] = [];
	return { made, make: (key: string) => async () => `${key}${made.push(key)}` };
}

test("the same question is answered once, until the base changes", async () => {
	const { services, state } = makeServices();
	const { made, make } = counter();
	const remember = remembering<string>(10);
	expect(await remember(services, "a", make("a"))).toBe("a1");
	expect(await remember(services, "a", make("a"))).toBe("a1");
	state.version = "2";
	expect(await remember(services, "a", make("a"))).toBe("a2");
	expect(made).toEqual(["a", "a"]);
});

test("beyond the limit, the answer used longest ago is forgotten", async () => {
	const { services } = makeServices();
	const { made, make } = counter();
	const remember = remembering<string>(2);
	for (const key of ["a", "b", "a", "c", "a", "b"]) await remember(services, key, make(key));
	expect(made).toEqual(["a", "b", "c", "b"]);
});

test("a failure is not kept", async () => {
	const { services } = makeServices();
	const remember = remembering<string>(2);
	const failing = remember(services, "a", async () => {
		throw new Error("down");
	});
	await expect(failing).rejects.toThrow("down");
	expect(await remember(services, "a", async () => "up")).toBe("up");
});
