import type { Request, Response } from "express";

export interface Refusal {
	readonly status: number;
	readonly code: string;
	/** French: what happened. */
	readonly title: string;
	/** French: what to do. */
	readonly detail: string;
}

/** Answers before Remix is reached: problem+json to programs, a small page to people. */
export function refuse(request: Request, response: Response, refusal: Refusal): void {
	response.status(refusal.status);
	response.setHeader("Cache-Control", "no-store");
	if (wantsJson(request)) {
		response.type("application/problem+json").send(
			JSON.stringify({
				type: "about:blank",
				title: refusal.title,
				status: refusal.status,
				code: refusal.code,
				errors: [{ path: "", message: `${refusal.title} ${refusal.detail}` }],
			}),
		);
		return;
	}
	response.type("html").send(page(refusal, String(response.locals["cspNonce"] ?? "")));
}

/** For a crash: its cause is in the log under this number. */
export function incidentRefusal(requestId: string): Refusal {
	return {
		status: 500,
		code: "incident",
		title: "Vivier n’a pas pu répondre.",
		detail: `L’incident ${requestId} est noté. Réessayez dans un instant ; s’il revient, signalez ce numéro.`,
	};
}

function wantsJson(request: Request): boolean {
	return request.path.startsWith("/api/") || request.accepts(["html", "json"]) === "json";
}

function page(refusal: Refusal, nonce: string): string {
	return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(refusal.title)} — Vivier</title>
<style nonce="${nonce}">
:root{color-scheme:light dark}
body{margin:0;padding:12vh 1.5rem;font:1.0625rem/1.6 "Atkinson Hyperlegible Next",system-ui,sans-serif;background:#faf6ee;color:#1b2522}
main{max-width:36rem;margin:auto}h1{font-size:1.75rem;line-height:1.2}a{color:#0f5148}
@media(prefers-color-scheme:dark){body{background:#101b19;color:#efe9dc}a{color:#8fd3c3}}
</style>
</head>
<body><main>
<h1>${escapeHtml(refusal.title)}</h1>
<p>${escapeHtml(refusal.detail)}</p>
<p><a href="/">Revenir à l’accueil de Vivier</a></p>
</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
