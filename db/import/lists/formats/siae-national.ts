import type { Accreditation } from "#app/domain/supplier.ts";
import { kindCode } from "../kinds.ts";
import { essByForm, legalFormOf } from "../legal-forms.ts";
import type { ListFormat, ListRow } from "../list-format.ts";
import {
	accredited,
	buildSupplier,
	mergeKinds,
	readSiret,
	resolvePlace,
} from "../supplier-draft.ts";
import { cleanLine, cleanText, cleanWebsite } from "../texts.ts";
import { rowsBySiret, unknownKind } from "./shared.ts";

/** Rows seen only in a later sample of another tool, not on the ASP's list: their kind is said, not proved. */
const SAMPLE_DATE = "2020-01-01";

/** Below this score the geocoder was guessing. */
const MIN_GEOCODING = 0.4;

/** SIAE and GEIQ of the ASP's public list; a SIRET has one row per kind. */
export const siaeNational: ListFormat = {
	id: "siae-national",
	columns: [
		"siret",
		"type_structure",
		"raison_sociale",
		"code_naf",
		"code_insee",
		"nature_juridique_asp",
	],
	groupBy: rowsBySiret("siret"),
	read(rows, context) {
		const [first] = rows;
		const { cells } = first;
		const identity = readSiret(cells["siret"] ?? "", "siret", context);
		if ("reject" in identity) return identity;
		const kinds: Accreditation[] = [];
		for (const row of rows) {
			const kind = readKind(row, context.listDate);
			if (!kind) return unknownKind("type_structure", row.cells["type_structure"]);
			kinds.push(kind);
		}
		const listed = rows.find((row) => isOnList(row)) ?? first;
		const legalForm = legalFormOf(listed.cells["nature_juridique_asp"] || cells["forme_juridique"]);
		const place = resolvePlace(placeOf(rows), context);
		const description = cleanText(rows.map((row) => row.cells["description"]).find(Boolean));
		const name = cleanLine(cells["raison_sociale"]) ?? cleanLine(cells["enseigne"]) ?? identity.key;
		const supplier = buildSupplier(
			{
				identity,
				name,
				on: context.listDate,
				place,
				fields: {
					kinds: mergeKinds(kinds),
					ess: essByForm(legalForm),
					legalForm,
					address: cleanLine(cells["adresse"]),
					postcode: cells["code_postal"] || null,
					website: cleanWebsite(cells["site_web"]),
					description,
					employees: readEmployees(cells["tranche_effectif"]),
				},
				clues: {
					kinds: kinds.map((kind) => kind.code),
					naf: cells["code_naf"] ?? null,
					texts: [
						{ text: `${name}. ${cells["enseigne"] ?? ""}`, weight: 1.5 },
						{ text: description ?? "", weight: 1 },
					],
				},
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};

function isOnList(row: ListRow): boolean {
	return row.cells["present_liste_asp_2019_07"] === "1";
}

function readKind(row: ListRow, listDate: string | null): Accreditation | null {
	const code = kindCode(row.cells["type_structure"]);
	if (!code) return null;
	// GEIQ have a list of their own, gathered here with the same date.
	return isOnList(row) || code === "GEIQ"
		? accredited(code, "registry", listDate)
		: accredited(code, "declared", SAMPLE_DATE);
}

/** Of the row whose point is a street's, when there is one. */
function placeOf(rows: readonly [ListRow, ...ListRow[]]) {
	const best = rows.find((row) => !isApproximate(row)) ?? rows[0];
	return {
		inseeCode: best.cells["code_insee"],
		postcode: best.cells["code_postal"],
		town: best.cells["ville"],
		lat: best.cells["lat"],
		lon: best.cells["lon"],
		approximate: isApproximate(best),
	};
}

function isApproximate({ cells }: ListRow): boolean {
	const score = cells["score_geocodage"] ?? "";
	return score === "commune" || (score !== "" && Number(score) < MIN_GEOCODING);
}

function readEmployees(text: string | undefined): string | null {
	return text && !/non renseign/i.test(text) ? text : null;
}
