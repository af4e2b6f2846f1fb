import { Combobox, type Proposal } from "#app/components/ui/combobox.tsx";
import type { FieldProps } from "#app/components/ui/field.tsx";
import { quote } from "#app/domain/french-format.ts";
import { fetchItems } from "./fetch-items.ts";

interface SegmentInputProps extends FieldProps {
	defaultValue?: string | undefined;
	placeholder?: string | undefined;
	maxLength?: number | undefined;
}

/** Words about a trade. With script, purchasing segments are proposed as one types, with the synonym that led there. */
export function SegmentInput(field: SegmentInputProps) {
	return <Combobox {...field} propose={proposeSegments} />;
}

interface Segment {
	readonly label: string;
	readonly because: string | null;
}

async function proposeSegments(text: string, signal: AbortSignal): Promise<Proposal[]> {
	const query = new URLSearchParams({ q: text, limit: "8" });
	const segments = await fetchItems<Segment>(`segments?${query}`, signal);
	return segments.map(({ label, because }) => ({
		value: label,
		note: because === null ? null : `par ${quote(because)}`,
	}));
}
