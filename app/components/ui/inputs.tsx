import type {
	InputHTMLAttributes,
	ReactNode,
	SelectHTMLAttributes,
	TextareaHTMLAttributes,
} from "react";
import { classNames } from "./class-names.ts";
import { Field, type FieldProps } from "./field.tsx";

type Native<T> = Omit<T, keyof FieldProps | "className">;
/** `short` for a number or a code, `medium` for a town. */
type Width = "short" | "medium" | "full";

function inputClass(width: Width): string {
	return classNames("input", width !== "full" && `input--${width}`);
}

export function TextInput({
	width = "full",
	suffix,
	name,
	id,
	label,
	hint,
	error,
	optional,
	required,
	hideLabel,
	type = "text",
	...native
}: FieldProps &
	Native<InputHTMLAttributes<HTMLInputElement>> & {
		width?: Width | undefined;
		/** A unit written after the field: “km”, “€ HT”. */
		suffix?: ReactNode;
	}) {
	return (
		<Field {...{ name, id, label, hint, error, optional, required, hideLabel }}>
			{(control) =>
				suffix == null ? (
					<input type={type} className={inputClass(width)} {...native} {...control} />
				) : (
					<div className="field__affix">
						<input type={type} className={inputClass(width)} {...native} {...control} />
						<span>{suffix}</span>
					</div>
				)
			}
		</Field>
	);
}

export function TextArea({
	name,
	id,
	label,
	hint,
	error,
	optional,
	required,
	hideLabel,
	...native
}: FieldProps & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
	return (
		<Field {...{ name, id, label, hint, error, optional, required, hideLabel }}>
			{(control) => <textarea className="input" {...native} {...control} />}
		</Field>
	);
}

export interface SelectOption {
	value: string;
	label: string;
}

export function Select({
	options,
	groups,
	width = "full",
	name,
	id,
	label,
	hint,
	error,
	optional,
	required,
	hideLabel,
	...native
}: FieldProps &
	Native<SelectHTMLAttributes<HTMLSelectElement>> & {
		options?: readonly SelectOption[] | undefined;
		/** Options under headings, after the plain ones. */
		groups?: readonly { label: string; options: readonly SelectOption[] }[] | undefined;
		width?: Width | undefined;
	}) {
	return (
		<Field {...{ name, id, label, hint, error, optional, required, hideLabel }}>
			{(control) => (
				<select className={inputClass(width)} {...native} {...control}>
					<Options options={options ?? []} />
					{groups?.map((group) => (
						<optgroup key={group.label} label={group.label}>
							<Options options={group.options} />
						</optgroup>
					))}
				</select>
			)}
		</Field>
	);
}

function Options({ options }: { options: readonly SelectOption[] }) {
	return options.map((option) => (
		<option key={option.value} value={option.value}>
			{option.label}
		</option>
	));
}

export function FileInput({
	name,
	id,
	label,
	hint,
	error,
	optional,
	required,
	hideLabel,
	...native
}: FieldProps & Native<InputHTMLAttributes<HTMLInputElement>>) {
	return (
		<Field {...{ name, id, label, hint, error, optional, required, hideLabel }}>
			{(control) => <input className="input" {...native} {...control} type="file" />}
		</Field>
	);
}
