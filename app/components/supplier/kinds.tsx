import { Abbr } from "#app/components/ui/marks.tsx";
import { KIND_LABELS } from "#app/domain/french-labels.ts";
import type { KindCode } from "#app/domain/vocabulary.ts";

/** First letter as a capital: for a name that starts a line. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « Entreprise adaptée (EA) »: the words and the code. `inside` a sentence, without a capital. */
export function KindInWords({ code, inside = false }: { code: KindCode; inside?: boolean }) {
	return (
		<>
			{inside ? KIND_LABELS[code] : capital(KIND_LABELS[code])} (
			<Abbr title={KIND_LABELS[code]}>{code}</Abbr>)
		</>
	);
}

/** The code alone, its words one gesture away: where the words were said before. */
export function KindCodeWord({ code }: { code: KindCode }) {
	return <Abbr title={KIND_LABELS[code]}>{code}</Abbr>;
}

/** Acronyms of the page, spelled out once. */
export function KindGlossary({ codes }: { codes: readonly KindCode[] }) {
	if (codes.length === 0) return null;
	return (
		<p className="muted">
			{codes.map((code, index) => (
				<span key={code}>
					{index === 0 ? "" : "\u202f; "}
					<strong>{code}</strong>, {KIND_LABELS[code]}
				</span>
			))}
			.
		</p>
	);
}
