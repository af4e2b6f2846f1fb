import type { FactValue, RelaxationChange } from "../match-types.ts";
import type { CellInput, Need, Quantity, Requirements } from "../need.ts";
import { cellId, cellsOf, keepCells } from "./cells.ts";
import { changedValue } from "./change-value.ts";
import { listOf } from "./fact-values.ts";
import {
	isRequirementCheck,
	REQUIREMENT_FIELDS,
	type RequirementCheck,
} from "./requirement-fields.ts";
import { withAmount, withQuantity } from "./volumes.ts";

/**
 * The need once changes are made: the one place where a change becomes a need, for the predictions, the pages and the exports alike.
 *
 * What `from` and `to` hold, and what changes:
 * - the requirements (days, hours, proofs…): their value in the need. On a service (`cell` null) the service changes, and the cells that
 *   have a value of their own follow as `changedValue` says: a harder one comes down to the new value, an easier one stays. On a cell, it alone changes.
 *   Fewer weekdays named than days asked would contradict: the days come down to those named;
 * - `capacity`: `{amount, unit, per}`, the total of the service in that measure; every quantity follows in proportion;
 * - `order`: euros for twelve months, the total of the need (of the service, of the cell); every amount follows in proportion;
 * - `leadTime`, `availability`: the start, an ISO date; `near`: km, null for no such rule; `kind`: codes or null; `reservation`: a regime or null;
 * - `area`: ids of cells; `to` are those of the lot that is left. Made last, so that totals are those of the whole.
 *
 * The order of the changes does not count. A change of `segment` is none.
 */
export function applyChanges(need: Need, changes: readonly RelaxationChange[]): Need {
	const lots = changes.filter(({ check }) => check === "area");
	const others = changes.filter(({ check }) => check !== "area");
	return [...others, ...lots].reduce(applyChange, need);
}

function applyChange(need: Need, change: RelaxationChange): Need {
	const { check, to } = change;
	if (isRequirementCheck(check)) return changeRequirement(need, check, change);
	switch (check) {
		case "near":
			return { ...need, location: nearTo(need.location, to as number | null) };
		case "kind":
			return { ...need, kinds: to as Need["kinds"] };
		case "reservation":
			return { ...need, reservation: to as Need["reservation"] };
		case "leadTime":
		case "availability":
			return { ...need, startsOn: to as string | null };
		case "capacity":
			return withQuantity(need, change, to as unknown as Quantity);
		case "order":
			return withAmount(need, change, to as number);
		case "area":
			return keepCells(need, listOf(to));
		case "segment":
			return need;
	}
}

function nearTo(location: Need["location"], km: number | null): Need["location"] {
	const undeclaredKm = location?.undeclaredKm ?? null;
	return km === null ? { rule: "serves", undeclaredKm } : { rule: "sits-within", km, undeclaredKm };
}

function changeRequirement(need: Need, check: RequirementCheck, change: RelaxationChange): Need {
	const field = REQUIREMENT_FIELDS[check];
	const changed =
		change.cell === null
			? changeServices(need, field, change.service, (value) =>
					changedValue(value, { ...change, check }),
				)
			: changeCell(need, field, change.cell, (value) => changedValue(value, { ...change, check }));
	return check === "weekdays" ? withDaysWithin(changed) : changed;
}

type Field = keyof Requirements;
type ChangeValue = (value: FactValue) => FactValue;

function changeServices(
	need: Need,
	field: Field,
	service: string | null,
	change: ChangeValue,
): Need {
	const concerns = (id: string) => service === null || id === service;
	return {
		...need,
		services: need.services.map((one) =>
			concerns(one.id) ? { ...one, [field]: change(demandOf(one, field)) } : one,
		),
		cells: need.cells?.map((one) => {
			const own = demandOf(one, field);
			return own !== null && concerns(one.service) ? { ...one, [field]: change(own) } : one;
		}),
	};
}

/** A cell cannot say "none" where its service asks: the demand then goes from the service to the other cells. */
function changeCell(need: Need, field: Field, id: string, change: ChangeValue): Need {
	const cells = cellsOf(need);
	const cell = cells.find((one) => cellId(one) === id);
	const service = need.services.find((one) => one.id === cell?.service);
	if (!cell || !service) return need;
	const inherited = demandOf(service, field);
	const value = change(demandOf(cell, field) ?? inherited);
	const withValue = (one: CellInput) => ({ ...one, [field]: value });
	if (value !== null) {
		return { ...need, cells: cells.map((one) => (one === cell ? withValue(one) : one)) };
	}
	return {
		...need,
		services: need.services.map((one) => (one === service ? { ...one, [field]: null } : one)),
		cells: cells.map((one) => {
			if (one === cell) return withValue(one);
			return one.service === service.id
				? { ...one, [field]: demandOf(one, field) ?? inherited }
				: one;
		}),
	};
}

function demandOf(asked: Requirements, field: Field): FactValue {
	return (asked[field] ?? null) as FactValue;
}

/** No more days per week than the weekdays named. */
function withDaysWithin(need: Need): Need {
	const within = <T extends Requirements>(asked: T, inherited: Requirements): T => {
		const named = new Set(asked.weekdays ?? inherited.weekdays ?? []).size;
		const days = asked.daysPerWeek ?? inherited.daysPerWeek ?? 0;
		return named > 0 && days > named ? { ...asked, daysPerWeek: named } : asked;
	};
	const before = new Map(need.services.map((service) => [service.id, service]));
	return {
		...need,
		services: need.services.map((service) => within(service, {})),
		cells: need.cells?.map((cell) => within(cell, before.get(cell.service) ?? {})),
	};
}
