import { OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** What ties an input to its label, hint and error; spread it on the input. */
export interface FieldControl {
	id: string;
	name: string;
	"aria-describedby"?: string;
	"aria-invalid"?: true;
	required?: true;
}

export interface FieldProps {
	/** Also the base of the element ids: unique in the page. */
	name: string;
	/** When several fields share a name, the id that tells them apart. */
	id?: string | undefined;
	label: ReactNode;
	hint?: ReactNode;
	/** French: what is wrong and what to do. Null or absent: nothing wrong. */
	error?: string | null | undefined;
	/** Shown beside the label; fields are required unless this says otherwise. */
	optional?: boolean | undefined;
	required?: boolean | undefined;
	/** Keep the label for screen readers only: the context says it already. */
	hideLabel?: boolean | undefined;
}

export function Field({
	name,
	id = name,
	label,
	hint,
	error,
	optional,
	required,
	hideLabel,
	children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
	const describedBy = [hint != null && `${id}-hint`, error && `${id}-error`]
		.filter(Boolean)
		.join(" ");
	const control: FieldControl = {
		id,
		name,
		...(describedBy ? { "aria-describedby": describedBy } : {}),
		...(error ? { "aria-invalid": true } : {}),
		...(required ? { required: true } : {}),
	};
	return (
		<div className={classNames("field", error && "field--invalid")}>
			<label htmlFor={id} className={classNames("field__label", hideLabel && "visually-hidden")}>
				{label}
				{optional ? <span className="field__optional"> (facultatif)</span> : null}
			</label>
			{hint != null ? (
				<div id={`${id}-hint`} className="field__hint">
					{hint}
				</div>
			) : null}
			<FieldError id={`${id}-error`} error={error} />
			{children(control)}
		</div>
	);
}

export function FieldError({ id, error }: { id: string; error: string | null | undefined }) {
	if (!error) return null;
	return (
		<p id={id} className="field__error">
			<OctagonAlert aria-hidden />
			<span>{error}</span>
		</p>
	);
}
