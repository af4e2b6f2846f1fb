import type { Piece } from "#app/domain/read/pieces.ts";

/** The text as written, with what was made of its words: marks, and a label beside each. */
export function ReadText({ pieces }: { pieces: readonly Piece[] }) {
	return (
		<p className="read-text">
			{pieces.map(({ start, text, kind, labels }) => {
				if (kind === "plain") return text;
				if (kind === "read") {
					return (
						<mark key={start} className="read-mark">
							{text}
							<span className="read-mark__label">{labels.join(", ")}</span>
						</mark>
					);
				}
				return (
					<span key={start} className={`read-mark read-mark--${kind}`}>
						{text}
						<span className="read-mark__label">
							{kind === "asked" ? "à vérifier" : "non compris"}
						</span>
					</span>
				);
			})}
		</p>
	);
}
