import { z } from "zod";
import { AppError } from "../errors.ts";
import type { FactValue } from "../match-types.ts";
import { CHECK_IDS } from "../vocabulary.ts";
import { EDIT_PARAMETER, type Edit } from "./edits.ts";

const MAX_EDITS = 200;
const PARTS = /^([A-Za-z]+)~([a-z0-9-]*)~([a-z0-9-/]*)~([^~]+)~([^~]+)$/;

const factSchema: z.ZodType<FactValue> = z.json();

/** @throws {AppError} "bad-input" naming the value that is no edit */
export function readEdits(texts: readonly string[]): readonly Edit[] {
	if (texts.length > MAX_EDITS) throw refused(`${texts.length} valeurs, ${MAX_EDITS} au plus`);
	return texts.map((text) => {
		const [, name, service, cell, before, after] = PARTS.exec(text) ?? [];
		const check = [...CHECK_IDS, "consortia" as const].find((one) => one === name);
		const from = parsed(before);
		const to = parsed(after);
		if (check === undefined || from === undefined || to === undefined) throw refused(text);
		return { check, service: service || null, cell: cell || null, from, to };
	});
}

function parsed(json: string | undefined): FactValue | undefined {
	try {
		const value = factSchema.safeParse(JSON.parse(json ?? ""));
		return value.success ? value.data : undefined;
	} catch {
		return undefined;
	}
}

function refused(text: string): AppError {
	const message = `«\u202f${text.slice(0, 200)}\u202f» n’est pas un changement que l’on peut essayer.`;
	return new AppError("bad-input", {}, { problems: [{ path: EDIT_PARAMETER, message }] });
}
