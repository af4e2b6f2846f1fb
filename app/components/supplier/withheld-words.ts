/** Facts kept for identified buyers: what they are about, never their value. */
const WORDS: Record<string, string> = {
	capacity: "Capacité",
	orderEur: "Montants acceptés",
	staffTransfer: "Reprise du personnel",
	flexible: "Critères à discuter",
	turnoverEur: "Chiffre d’affaires",
	commercialSharePct: "Part des recettes commerciales",
	consortium: "Réponse en groupement",
};

/** Names of the facts withheld under a path (`offers[0]`, or the supplier itself with ""), inherited ones included. */
export function withheldWords(withheld: readonly string[], prefixes: readonly string[]): string[] {
	const names = withheld.flatMap((path) =>
		prefixes.flatMap((prefix) => {
			const fact =
				prefix === "" ? path : path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : "";
			return WORDS[fact] ?? [];
		}),
	);
	return [...new Set(names)];
}
