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

/** What the field around an input needs, apart from what goes to the input itself. */
function apart<P extends FieldProps>(props: P) {
	const { name, id, label, hint, error, optional, required, hideLabel, ...native } = props;
	return { field: { name, id, label, hint, error, optional, required, hideLabel }, native };
}

export function TextInput({
	width = "full",
	suffix,
	type = "text",
	...props
}: FieldProps &
	Native<InputHTMLAttributes<HTMLInputElement>> & {
		width?: Width | undefined;
		/** A unit written after the field: “km”, “€ HT”. */
		suffix?: ReactNode;
	}) {
	const { field, native } = apart(props);
	return (
		<Field {...field}>
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

export function TextArea(props: FieldProps & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
	const { field, native } = apart(props);
	return (
		<Field {...field}>{(control) => <textarea className="input" {...native} {...control} />}</Field>
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
	...props
}: FieldProps &
	Native<SelectHTMLAttributes<HTMLSelectElement>> & {
		options?: readonly SelectOption[] | undefined;
		/** Options under headings, after the plain ones. */
		groups?: readonly { label: string; options: readonly SelectOption[] }[] | undefined;
		width?: Width | undefined;
	}) {
	const { field, native } = apart(props);
	return (
		<Field {...field}>
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

export function FileInput(props: FieldProps & Native<InputHTMLAttributes<HTMLInputElement>>) {
	const { field, native } = apart(props);
	return (
		<Field {...field}>
			{(control) => <input className="input" {...native} {...control} type="file" />}
		</Field>
	);
}
