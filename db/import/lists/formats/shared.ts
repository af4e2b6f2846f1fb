import { compactSiret } from "#app/domain/siret.ts";
import { KIND_CODES } from "#app/domain/vocabulary.ts";
import type { ListRow, Reading } from "../list-format.ts";

/** Gathers the rows of one SIRET; a row without one stands alone. */
export function rowsBySiret(column: string): (row: ListRow) => string | null {
	return (row) => {
		const siret = compactSiret(row.cells[column] ?? "");
		return /^\d{14}$/.test(siret) ? siret : null;
	};
}

export function unknownKind(column: string, value: string | undefined): Reading {
	return {
		reject: {
			column,
			value: value ?? "",
			reason: `Type de structure inconnu. Types connus : ${KIND_CODES.join(", ")}.`,
		},
	};
}

export function missing(column: string, what: string): Reading {
	return { reject: { column, value: "", reason: `${what} manque. Complétez cette colonne.` } };
}

/** `12/03/2026`, `2026-03-12` → `2026-03-12`; null for anything else. */
export function readDate(text: string | undefined): string | null {
	const value = text ?? "";
	const french = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/.exec(value);
	const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value);
	const [year, month, day] = french
		? [french[3], french[2], french[1]]
		: iso
			? [iso[1], iso[2], iso[3]]
			: [];
	if (!year || !month || !day) return null;
	const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const parsed = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
