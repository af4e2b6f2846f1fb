import { CHECK_LABELS, RESERVATION_LABELS } from "#app/domain/french-labels.ts";
import { askedWords } from "#app/domain/need-form/asked-words.ts";
import { regimeOn } from "#app/domain/regimes.ts";
import { CHECK_IDS, type CheckId, RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { Services } from "#app/services.server.ts";
import type {
	CadreBody,
	QuoiBody,
	ReservationBody,
	SegmentSearchView,
	ServiceView,
} from "../view-types.ts";
import type { ScreenContext } from "./describe-view.server.ts";
import { needNames } from "./need-names.server.ts";

const MAX_FOUND = 8;

export function quoiBody({ open, services, url }: ScreenContext): QuoiBody {
	return {
		screen: "quoi",
		services: open.draft.form.services.map((service) => serviceView(service, services)),
		search: segmentSearch(url, services),
	};
}

/** Trades found for what was typed, or those of a family. */
export function segmentSearch(url: URL, { reference }: Services): SegmentSearchView {
	const query = url.searchParams.get("q")?.trim() ?? "";
	const family = url.searchParams.get("famille");
	const { taxonomy, segmentSearch: search } = reference;
	const segments =
		query !== ""
			? search.search(query).slice(0, MAX_FOUND)
			: family === null
				? []
				: taxonomy.children(family).map((segment) => ({ segment, because: null }));
	return {
		query,
		family: query === "" ? (taxonomy.get(family ?? "")?.label ?? null) : null,
		found: segments.map(({ segment, because }) => ({
			code: segment.code,
			label: segment.label,
			family: taxonomy.get(segment.parent ?? "")?.label ?? "Famille entière",
			description: segment.description,
			because,
		})),
		families: taxonomy.parents.map(({ code, label }) => ({ code, label })),
	};
}

export function serviceView(
	{ id, segment }: { id: string; segment: string },
	{ reference: { taxonomy } }: Services,
): ServiceView {
	const node = taxonomy.get(segment);
	return {
		id,
		segment,
		label: node?.label ?? segment,
		family: taxonomy.get(node?.parent ?? "")?.label ?? "",
	};
}

export function reservationBody({ open, today }: ScreenContext): ReservationBody {
	const { frame } = open.draft.form;
	return {
		screen: "reservation",
		reservation: frame.reservation,
		kinds: frame.kinds,
		regimes: RESERVATIONS.flatMap((reservation) => {
			const regime = regimeOn(reservation, today);
			if (regime === undefined) return [];
			return [
				{
					value: reservation,
					label: RESERVATION_LABELS[reservation],
					article: regime.article,
					green: regime.green,
					toProve: regime.toProve,
					certain: regime.confidence === "V1",
				},
			];
		}),
	};
}

/** Checks that one may discuss, when the need asks them. */
const NEVER: readonly CheckId[] = ["segment", "area", "near", "kind", "reservation"];

export function cadreBody({ open, services, today }: ScreenContext): CadreBody {
	const { form } = open.draft;
	const names = needNames(services, today);
	const need = open.reading.partial;
	return {
		screen: "cadre",
		title: form.title,
		frame: form.frame,
		negotiable: CHECK_IDS.filter((check) => !NEVER.includes(check)).flatMap((check) => {
			const hint = askedWords(need, check, names);
			const ticked = form.frame.negotiable.includes(check);
			return hint === "" && !ticked ? [] : [{ value: check, label: CHECK_LABELS[check], hint }];
		}),
	};
}
