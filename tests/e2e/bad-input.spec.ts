import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const MEGABYTE = 1_000_000;
const NEED = {
	services: [{ id: "n1", segment: "nettoyage-locaux" }],
	sites: [{ id: "vannes", commune: "56260" }],
};

test("an address that asks what does not exist names it, in a page and in a problem", async ({
	request,
}) => {
	for (const [query, word] of [
		["foo=1", "foo"],
		["constructor=1", "constructor"],
		["segment=nettoyag", "nettoyage-locaux"],
		["near=56260&km=-5", "km"],
		["sort=hasard", "hasard"],
		["cursor=zzz", "page"],
	] as const) {
		const page = await request.get(`/fournisseurs?${query}`);
		expect(page.status(), query).toBe(400);
		expect(await page.text()).toContain(word);
		await expectProblem(await request.get(`/api/v1/suppliers?${query}`), 400, word);
	}
});

test("calls of the API refuse by name what they do not know", async ({ request }) => {
	const post = (path: string, data: unknown) => request.post(path, { data });
	await expectProblem(
		await request.get("/api/v1/suppliers/12345678901234"),
		400,
		"clé de contrôle",
	);
	await expectProblem(await request.get("/api/v1/suppliers/a-1?x=1"), 400, "« x »");
	await expectProblem(await request.get("/api/v1/rien"), 404, "openapi.json");
	await expectProblem(await request.put("/api/v1/suppliers"), 405, "/api");
	await expectProblem(await post("/api/v1/needs/match?scop=any", NEED), 400, "« scope »");
	await expectProblem(await post("/api/v1/needs/match?cursor=zzz", NEED), 400, "curseur");
	await expectProblem(await post("/api/v1/needs/match", { ...NEED, site: [] }), 400, "« sites »");
	await expectProblem(await post("/api/v1/needs/match", { ...NEED, sites: [] }), 400, "lieu");
	const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
	await expectProblem(await sendJson(request, deep), 400, "il faut un objet");
	await expectProblem(await sendJson(request, "bonjour"), 400, "JSON");
	await expectProblem(await sendJson(request, "a".repeat(5 * MEGABYTE)), 400, "trop volumineux");
});

test("addresses that lead nowhere give a page that helps, and no file of the machine", async ({
	request,
}) => {
	for (const path of [
		"/rien/du/tout",
		"/fournisseurs/%00",
		"/fournisseurs/..%2f..%2fetc%2fpasswd",
		"/.env",
		"/package.json",
		"/segments/%3Cscript%3E",
		"/besoins/zzz",
	]) {
		const answer = await request.get(path);
		expect(answer.status(), path).toBe(404);
		expect(await answer.text()).toContain("Chercher une structure ou une activité");
	}
	const refused = await request.put("/fournisseurs");
	expect(refused.status()).toBe(405);
	expect(await refused.text()).toContain("ne reçoit pas ce type de demande");
});

test("what is no form, another site’s form, or a huge upload is refused with a sentence", async ({
	request,
	server,
}) => {
	const noForm = await request.post("/besoins/nouveau", { data: { a: 1 } });
	expect(noForm.status()).toBe(400);
	expect(await noForm.text()).toContain("Le formulaire est arrivé incomplet");
	const foreign = await request.post("/besoins/nouveau", {
		form: { go: "next" },
		headers: { Origin: "https://autre.exemple" },
	});
	expect(foreign.status()).toBe(403);
	const started = await request.post("/besoins/nouveau", { form: { go: "next" } });
	const places = `${new URL(started.url()).pathname.replace(/\/decrire\/.*/, "")}/decrire/ou`;
	const quotes = Buffer.from('commune;quantité\nVannes;"3 « a" b\n', "latin1");
	const broken = await upload(request, places, "sites.csv", quotes);
	expect(broken.status()).toBe(400);
	expect(await broken.text()).toContain("sites.csv, ligne 2, colonne 2");
	const huge = await upload(request, places, "enorme.csv", Buffer.alloc(200 * MEGABYTE, "a"));
	expect(huge.status()).toBe(400);
	expect(await huge.text()).toContain("trop volumineux");
	expect(server.logs.filter(({ msg }) => msg === "incident")).toEqual([]);
});

function sendJson(request: APIRequestContext, text: string) {
	return request.post("/api/v1/needs/match", {
		data: Buffer.from(text),
		headers: { "Content-Type": "application/json" },
	});
}

function upload(request: APIRequestContext, path: string, name: string, buffer: Buffer) {
	const file = { name, mimeType: "text/csv", buffer };
	return request.post(path, { multipart: { kind: "table", mode: "replace", go: "next", file } });
}

async function expectProblem(
	answer: Awaited<ReturnType<APIRequestContext["get"]>>,
	status: number,
	words: string,
): Promise<void> {
	expect(answer.status(), answer.url()).toBe(status);
	expect(answer.headers()["content-type"]).toContain("application/problem+json");
	const text = (await answer.text()).replaceAll(/[\u00a0\u202f]/g, " ");
	expect(text).toContain(words);
	expect(JSON.parse(text)).toMatchObject({ status });
}
