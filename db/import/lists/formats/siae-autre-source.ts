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

/** Sources that are official lists; « USER_CREATED » and « STAFF_CREATED » rows only say their kind. */
const OFFICIAL = new Set(["ASP", "GEIQ", "EA_EATT"]);

/** SIAE from another tool, other columns; a SIRET may have one row per kind. */
export const siaeAutreSource: ListFormat = {
	id: "siae-autre-source",
	columns: ["siret", "kind", "name", "brand", "post_code", "city", "source"],
	groupBy: rowsBySiret("siret"),
	read(rows, context) {
		const { cells } = rows.find((row) => OFFICIAL.has(row.cells["source"] ?? "")) ?? rows[0];
		const identity = readSiret(cells["siret"] ?? "", "siret", context);
		if ("reject" in identity) return identity;
		const kinds: Accreditation[] = [];
		for (const row of rows) {
			const code = kindCode(row.cells["kind"]);
			if (!code) return unknownKind("kind", row.cells["kind"]);
			kinds.push(
				accredited(
					code,
					OFFICIAL.has(row.cells["source"] ?? "") ? "registry" : "declared",
					context.listDate,
				),
			);
		}
		const legalForm = legalFormOf(cells["legal_form"]);
		const description = cleanText(first(rows, "description"));
		const name = cleanLine(cells["name"]) ?? identity.key;
		const brand = cleanLine(first(rows, "brand"));
		const supplier = buildSupplier(
			{
				identity,
				name,
				on: context.listDate,
				place: resolvePlace(
					{
						postcode: cells["post_code"],
						town: cells["city"],
						lat: cells["lat"],
						lon: cells["lon"],
					},
					context,
				),
				fields: {
					kinds: mergeKinds(kinds),
					ess: essByForm(legalForm),
					legalForm,
					address: cleanLine(cells["address"]),
					postcode: cells["post_code"] || null,
					website: cleanWebsite(first(rows, "website")),
					description,
					employees: knownBand(first(rows, "api_entreprise_employees")),
					turnoverEur: turnover(first(rows, "ca")) ?? turnover(first(rows, "api_entreprise_ca")),
				},
				clues: {
					kinds: kinds.map((kind) => kind.code),
					naf: cells["naf"] ?? null,
					texts: [
						{ text: `${name}. ${brand ?? ""}`, weight: 1.5 },
						{ text: description ?? "", weight: 1 },
					],
				},
			},
			context,
		);
		return { key: identity.key, supplier };
	},
};

function first(rows: readonly ListRow[], column: string): string {
	return rows.map((row) => row.cells[column]).find(Boolean) ?? "";
}

function knownBand(text: string): string | null {
	return text && !/non renseign/i.test(text) ? text : null;
}

/** A nought here is a box left as it was, not a turnover. */
function turnover(text: string): number | null {
	const euros = Number(text);
	return text !== "" && Number.isFinite(euros) && euros > 0 ? euros : null;
}
