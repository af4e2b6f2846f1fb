import type { z } from "zod";

export interface Explained {
	/** `offers[0].daysPerWeek`; null: the whole row. */
	readonly path: string | null;
	readonly value: string;
	/** French, says what to do. */
	readonly reason: string;
}

/** One zod issue about an exchange row, in words. */
export function explainIssue(issue: z.core.$ZodIssue, row: unknown): Explained {
	if (issue.code === "unrecognized_keys") {
		const path = pathOf([...issue.path, issue.keys[0] ?? ""]);
		const names = issue.keys.map((key) => `«\u202f${pathOf([...issue.path, key])}\u202f»`);
		return {
			path,
			value: valueAt(row, path),
			reason:
				names.length === 1
					? `La propriété ${names[0]} n’existe pas dans ce format\u202f: corrigez son nom ou retirez-la.`
					: `Les propriétés ${names.join(", ")} n’existent pas dans ce format\u202f: corrigez leur nom ou retirez-les.`,
		};
	}
	const path = issue.path.length > 0 ? pathOf(issue.path) : null;
	return { path, value: path === null ? "" : valueAt(row, path), reason: reasonOf(issue) };
}

/** `["offers", 0, "daysPerWeek"]` → `offers[0].daysPerWeek`. */
export function pathOf(path: readonly PropertyKey[]): string {
	let text = "";
	for (const key of path) {
		if (typeof key === "number") text += `[${key}]`;
		else text += text === "" ? String(key) : `.${String(key)}`;
	}
	return text;
}

/** The value at a path, as text short enough for a table; empty when there is none. */
export function valueAt(row: unknown, path: string): string {
	let at = row;
	for (const key of path.split(/[.[\]]+/).filter((part) => part !== "")) {
		if (at === null || typeof at !== "object") return "";
		at = (at as Record<string, unknown>)[key];
	}
	if (at === undefined) return "";
	return (typeof at === "string" ? at : JSON.stringify(at)).slice(0, 200);
}

const TYPES: Record<string, string> = {
	string: "un texte",
	number: "un nombre",
	int: "un nombre entier",
	boolean: "true ou false",
	array: "une liste […]",
	object: "un objet {…}",
	record: "un objet {…}",
};

function reasonOf(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case "invalid_type":
			return issue.input === undefined && !("received" in issue)
				? `Cette valeur manque ou n’est pas du bon type\u202f: on attend ${TYPES[issue.expected] ?? issue.expected}.`
				: `On attend ${TYPES[issue.expected] ?? issue.expected}.`;
		case "invalid_value":
			return `Cette valeur n’est pas dans la liste\u202f: ${issue.values.map((value) => String(value)).join(", ")}.`;
		case "too_small":
			return issue.origin === "string"
				? "Ce texte est vide\u202f: remplissez-le ou mettez null."
				: `Cette valeur est trop petite\u202f: le minimum est ${issue.minimum}${issue.inclusive === false ? ", non compris" : ""}.`;
		case "too_big":
			return issue.origin === "string"
				? `Ce texte est trop long\u202f: ${issue.maximum} caractères au plus.`
				: issue.origin === "array"
					? `Cette liste est trop longue\u202f: ${issue.maximum} éléments au plus.`
					: `Cette valeur est trop grande\u202f: le maximum est ${issue.maximum}.`;
		case "invalid_format":
			return issue.format === "date"
				? "Cette date n’existe pas\u202f: écrivez année-mois-jour, par exemple 2026-06-01."
				: "Cette valeur n’est pas écrite comme il faut\u202f: voyez le format d’échange à la page /api.";
		case "invalid_key":
			return "Ce code n’est pas écrit comme il faut\u202f: minuscules sans accent, chiffres et tirets.";
		default:
			return "Cette valeur ne peut pas être lue\u202f: voyez le format d’échange à la page /api.";
	}
}
