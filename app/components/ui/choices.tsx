import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldError } from "./field.tsx";

export interface FieldsetProps {
	/** Base of the element ids, and the anchor of its error in the summary. */
	id: string;
	legend: ReactNode;
	/** A larger legend, for a fieldset that groups whole fields. */
	titled?: boolean | undefined;
	hint?: ReactNode;
	error?: string | null | undefined;
	children: ReactNode;
}

export function Fieldset({ id, legend, titled, hint, error, children }: FieldsetProps) {
	const describedBy = [hint != null && `${id}-hint`, error && `${id}-error`]
		.filter(Boolean)
		.join(" ");
	return (
		<fieldset
			id={id}
			tabIndex={error ? -1 : undefined}
			className={classNames("fieldset", titled && "fieldset--titled", error && "fieldset--invalid")}
			aria-describedby={describedBy || undefined}
		>
			<legend>{legend}</legend>
			{hint != null ? (
				<div id={`${id}-hint`} className="field__hint">
					{hint}
				</div>
			) : null}
			<FieldError id={`${id}-error`} error={error} />
			{children}
		</fieldset>
	);
}

export interface ChoiceOption {
	value: string;
	label: ReactNode;
	hint?: ReactNode;
	/** A number written at the end of the line: how many results this choice would leave. */
	count?: number | undefined;
	disabled?: boolean | undefined;
}

interface ChoiceGroupProps extends Omit<FieldsetProps, "id" | "children"> {
	name: string;
	id?: string | undefined;
	options: readonly ChoiceOption[];
	/** Short choices on one line. */
	row?: boolean | undefined;
}

export function CheckboxGroup({
	selected,
	...props
}: ChoiceGroupProps & { selected: readonly string[] }) {
	return <ChoiceGroup {...props} type="checkbox" isChecked={(value) => selected.includes(value)} />;
}

export function RadioGroup({ selected, ...props }: ChoiceGroupProps & { selected: string | null }) {
	return <ChoiceGroup {...props} type="radio" isChecked={(value) => value === selected} />;
}

function ChoiceGroup({
	name,
	id = name,
	options,
	row,
	type,
	isChecked,
	...fieldset
}: ChoiceGroupProps & { type: "checkbox" | "radio"; isChecked: (value: string) => boolean }) {
	return (
		<Fieldset id={id} {...fieldset}>
			<div className={classNames("choices", row && "choices--row")}>
				{options.map((option) => (
					<Choice
						key={`${option.value}${isChecked(option.value)}`}
						type={type}
						name={name}
						defaultChecked={isChecked(option.value)}
						{...option}
					/>
				))}
			</div>
		</Fieldset>
	);
}

interface ChoiceProps extends ChoiceOption {
	name: string;
	defaultChecked?: boolean | undefined;
}

/** One box to tick, alone. */
export function Checkbox(props: ChoiceProps) {
	return <Choice {...props} type="checkbox" />;
}

function Choice({
	type,
	name,
	value,
	label,
	hint,
	count,
	disabled,
	defaultChecked,
}: ChoiceProps & { type: "checkbox" | "radio" }) {
	return (
		<label className="choice">
			<input {...{ type, name, value, disabled, defaultChecked }} />
			<span className="choice__text">
				{label}
				{hint != null ? <span className="choice__hint">{hint}</span> : null}
			</span>
			{count === undefined ? null : (
				<span className="choice__count">{count.toLocaleString("fr-FR")}</span>
			)}
		</label>
	);
}
