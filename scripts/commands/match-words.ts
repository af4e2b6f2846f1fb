import { formatDay } from "#app/domain/dates.ts";
import {
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatHours,
	formatWindow,
} from "#app/domain/french-format.ts";
import { RESERVATION_LABELS } from "#app/domain/french-labels.ts";
import type { PreparedNeed } from "#app/domain/match/prepared.ts";
import { checkSentence } from "#app/domain/match/sentences.ts";
import { changeSentence } from "#app/domain/relax/change-words.ts";
import { relaxNames } from "#app/domain/relax/names.ts";
import { sentenceWords } from "#app/domain/sentence-words.ts";
import type { CheckId } from "#app/domain/vocabulary.ts";
import type { Reference } from "#db/reference.server.ts";
import type { ReportWords } from "./match-report.ts";

/** The need's own words in a terminal report. */
export function needWords(prepared: PreparedNeed, reference: Reference): ReportWords {
	const { need } = prepared;
	const codes = sentenceWords(reference);
	const labels = new Map(prepared.places.map(({ id, label }) => [id, label]));
	const words = { ...codes, place: (code: string) => labels.get(code) ?? codes.place(code) };
	const names = relaxNames(reference, formatDay(prepared.terms.on));
	const segments = [...new Set(need.services.map(({ segment }) => words.segment(segment)))];
	const where =
		(need.zone && words.place(need.zone)) ??
		`${prepared.places.length} site${prepared.places.length > 1 ? "s" : ""}`;
	return {
		title: [need.title ?? segments.join(", "), where, segments.join(", ")].join(" · "),
		cellCount: prepared.cells.length,
		asked: (check) => askedWords(prepared, check as CheckId),
		reasons: (supplier) =>
			supplier.checks
				.filter(({ verdict }) => verdict !== "met")
				.sort((a, b) => Number(b.verdict === "unmet") - Number(a.verdict === "unmet"))
				.map((result) => checkSentence(result, words)),
		cell(id) {
			const cell = prepared.cells.find((one) => one.id === id);
			if (!cell) return id;
			const place = prepared.places[cell.place]?.label ?? id;
			const segment = prepared.groups[cell.group]?.segment ?? "";
			return need.services.length > 1 ? `${words.segment(segment)}, ${place}` : place;
		},
		changes: (changes) => changeSentence(need, changes, "to", names),
	};
}

/** What the first service asks at this check, when it is one value that fits on a line. */
function askedWords({ need, terms }: PreparedNeed, check: CheckId): string {
	const [service] = need.services;
	if (!service || need.services.length > 1) return "";
	switch (check) {
		case "reservation":
			return need.reservation ? RESERVATION_LABELS[need.reservation] : "";
		case "daysPerWeek":
			return service.daysPerWeek ? `${formatDaysPerWeek(service.daysPerWeek)} demandés` : "";
		case "window":
			return service.window ? `${formatWindow(service.window)} demandé` : "";
		case "visitHours":
			return service.visitHours ? `${formatHours(service.visitHours)} par passage` : "";
		case "order":
			return service.amountEur ? formatEuros(service.amountEur) : "";
		case "leadTime":
			return terms.startsOn !== null && need.startsOn
				? `début le ${formatDate(need.startsOn)}`
				: "";
		default:
			return "";
	}
}
