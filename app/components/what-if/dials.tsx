import { useEffect, useState } from "react";
import { formatHour } from "#app/domain/french-format.ts";
import { PERIOD_LABELS, UNIT_LABELS } from "#app/domain/french-labels.ts";
import type { FactValue } from "#app/domain/match-types.ts";
import type { Quantity } from "#app/domain/need.ts";
import type { Control } from "#app/domain/what-if/controls.ts";
import { asWindow, UNTICKED, WINDOW_FIELDS } from "#app/domain/what-if/fields.ts";
import { itemWords, type ValueNames, valueWords } from "#app/domain/what-if/value-words.ts";

/** The fields of a control: plain ones, that a form sends as well. */

export interface DialProps {
	readonly control: Control;
	/** What is tried now. */
	readonly value: FactValue;
	readonly names: ValueNames;
	/** Script runs: a slider can stand beside the number. */
	readonly live: boolean;
	/** Id of the label. */
	readonly labelId: string;
	onTurn(value: FactValue): void;
}

export function DialFields(props: DialProps) {
	switch (props.control.dial.kind) {
		case "number":
		case "quantity":
			return <NumberDial {...props} dial={props.control.dial} />;
		case "window":
			return <WindowDial {...props} />;
		case "date":
			return <DateDial {...props} />;
		case "flag":
			return <FlagDial {...props} off={props.control.dial.off} />;
		case "items":
			return <ItemsDial {...props} items={props.control.dial.items} />;
		case "choice":
			return <ChoiceDial {...props} options={props.control.dial.options} />;
	}
}

function NumberDial({
	control,
	value,
	live,
	labelId,
	onTurn,
	dial: { kind, min, max, step },
}: DialProps & { dial: Extract<Control["dial"], { kind: "number" | "quantity" }> }) {
	const quantity = kind === "quantity" ? (value as unknown as Quantity) : null;
	const amount = quantity ? quantity.amount : typeof value === "number" ? value : null;
	const [typed, setTyped] = useState(amount === null ? "" : String(amount));
	// What is tried elsewhere (a mark, the undo button) shows in the field; what is being typed stays.
	useEffect(() => {
		setTyped((now) => (Number(now) === amount ? now : amount === null ? "" : String(amount)));
	}, [amount]);
	const turn = (text: string) => {
		setTyped(text);
		const next = Number(text);
		if (text === "" || !(next > 0)) return;
		onTurn(quantity ? { ...quantity, amount: next } : next);
	};
	return (
		<>
			{live ? (
				<input
					type="range"
					className="dial__range"
					min={min}
					max={max}
					step={step}
					value={amount ?? max}
					onChange={(event) => turn(event.currentTarget.value)}
					// The field below says and does the same from the keyboard.
					aria-hidden="true"
					tabIndex={-1}
				/>
			) : null}
			<div className="field__affix">
				<input
					type="number"
					className="input input--short"
					name={control.name}
					aria-labelledby={labelId}
					min={min}
					step={step}
					value={typed}
					onChange={(event) => turn(event.currentTarget.value)}
				/>
				<span>{unitWords(control, quantity)}</span>
			</div>
		</>
	);
}

function unitWords({ check }: Control, quantity: Quantity | null): string {
	if (quantity) return `${UNIT_LABELS[quantity.unit][1]} ${PERIOD_LABELS[quantity.per]}`;
	switch (check) {
		case "daysPerWeek":
			return "jours par semaine";
		case "visitHours":
			return "heures par passage";
		case "near":
			return "km au plus";
		default:
			return "€ HT par an, en tout";
	}
}

const HALF_HOURS = Array.from(
	{ length: 49 },
	(_, half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`,
);

function WindowDial({ control, value, onTurn }: DialProps) {
	const window = value === null ? null : asWindow(value);
	const asked = asWindow(control.value);
	const hours = [...new Set([...HALF_HOURS, asked.from, asked.to])].sort();
	const turn = (from: string, to: string) => {
		if (from === UNTICKED) onTurn(null);
		else if (from !== to) onTurn({ from, to });
	};
	return (
		<div className="dial__window">
			<label>
				<span>De</span>
				<select
					className="input"
					name={`${control.name}${WINDOW_FIELDS.from}`}
					value={window?.from ?? UNTICKED}
					onChange={(event) => turn(event.currentTarget.value, window?.to ?? asked.to)}
				>
					<option value={UNTICKED}>peu importe</option>
					{hours.slice(0, -1).map((hour) => (
						<option key={hour} value={hour}>
							{formatHour(hour)}
						</option>
					))}
				</select>
			</label>
			<label>
				<span>à</span>
				<select
					className="input"
					name={`${control.name}${WINDOW_FIELDS.to}`}
					value={window?.to ?? asked.to}
					onChange={(event) => turn(window?.from ?? asked.from, event.currentTarget.value)}
				>
					{hours.map((hour) => (
						<option key={hour} value={hour}>
							{formatHour(hour)}
						</option>
					))}
				</select>
			</label>
		</div>
	);
}

function DateDial({ control, value, labelId, onTurn }: DialProps) {
	return (
		<input
			type="date"
			className="input input--medium"
			name={control.name}
			aria-labelledby={labelId}
			value={typeof value === "string" ? value : ""}
			onChange={(event) => {
				const day = event.currentTarget.value;
				if (day !== "") onTurn(day);
			}}
		/>
	);
}

function FlagDial({ control, value, names, off, onTurn }: DialProps & { off: FactValue }) {
	const on = control.value === off ? true : control.value;
	const words =
		control.check === "consortia"
			? "Permettre aux structures de répondre à plusieurs"
			: control.check === "mode"
				? `Demander${" : "}${valueWords(control.check, on, names)}`
				: "Le demander";
	return (
		<>
			<input type="hidden" name={control.name} value={UNTICKED} />
			<label className="choice">
				<input
					type="checkbox"
					name={control.name}
					value="oui"
					checked={value !== off && value !== null}
					onChange={(event) => onTurn(event.currentTarget.checked ? on : off)}
				/>
				<span className="choice__text">{words}</span>
			</label>
		</>
	);
}

function ItemsDial({
	control,
	value,
	names,
	items,
	onTurn,
}: DialProps & { items: readonly string[] }) {
	const held = Array.isArray(value) ? value : [];
	const turn = (item: string, kept: boolean) => {
		const next = items.filter((one) => (one === item ? kept : held.includes(one)));
		onTurn(next.length === 0 && control.check === "kind" ? null : next);
	};
	return (
		<>
			<input type="hidden" name={control.name} value={UNTICKED} />
			<div className="choices choices--row">
				{items.map((item) => (
					<label className="choice" key={item}>
						<input
							type="checkbox"
							name={control.name}
							value={item}
							checked={held.includes(item)}
							onChange={(event) => turn(item, event.currentTarget.checked)}
						/>
						<span className="choice__text">{itemWords(control.check, item, names)}</span>
					</label>
				))}
			</div>
		</>
	);
}

function ChoiceDial({
	control,
	value,
	names,
	options,
	labelId,
	onTurn,
}: DialProps & { options: readonly (string | null)[] }) {
	return (
		<select
			className="input"
			name={control.name}
			aria-labelledby={labelId}
			value={typeof value === "string" ? value : UNTICKED}
			onChange={(event) => {
				const { value: chosen } = event.currentTarget;
				onTurn(chosen === UNTICKED ? null : chosen);
			}}
		>
			{options.map((option) => (
				<option key={option ?? UNTICKED} value={option ?? UNTICKED}>
					{valueWords(control.check, option, names)}
				</option>
			))}
		</select>
	);
}
