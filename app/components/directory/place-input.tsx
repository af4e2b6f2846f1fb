import { useEffect, useId, useState } from "react";
import { Field, type FieldProps } from "#app/components/ui/field.tsx";

interface PlaceInputProps extends FieldProps {
	defaultValue?: string;
	placeholder?: string;
	/** Communes only: a zone would not be understood. */
	communesOnly?: boolean;
}

const WAIT_MS = 150;

/**
 * A place in words. Plain text for the server; with script, the browser's own list proposes places as one types.
 */
export function PlaceInput({
	defaultValue = "",
	placeholder,
	communesOnly = false,
	...field
}: PlaceInputProps) {
	const listId = useId();
	const [typed, setTyped] = useState("");
	const proposals = useProposals(typed, communesOnly);
	return (
		<Field {...field}>
			{(control) => (
				<>
					<input
						type="text"
						className="input"
						autoComplete="off"
						spellCheck={false}
						list={listId}
						key={defaultValue}
						defaultValue={defaultValue}
						placeholder={placeholder}
						onChange={(event) => setTyped(event.currentTarget.value)}
						{...control}
					/>
					<datalist id={listId}>
						{proposals.map((label) => (
							<option key={label} value={label} />
						))}
					</datalist>
				</>
			)}
		</Field>
	);
}

/** Labels of places that begin like the text; none while it is short or the server is silent. */
function useProposals(text: string, communesOnly: boolean): readonly string[] {
	const [labels, setLabels] = useState<readonly string[]>([]);
	useEffect(() => {
		if (text.trim().length < 2 || text.includes("—")) return;
		const asked = new AbortController();
		const wait = setTimeout(() => {
			fetchLabels(text, communesOnly, asked.signal)
				.then(setLabels)
				// No proposal is no harm: the words are read by the server.
				.catch(() => {});
		}, WAIT_MS);
		return () => {
			clearTimeout(wait);
			asked.abort();
		};
	}, [text, communesOnly]);
	return labels;
}

async function fetchLabels(
	text: string,
	communesOnly: boolean,
	signal: AbortSignal,
): Promise<readonly string[]> {
	const response = await fetch(`/api/v1/places?${new URLSearchParams({ q: text })}`, { signal });
	if (!response.ok) return [];
	const { items } = (await response.json()) as {
		items: readonly { label: string; kind: string }[];
	};
	return items.filter(({ kind }) => !communesOnly || kind === "commune").map(({ label }) => label);
}
