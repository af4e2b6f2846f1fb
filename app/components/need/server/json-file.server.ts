/** A JSON file to download, laid out to be read. */
export function jsonFile(fileName: string, value: unknown): Response {
	return new Response(`${JSON.stringify(value, null, 2)}\n`, {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="${fileName}"`,
		},
	});
}
