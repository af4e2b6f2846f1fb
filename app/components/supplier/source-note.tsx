import type { SourceWords } from "./supplier-view.ts";

/** « Revue 2026, il y a 5 mois »: who said it, and how long ago. */
export function SourceNote({ source }: { source: SourceWords | null }) {
	if (source === null) return "source non renseignée";
	return (
		<>
			{source.label}
			{source.on === null || source.age === null ? (
				", sans date"
			) : (
				<>
					, <time dateTime={source.on}>{source.age}</time>
				</>
			)}
		</>
	);
}

function keyOf(source: SourceWords | null): string {
	return source === null ? "" : `${source.label} ${source.on}`;
}

/** What most of these facts come from: said once, the others beside their fact. Null when nothing is shared. */
export function commonSource(
	facts: readonly { readonly source: SourceWords | null }[],
): SourceWords | null {
	const counts = new Map<string, { source: SourceWords | null; count: number }>();
	for (const { source } of facts) {
		const entry = counts.get(keyOf(source)) ?? { source, count: 0 };
		counts.set(keyOf(source), { ...entry, count: entry.count + 1 });
	}
	const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
	return most?.source ?? null;
}

export function isSameSource(a: SourceWords | null, b: SourceWords | null): boolean {
	return keyOf(a) === keyOf(b);
}
