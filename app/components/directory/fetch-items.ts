/** The items of a list of the API. @throws when it does not answer */
export async function fetchItems<T>(path: string, signal: AbortSignal): Promise<readonly T[]> {
	const response = await fetch(`/api/v1/${path}`, { signal });
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return ((await response.json()) as { readonly items: readonly T[] }).items;
}
