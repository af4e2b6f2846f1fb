import type { CheckId } from "../../vocabulary.ts";
import { area } from "./area.ts";
import { capacity } from "./capacity.ts";
import { continuity } from "./continuity.ts";
import { daysPerWeek, visitHours, weekdays } from "./days.ts";
import type { CheckDefinition } from "./definition.ts";
import { kind, reservation } from "./kind.ts";
import { mode } from "./mode.ts";
import { near } from "./near.ts";
import { order } from "./order.ts";
import { capabilities, certificates } from "./proofs.ts";
import { segment } from "./segment.ts";
import { availability, leadTime } from "./start.ts";
import { delivery, eInvoicing, installation, staffTransfer, stock } from "./supply.ts";
import { window } from "./window.ts";

/** Every check of Vivier. A check without its function, its sentence and its relaxation rule does not compile. */
export const CHECKS: Record<CheckId, CheckDefinition> = {
	segment,
	area,
	near,
	kind,
	reservation,
	mode,
	daysPerWeek,
	weekdays,
	window,
	visitHours,
	capacity,
	order,
	leadTime,
	availability,
	continuity,
	stock,
	certificates,
	capabilities,
	delivery,
	installation,
	staffTransfer,
	eInvoicing,
};
