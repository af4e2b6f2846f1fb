import { countOfWord } from "#app/domain/french-format.ts";
import { askedWords } from "#app/domain/need-form/asked-words.ts";
import type { SiteForm } from "#app/domain/need-form/form-state.ts";
import { isZoneCode } from "#app/domain/need-form/places.ts";
import { readConditions } from "#app/domain/need-form/read-conditions.ts";
import { measureOf, siteName } from "#app/domain/need-form/to-need.ts";
import type { Commune } from "#app/domain/reference.ts";
import { CHECK_IDS } from "#app/domain/vocabulary.ts";
import type { OuBody, SiteRowView } from "../view-types.ts";
import type { ScreenContext } from "./describe-view.server.ts";
import { needNames } from "./need-names.server.ts";
import { currentSheet, pastedProblems } from "./post-step.server.ts";
import { serviceView } from "./step-bodies.server.ts";

const PAGE = 50;

export function placesBody(context: ScreenContext): OuBody {
	const { open, services, url } = context;
	const { form } = open.draft;
	const pageCount = Math.max(1, Math.ceil(form.sites.length / PAGE));
	const page = Math.min(pageCount, Math.max(1, Number(url.searchParams.get("page")) || 1));
	const views = form.services.map((service) => serviceView(service, services));
	const site = form.sites.find((one) => one.id === url.searchParams.get("site"));
	return {
		screen: "ou",
		mode: modeOf(context),
		where: form.where,
		rows: siteRows(context, form.sites.slice((page - 1) * PAGE, page * PAGE)),
		page,
		pageCount,
		siteCount: form.sites.length,
		sheet: form.pasted || currentSheet(form, open.reference),
		uploadProblem: form.uploadProblem,
		pastedProblems: pastedProblems(form, open.reference).map(({ line, column, message }) => ({
			fieldId: "table",
			message: `Ligne ${line}${column === "" ? "" : `, colonne « ${column} »`} : ${message}.`,
		})),
		pastedAbout: form.pastedAbout,
		ignoredColumns: form.ignoredColumns,
		services: views,
		...zoneOf(context),
		site: site
			? {
					id: site.id,
					label: site.label,
					place: site.place,
					postcode: site.postcode,
					address: site.address,
				}
			: null,
	};
}

function modeOf({ open, url }: ScreenContext): OuBody["mode"] {
	const { form } = open.draft;
	const asked = url.searchParams.get("par");
	if (form.pasted !== "" && asked === null) return "table";
	if (asked === "tableau") return "table";
	if (asked === "site" || url.searchParams.has("site")) return "site";
	if (asked === "territoire") return "zone";
	if (asked === "sites") return form.sites.length > 0 ? "list" : "table";
	if (form.where === "zone") return "zone";
	return form.sites.length > 0 ? "list" : "table";
}

function zoneOf({ open, services }: ScreenContext): Pick<OuBody, "zone" | "zoneChoices"> {
	const { zone, zoneText } = open.draft.form;
	const info = isZoneCode(zone) ? open.reference.places.zone(zone) : undefined;
	const hits = info || zoneText === "" ? [] : services.reference.placeSearch.search(zoneText, 8);
	return {
		zone: {
			text: zoneText || (info?.name ?? ""),
			name: info?.name ?? null,
			communes: info?.communes.length ?? null,
		},
		zoneChoices: hits.map((hit) => ({ zone: hit.zone, label: hit.label })),
	};
}

function siteRows(context: ScreenContext, sites: readonly SiteForm[]): SiteRowView[] {
	const { open } = context;
	const { reading } = open;
	return sites.map((site) => {
		const answer = reading.sites.get(site.id);
		const about = (id: string | null) => id === site.id || id?.endsWith(`/${site.id}`) === true;
		const wrong = reading.problems.filter((one) => one.step === "ou" && about(one.about));
		const notes = reading.notes.filter((one) => one.step === "ou" && about(one.about));
		return {
			id: site.id,
			line: site.line,
			name: siteName(site),
			typed: [site.place, site.postcode, site.address].filter(Boolean).join(", "),
			commune: answer?.kind === "found" ? communeLabel(answer.commune) : null,
			choices: answer && answer.kind !== "found" ? answer.communes.map(choiceOf) : [],
			messages: [
				...wrong.map((one) => ({ wrong: true, text: withoutLine(one.message) })),
				...notes.map((one) => ({ wrong: false, text: withoutLine(one.message) })),
			],
			asks: asksOf(context, site.id),
		};
	});
}

/** The row says its line already. */
function withoutLine(message: string): string {
	const text = message.replace(
		/^(?:Ligne \d+|Site «[^»]*»)(?:, colonne «\sCommune\s»)?(?:\s:\s|, )/,
		"",
	);
	return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}

/** "Vannes (56)". */
export function communeLabel(commune: Commune): string {
	return `${commune.name} (${commune.departement})`;
}

function choiceOf(commune: Commune): { code: string; label: string } {
	const postcodes = commune.postcodes.slice(0, 2).join(", ");
	return { code: commune.code, label: `${communeLabel(commune)}, ${postcodes}` };
}

/** What a site asks of its own, in words. */
function asksOf({ open, services, today }: ScreenContext, site: string): string {
	const { form } = open.draft;
	const names = needNames(services, today);
	const wanted = form.services.filter(
		({ id }) => form.asked === null || form.asked.includes(`${id}/${site}`),
	);
	const absent = form.services.length - wanted.length;
	const words = wanted.flatMap((service) => {
		const cell = form.cells.find((one) => one.service === service.id && one.site === site);
		if (!cell) return [];
		const { requirements } = readConditions(
			cell.conditions,
			measureOf(service.segment, open.reference.taxonomy),
		);
		const need = { services: [{ id: service.id, segment: service.segment, ...requirements }] };
		const said = CHECK_IDS.filter((check) => check !== "segment")
			.map((check) => askedWords(need, check, names))
			.filter(Boolean);
		if (said.length === 0) return [];
		const label = open.reference.taxonomy.get(service.segment)?.label ?? service.segment;
		return [form.services.length > 1 ? `${label} : ${said.join(", ")}` : said.join(", ")];
	});
	if (absent > 0) words.push(`${countOfWord(absent, "prestation")} sans demande ici`);
	return words.join(" ; ");
}
