import { request } from "node:http";
import { expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { toResponse } from "#app/http-errors.ts";
import { startTestSite, type TestSite } from "#tests/factories/server.ts";

const MEBIBYTE = 1024 * 1024;

const echo = {
	default: () => null,
	loader: () => null,
	action: async ({ request: received }: { request: Request }) =>
		new Response(await received.text()),
};

test("health names the data version", async () => {
	await withSite({}, async (site) => {
		const answer = await fetch(`${site.url}/healthz`);
		expect(answer.status).toBe(200);
		expect(await answer.json()).toMatchObject({ ok: true, dataVersion: 7 });
	});
});

test("health says no when the base does not answer", async () => {
	const services = { dataVersion: () => Promise.reject(new Error("disk gone")) };
	await withSite({ services }, async (site) => {
		expect((await fetch(`${site.url}/healthz`)).status).toBe(503);
	});
});

test("a crash shows a calm page with the number under which its cause is logged", async () => {
	const routes = {
		boom: {
			default: () => null,
			loader: () => {
				throw new Error("secret detail");
			},
		},
	};
	await withSite({ routes }, async (site) => {
		const answer = await fetch(`${site.url}/boom`);
		const page = await answer.text();
		const number = answer.headers.get("X-Request-Id") ?? "none";
		expect(answer.status).toBe(500);
		expect(page).toContain("Vivier n’a pas pu afficher cette page");
		expect(page).toContain(number);
		expect(page).toContain(`data-incident="${number}"`);
		expect(page).not.toContain("secret detail");
		expect(site.logs).toContainEqual(
			expect.objectContaining({
				msg: "incident",
				requestId: number,
				err: expect.objectContaining({ message: "secret detail" }),
			}),
		);
	});
});

test("an expected failure shows its French sentence and each problem, and is no incident", async () => {
	const routes = {
		refuse: {
			default: () => null,
			loader: () => {
				throw toResponse(
					new AppError(
						"bad-input",
						{},
						{ problems: [{ path: "km", message: "Le rayon est négatif." }] },
					),
				);
			},
		},
	};
	await withSite({ routes }, async (site) => {
		const answer = await fetch(`${site.url}/refuse`);
		const page = await answer.text();
		expect(answer.status).toBe(400);
		expect(page).toContain("Une valeur de la demande ne peut pas être lue.");
		expect(page).toContain("Le rayon est négatif.");
		expect(site.logs.some(({ msg }) => msg === "incident")).toBe(false);
	});
});

test("scripts run with the nonce of the answer only", async () => {
	const routes = { calm: { default: () => null, loader: () => null } };
	await withSite({ routes }, async (site) => {
		const answer = await fetch(`${site.url}/calm`);
		const page = await answer.text();
		const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy") ?? "")?.[1];
		const scripts = [...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
		expect(scripts.length).toBeGreaterThan(0);
		expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
		expect(answer.headers.get("Content-Security-Policy")).not.toContain("unsafe");
		expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
	});
});

test.each([
	["of another site", { Origin: "https://autre.exemple" }, 403],
	["without origin", { Origin: "null" }, 403],
	["marked cross-site", { "Sec-Fetch-Site": "cross-site" }, 403],
	["marked same-site", { "Sec-Fetch-Site": "same-site" }, 403],
	["of a program", {}, 200],
	["of our own pages", { "Sec-Fetch-Site": "same-origin" }, 200],
])("a form sent by a page %s is answered as it should", async (_name, headers, status) => {
	await withSite({ routes: { "api/echo": { action: echo.action } } }, async (site) => {
		const answer = await fetch(`${site.url}/api/echo`, {
			method: "POST",
			body: "a=1",
			headers: headers as HeadersInit,
		});
		expect(answer.status).toBe(status);
	});
});

test("a body over its limit is refused with a sentence, by its declared length or while it comes", async () => {
	await withSite({ routes: { "api/echo": { action: echo.action } } }, async (site) => {
		for (const chunked of [false, true]) {
			const answer = await send(`${site.url}/api/echo`, 13 * MEBIBYTE, chunked);
			expect(answer.status).toBe(400);
			expect(answer.type).toContain("application/problem+json");
			expect(answer.text).toContain("trop volumineux");
		}
		expect((await send(`${site.url}/api/echo`, 11 * MEBIBYTE, true)).status).toBe(200);
	});
});

test("one client that asks too much is told when to come back", async () => {
	const routes = { "api/calm": { loader: () => new Response("ok") } };
	await withSite({ routes, limits: { read: 2 } }, async (site) => {
		const answers = [];
		for (let i = 0; i < 3; i++) answers.push(await fetch(`${site.url}/api/calm`));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
		expect(Number(answers[2]?.headers.get("Retry-After"))).toBeGreaterThan(0);
		expect(await answers[2]?.json()).toMatchObject({ code: "rate-limited", status: 429 });
	});
});

test("a program gets a problem, with its number, where a person would get a page", async () => {
	const routes = {
		"api/boom": {
			loader: () => {
				throw new Error("secret detail");
			},
		},
	};
	await withSite({ routes }, async (site) => {
		const crash = await fetch(`${site.url}/api/boom`);
		const text = await crash.text();
		expect(crash.status).toBe(500);
		expect(crash.headers.get("Content-Type")).toContain("application/problem+json");
		expect(text).toContain(crash.headers.get("X-Request-Id"));
		expect(text).not.toContain("secret detail");
		const lost = await fetch(`${site.url}/api/v1/rien`);
		expect(lost.status).toBe(404);
		expect(await lost.json()).toMatchObject({ code: "not-found", status: 404 });
	});
});

test("a method that no address has is refused, and runs nothing", async () => {
	const routes = { "api/calm": { loader: () => new Response("ok") } };
	await withSite({ routes }, async (site) => {
		for (const method of ["OPTIONS", "TRACE", "PROPFIND"]) {
			const { status, allow } = await new Promise<{ status?: number; allow?: string }>(
				(resolve) => {
					request(`${site.url}/api/calm`, { method }, ({ statusCode, headers }) =>
						resolve({ status: statusCode ?? 0, allow: headers.allow ?? "" }),
					).end();
				},
			);
			expect(status, method).toBe(405);
			expect(allow).toContain("GET");
		}
		expect((await fetch(`${site.url}/api/calm`)).status).toBe(200);
	});
});

test("a host that is no host is refused, not a crash", async () => {
	await withSite({}, async (site) => {
		const status = await new Promise((resolve) => {
			request(`${site.url}/`, { headers: { Host: "a b[" } }, (answer) =>
				resolve(answer.statusCode),
			).end();
		});
		expect(status).toBe(400);
	});
});

test("the demo base is named on every page, error pages included", async () => {
	const routes = {
		calm: { default: () => null, loader: () => null },
		lost: {
			default: () => null,
			loader: () => {
				throw new Response(null, { status: 404 });
			},
		},
	};
	await withSite({ routes, services: { demo: true } }, async (site) => {
		for (const path of ["calm", "lost"]) {
			expect(await (await fetch(`${site.url}/${path}`)).text()).toContain("structures fictives");
		}
	});
});

async function withSite(
	options: Parameters<typeof startTestSite>[0],
	use: (site: TestSite) => Promise<void>,
): Promise<void> {
	const site = await startTestSite(options);
	try {
		await use(site);
	} finally {
		await site.stop();
	}
}

function send(url: string, bytes: number, chunked: boolean) {
	return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
		const body = Buffer.alloc(bytes, "a");
		const headers = chunked
			? { "Transfer-Encoding": "chunked" }
			: { "Content-Length": String(bytes) };
		const sent = request(url, {
			method: "POST",
			headers: { "Content-Type": "text/plain", ...headers },
		});
		sent.on("error", reject);
		sent.on("response", (answer) => {
			let text = "";
			answer.on("data", (chunk: Buffer) => {
				if (text.length < 10_000) text += chunk.toString();
			});
			answer.on("end", () =>
				resolve({
					status: answer.statusCode ?? 0,
					type: String(answer.headers["content-type"]),
					text,
				}),
			);
		});
		sent.end(body);
	});
}
