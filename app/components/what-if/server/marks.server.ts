import type { FactValue, StepFunction } from "#app/domain/match-types.ts";
import type { Quantity } from "#app/domain/need.ts";
import { sameValue } from "#app/domain/relax/fact-values.ts";
import type { Control } from "#app/domain/what-if/controls.ts";
import { turned, valueAfter } from "#app/domain/what-if/fields.ts";
import type { VersionedRelaxAnswer } from "#app/matcher/port.ts";
import type { Marks } from "../types.ts";
import type { Variant } from "./variant.server.ts";

type Relaxed = Pick<VersionedRelaxAnswer, "steps" | "suppliers">;

/** Every value at which somebody comes in or goes, control by control, from where the variant stands. */
export function marksOf({ controls, log }: Variant, relaxed: Relaxed): Marks {
	const named = supplierNames(relaxed);
	return Object.fromEntries(
		controls.map((control) => [
			control.name,
			relaxed.steps
				.filter((step) => isAbout(step, control, valueAfter(control, log)))
				.flatMap(({ points }) =>
					points.map(({ value, organisations, gained, lost }) => ({
						edit: turned(control, value),
						value,
						organisations,
						gained: named(gained),
						lost: named(lost),
					})),
				),
		]),
	);
}

/** Several windows, or several measures, have a control each. */
function isAbout(step: StepFunction, { check, service }: Control, value: FactValue): boolean {
	if (step.check !== check || step.service !== service) return false;
	if (check === "window") return sameValue(step.asked, value);
	if (check !== "capacity") return true;
	const [asked, held] = [step.asked, value] as unknown as Quantity[];
	return asked?.unit === held?.unit && asked?.per === held?.per;
}

/** Names of suppliers that the relaxations speak of. */
export function supplierNames({ suppliers }: Pick<Relaxed, "suppliers">) {
	const names = new Map(suppliers.map(({ id, name }) => [id, name]));
	return (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
}
