import { formatQuantity } from "../french-labels.ts";
import { type Need, needSchema } from "../need.ts";
import type { NeedForm, ServiceForm } from "../need-form/form-state.ts";
import { toForm } from "../need-form/from-need.ts";
import { frNumber } from "../need-form/values.ts";
import { needOfParts } from "./need-of-parts.ts";
import type { Reading, ReadPart, ReadQuestion } from "./types.ts";

/** What a person keeps, answers and corrects of a reading. */
export interface ReadAnswers {
	/** Paths of the parts to keep. */
	readonly kept: ReadonlySet<string>;
	/** Rank of a question → rank of the option taken; null: none of them. A question that is not there keeps what stands. */
	readonly answers: ReadonlyMap<number, number | null>;
	/** Path → what was typed or chosen in place of what was read. */
	readonly typed: ReadonlyMap<string, string>;
}

/**
 * The form of a need as read, as answered and as corrected. What was typed is kept as typed: the form says later what cannot be read.
 *
 * @param communeName name of a commune by INSEE code; null when unknown
 */
export function formOfReading(
	reading: Reading,
	{ kept, answers, typed }: ReadAnswers,
	communeName: (code: string) => string | null,
): NeedForm {
	let parts = reading.parts.filter(({ path }) => kept.has(path));
	for (const [rank, question] of reading.questions.entries()) {
		const answer = answers.get(rank);
		if (answer !== undefined) parts = answered(parts, question, answer);
	}
	for (const [path, value] of typed) {
		if (path.endsWith(".segment") && value !== "") parts = replaced(parts, path, value);
	}
	const { need } = needOfParts(parts, {
		services: 0,
		siteName: (code) => communeName(code) ?? code,
	});
	const form = toForm(withTrades(need), communeName);
	return corrected(form, servicePositions(need), typed);
}

function answered(
	parts: readonly ReadPart[],
	question: ReadQuestion,
	answer: number | null,
): ReadPart[] {
	const option = answer === null ? undefined : question.options[answer];
	if (option === undefined) return parts.filter(({ path }) => path !== question.path);
	if (typeof option.value === "string" && /^(?:place|sites|zone)$/.test(question.path)) {
		const commune = /^commune:(.+)$/.exec(option.value)?.[1];
		const count = parts.filter(({ path }) => path.startsWith("sites[")).length;
		return commune === undefined
			? replaced(parts, "zone", option.value)
			: replaced(parts, `sites[${count + 100}].commune`, commune);
	}
	return replaced(parts, question.path, option.value);
}

function replaced(parts: readonly ReadPart[], path: string, value: ReadPart["value"]): ReadPart[] {
	const others = parts.filter((part) => part.path !== path);
	return [...others, { path, value, words: [] }];
}

/** A form holds services by their trade: those that have none are left out. */
function withTrades(need: ReturnType<typeof needOfParts>["need"]): Need {
	const services = need.services.flatMap(({ segment, ...service }) =>
		segment === undefined ? [] : [{ ...service, segment }],
	);
	return {
		...needSchema.partial({ services: true }).parse({ ...need, services: undefined }),
		services,
	};
}

/** Rank of each service of the need in the form. */
function servicePositions(need: ReturnType<typeof needOfParts>["need"]): Map<number, number> {
	const positions = new Map<number, number>();
	for (const [i, { segment }] of need.services.entries()) {
		if (segment !== undefined) positions.set(i, positions.size);
	}
	return positions;
}

const CONDITION_FIELDS = {
	daysPerWeek: "days",
	weekdays: "weekdays",
	window: "window",
	visitHours: "visitHours",
	quantity: "quantity",
	amountEur: "amount",
} as const;
const FRAME_FIELDS = {
	startsOn: "startsOn",
	durationMonths: "durationMonths",
	"contract.renewals": "renewals",
	"contract.maxEur": "maxEur",
	"contract.minOrderEur": "minOrderEur",
} as const;

type ConditionField = keyof typeof CONDITION_FIELDS;
type FrameField = keyof typeof FRAME_FIELDS;

function conditionAt(path: string): { service: number; field: ConditionField } | null {
	const [, service, field = ""] = /^services\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
	return service !== undefined && field in CONDITION_FIELDS
		? { service: Number(service), field: field as ConditionField }
		: null;
}

function corrected(
	form: NeedForm,
	positions: ReadonlyMap<number, number>,
	typed: ReadonlyMap<string, string>,
): NeedForm {
	const services: ServiceForm[] = form.services.map((service) => ({ ...service }));
	const frame = { ...form.frame };
	for (const [path, text] of typed) {
		const condition = conditionAt(path);
		const service = condition && services[positions.get(condition.service) ?? -1];
		if (service) {
			const { unit, per, ...others } = service.conditions;
			const measure =
				condition.field === "quantity" ? {} : { ...(unit && { unit }), ...(per && { per }) };
			service.conditions = { ...others, ...measure, [CONDITION_FIELDS[condition.field]]: text };
		} else if (path in FRAME_FIELDS) frame[FRAME_FIELDS[path as FrameField]] = text;
	}
	return { ...form, services, frame };
}

/** What stands in the field of a part, as one would type it; null for what is kept or removed whole. */
export function typedValue({ path, value }: ReadPart, reading: Reading): string | null {
	const condition = conditionAt(path);
	if (!condition && !(path in FRAME_FIELDS)) return null;
	if (typeof value === "number") return frNumber(value);
	if (condition?.field === "quantity") {
		const quantity = reading.need.services[condition.service]?.quantity;
		return quantity ? formatQuantity(quantity) : "";
	}
	const need: Need = withTrades({
		services: [{ id: "n1", segment: "x", ...(condition ? { [condition.field]: value } : {}) }],
	});
	const form = toForm(need, () => null);
	return condition
		? (form.services[0]?.conditions[CONDITION_FIELDS[condition.field]] ?? "")
		: String(value);
}
