import { expect, test } from "vitest";
import { isSharedAnswer, isSharedPage, PageCache } from "./page-cache.server.ts";

const page = (html: string) => ({ headers: [["Content-Type", "text/html"]] as const, html });

test("a kept page comes back with the nonce of its new reader", async () => {
	const cache = new PageCache();
	cache.keep("/segments", "1", page('<script nonce="aaa">'), "aaa");
	expect((await cache.read("/segments", "1", "bbb"))?.html).toBe('<script nonce="bbb">');
	expect((await cache.read("/segments", "1", "ccc"))?.html).toBe('<script nonce="ccc">');
});

test("a page of an older edition is never read", async () => {
	const cache = new PageCache();
	cache.keep("/", "1/2026-11-21", page("old"), "n");
	expect(await cache.read("/", "2/2026-11-21", "n")).toBeNull();
	expect(await cache.read("/", "1/2026-11-21", "n")).toBeNull();
});

test("the least recently read page is let go first", async () => {
	const cache = new PageCache(100);
	for (let index = 0; index < 10; index += 1)
		cache.keep(`/p${index}`, "1", page("x".repeat(10)), "n");
	expect(await cache.read("/p0", "1", "n")).not.toBeNull();
	cache.keep("/new", "1", page("y".repeat(10)), "n");
	expect(await cache.read("/p0", "1", "n")).not.toBeNull();
	expect(await cache.read("/p1", "1", "n")).toBeNull();
});

test("a page kept twice counts once, and a page too large is not kept", async () => {
	const cache = new PageCache(100);
	for (let time = 0; time < 30; time += 1) cache.keep("/same", "1", page("x".repeat(10)), "n");
	cache.keep("/other", "1", page("y".repeat(10)), "n");
	expect(await cache.read("/same", "1", "n")).not.toBeNull();
	cache.keep("/large", "1", page("z".repeat(11)), "n");
	expect(await cache.read("/large", "1", "n")).toBeNull();
});

test("readers who come while a page is being made wait for it, and make their own when it is not kept", async () => {
	const cache = new PageCache();
	expect(await cache.read("/segments", "1", "a")).toBeNull();
	const end = cache.begin("/segments");
	const others = ["b", "c"].map((nonce) => cache.read("/segments", "1", nonce));
	cache.keep("/segments", "1", page('<script nonce="a">'), "a");
	end();
	expect((await Promise.all(others)).map((other) => other?.html)).toEqual([
		'<script nonce="b">',
		'<script nonce="c">',
	]);
	const endOfLost = cache.begin("/perdue");
	const other = cache.read("/perdue", "1", "b");
	endOfLost();
	expect(await other).toBeNull();
});

test("only public pages asked for by a person are kept", () => {
	for (const path of [
		"/",
		"/fournisseurs",
		"/fournisseurs/demo-0001",
		"/segments/peinture",
		"/aide/cress",
		"/api",
	]) {
		expect(isSharedPage("GET", path, true), path).toBe(true);
	}
	for (const path of [
		"/besoins",
		"/besoins/nouveau",
		"/besoins/abc",
		"/api/v1/suppliers",
		"/api/v1",
		"/segments.data",
		"/_root.data",
		"/fournisseurs/a/b",
	]) {
		expect(isSharedPage("GET", path, true), path).toBe(false);
	}
	expect(isSharedPage("POST", "/segments", false)).toBe(false);
	expect(isSharedPage("GET", "/besoins/nouveau", false)).toBe(true);
	expect(isSharedPage("GET", "/besoins", false)).toBe(false);
});

test("an answer that sets a cookie, fails, or is no page is not kept", () => {
	const html = { "Content-Type": "text/html" };
	expect(isSharedAnswer(new Response("", { headers: html }))).toBe(true);
	expect(isSharedAnswer(new Response("", { headers: { ...html, "Set-Cookie": "a=b" } }))).toBe(
		false,
	);
	expect(isSharedAnswer(new Response("", { status: 404, headers: html }))).toBe(false);
	expect(
		isSharedAnswer(new Response("{}", { headers: { "Content-Type": "application/json" } })),
	).toBe(false);
});
