/** 405 with the method that this address answers to. */
export function methodNotAllowed(allowed: string): Response {
	const message = `Cette adresse ne répond qu’à ${allowed}.`;
	return Response.json(
		{
			type: "about:blank",
			title: message,
			status: 405,
			code: "method-not-allowed",
			errors: [{ path: "", message }],
		},
		{
			status: 405,
			headers: { Allow: allowed, "Content-Type": "application/problem+json; charset=utf-8" },
		},
	);
}
