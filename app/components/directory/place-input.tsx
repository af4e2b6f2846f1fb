import { Combobox, type Proposal } from "#app/components/ui/combobox.tsx";
import type { FieldProps } from "#app/components/ui/field.tsx";
import { fetchItems } from "./fetch-items.ts";

interface PlaceInputProps extends FieldProps {
	defaultValue?: string | undefined;
	width?: "medium" | "full" | undefined;
	/** Communes only: a zone would not be understood. */
	communesOnly?: boolean;
}

/** A place in words. With script, places are proposed as one types, each with its département: many share a name. */
export function PlaceInput({ communesOnly = false, ...field }: PlaceInputProps) {
	return <Combobox {...field} propose={communesOnly ? proposeCommunes : proposePlaces} />;
}

/** Between a name with its département and what kind of place it is. */
const SEPARATOR = " — ";

interface Place {
	readonly label: string;
	readonly kind: string;
}

async function proposePlaces(text: string, signal: AbortSignal): Promise<Proposal[]> {
	const places = await fetchItems<Place>(`places?${new URLSearchParams({ q: text })}`, signal);
	return places.map(({ label }) => ({ value: label }));
}

async function proposeCommunes(text: string, signal: AbortSignal): Promise<Proposal[]> {
	const query = new URLSearchParams({ q: text, limit: "30" });
	const places = await fetchItems<Place>(`places?${query}`, signal);
	return places
		.filter(({ kind }) => kind === "commune")
		.slice(0, 10)
		.map(({ label }) => {
			const [value, kind] = label.split(SEPARATOR, 2) as [string, string];
			return { value, note: kind === "commune" ? null : kind };
		});
}
