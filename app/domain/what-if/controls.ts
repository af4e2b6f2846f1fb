import type { FactValue } from "../match-types.ts";
import type { Need, Requirements, Service } from "../need.ts";
import { effectiveRequirements } from "../need-form/asked-words.ts";
import { amountOf, measuresOf, quantityOf } from "../relax/volumes.ts";
import { type CheckId, KIND_CODES, RESERVATIONS, WEEKDAYS } from "../vocabulary.ts";
import type { Edit } from "./edits.ts";

/**
 * How a condition is turned. `flag`: asked, or given up (`off`). `items`: a list of which each can be left out. Plain data: the browser
 * and the server read its fields the same way.
 */
export type Dial =
	| {
			/** `quantity`: an amount in a measure that stays. */
			readonly kind: "number" | "quantity";
			readonly min: number;
			readonly max: number;
			readonly step: number;
	  }
	| { readonly kind: "window" }
	| { readonly kind: "date" }
	| { readonly kind: "flag"; readonly off: FactValue }
	| { readonly kind: "items"; readonly items: readonly string[] }
	| { readonly kind: "choice"; readonly options: readonly (string | null)[] };

/** One condition of a need that can be turned, and its value in the need. */
export interface Control {
	/** Unique in the need: the name of its fields. */
	readonly name: string;
	readonly check: Edit["check"];
	/** Null: the need as a whole. */
	readonly service: string | null;
	readonly value: FactValue;
	readonly dial: Dial;
}

type Turn = Omit<Control, "name">;

/** The controls of a need: one for each condition it has, those of the whole first, then service by service in the order of the checks. */
export function controlsOf(need: Need): readonly Control[] {
	const turns = [
		...wholeControls(need),
		...need.services.flatMap((service) => serviceControls(service, need)),
	];
	const seen = new Map<string, number>();
	return turns.map((turn) => {
		const name = turn.service === null ? turn.check : `${turn.check}.${turn.service}`;
		const rank = seen.get(name) ?? 0;
		seen.set(name, rank + 1);
		return { name: rank === 0 ? name : `${name}.${rank + 1}`, ...turn };
	});
}

function wholeControls(need: Need): Turn[] {
	const whole = { service: null };
	const km = need.location?.rule === "sits-within" ? (need.location.km ?? null) : null;
	const amountEur = amountOf(need, { service: null, cell: null });
	const controls: (Turn | null)[] = [
		km === null
			? null
			: {
					...whole,
					check: "near",
					value: km,
					dial: { kind: "number", min: 5, max: Math.max(100, 2 * km), step: 5 },
				},
		need.kinds?.length
			? { ...whole, check: "kind", value: need.kinds, dial: { kind: "items", items: KIND_CODES } }
			: null,
		need.reservation
			? {
					...whole,
					check: "reservation",
					value: need.reservation,
					dial: { kind: "choice", options: [...RESERVATIONS, null] },
				}
			: null,
		amountEur > 0
			? { ...whole, check: "order", value: amountEur, dial: amounts("number", amountEur) }
			: null,
		need.startsOn
			? { ...whole, check: "leadTime", value: need.startsOn, dial: { kind: "date" } }
			: null,
		{
			...whole,
			check: "consortia",
			value: need.consortiaAllowed ?? false,
			dial: { kind: "flag", off: false },
		},
	];
	return controls.filter((control) => control !== null);
}

/** From next to nothing to half as much again, in round steps of about a hundredth. */
function amounts(kind: "number" | "quantity", value: number): Dial {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
	return { kind, min: step, max: Math.ceil((1.5 * value) / step) * step, step };
}

function serviceControls(service: Service, need: Need): Turn[] {
	const cells = cellsOf(service, need);
	const controls: Turn[] = [];
	const add = (check: CheckId, value: FactValue, dial: Dial) =>
		controls.push({ check, service: service.id, value, dial });
	const all = <T>(read: (cell: Requirements) => T | null | undefined): T[] =>
		cells.flatMap((cell) => read(cell) ?? []);
	const flag = (check: CheckId, value: FactValue | undefined, off: FactValue) => {
		if (value) add(check, value, { kind: "flag", off });
	};
	const items = (check: CheckId, found: readonly string[], order?: readonly string[]) => {
		const list = [...(order ?? [])].filter((item) => found.includes(item));
		const kept = order ? list : [...new Set(found)];
		if (kept.length > 0) add(check, kept, { kind: "items", items: kept });
	};

	flag("mode", all((cell) => cell.mode)[0], null);
	const days = all((cell) => cell.daysPerWeek);
	if (days.length > 0) {
		add("daysPerWeek", Math.max(...days), { kind: "number", min: 0.5, max: 7, step: 0.5 });
	}
	const weekdays = cells.flatMap((cell) => cell.weekdays ?? []);
	items("weekdays", weekdays, WEEKDAYS);
	for (const window of byFrequency(all((cell) => cell.window))) {
		add("window", { from: window.from, to: window.to }, { kind: "window" });
	}
	const hours = all((cell) => cell.visitHours);
	if (hours.length > 0) {
		add("visitHours", Math.min(...hours), { kind: "number", min: 0.5, max: 12, step: 0.5 });
	}
	for (const measure of measuresOf(need, service)) {
		const amount = quantityOf(need, { service: service.id, cell: null }, measure);
		add("capacity", { amount, ...measure }, amounts("quantity", amount));
	}
	flag(
		"continuity",
		cells.some((cell) => cell.continuity),
		false,
	);
	flag(
		"stock",
		cells.some((cell) => cell.firmStock),
		false,
	);
	items(
		"certificates",
		cells.flatMap((cell) => cell.certificates ?? []),
	);
	items(
		"capabilities",
		cells.flatMap((cell) => cell.capabilities ?? []),
	);
	for (const check of ["delivery", "installation", "staffTransfer"] as const) {
		flag(
			check,
			cells.some((cell) => cell[check]),
			false,
		);
	}
	flag("eInvoicing", all((cell) => cell.eInvoicing)[0], null);
	return controls;
}

/** What a service is asked for, cell by cell. */
function cellsOf(service: Service, need: Need): readonly Requirements[] {
	const cells = need.cells?.filter((cell) => cell.service === service.id);
	return effectiveRequirements({ ...need, services: [service], cells });
}

function byFrequency<T>(values: readonly T[]): readonly T[] {
	const counts = new Map<string, { value: T; count: number }>();
	for (const value of values) {
		const key = JSON.stringify(value);
		counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return [...counts.values()].sort((a, b) => b.count - a.count).map(({ value }) => value);
}
