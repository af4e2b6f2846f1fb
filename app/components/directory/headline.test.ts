import { expect, test } from "vitest";
import { EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { directoryHeadline } from "./headline.ts";

const NO_NAMES = { segments: [], near: "", serves: "" };

test("without filters the sentence is the count", () => {
	expect(directoryHeadline(1512, EMPTY_DIRECTORY_QUERY, NO_NAMES)).toBe(
		"1\u202f512\u00a0structures",
	);
});

test("words, segment and place are said in that order", () => {
	const query = { ...EMPTY_DIRECTORY_QUERY, q: "bureaux", near: { commune: "56260" }, km: 30 };
	const names = { segments: ["Nettoyage de locaux"], near: "Vannes", serves: "" };
	expect(directoryHeadline(34, query, names)).toBe(
		"34\u00a0structures pour «\u202fbureaux\u202f» en «\u202fNettoyage de locaux\u202f» à 30\u202fkm au plus de Vannes",
	);
});

test("an empty list says so in words", () => {
	const query = { ...EMPTY_DIRECTORY_QUERY, serves: "56260" };
	expect(directoryHeadline(0, query, { ...NO_NAMES, serves: "Vannes" })).toBe(
		"Aucune structure desservant Vannes",
	);
});
