import { expect, test } from "vitest";
import segments from "../reference/segments.json" with { type: "json" };
import type { Segment } from "../reference.ts";
import { createTaxonomy } from "../taxonomy.ts";
import { SegmentInference, type SupplierClues } from "./index.ts";
import { nafClass, nafSegments } from "./naf-hints.ts";
import { romeSegments } from "./rome-hints.ts";
import { SUPPLIER_WORDS } from "./supplier-words.ts";
import { lightStem } from "./words.ts";

const taxonomy = createTaxonomy(segments as unknown as Segment[]);
const inference = new SegmentInference(taxonomy);

function codes(clues: SupplierClues): string[] {
	return inference.infer(clues).map((offer) => offer.segment);
}

function ofText(text: string): string[] {
	return codes({ texts: [{ text, weight: 1 }] });
}

test("the words of a presentation lead to their segments, and are kept as evidence", () => {
	const [offer] = inference.infer({ texts: [{ text: "Tonte et taille de haies.", weight: 1 }] });
	expect(offer).toEqual({
		segment: "entretien-espaces-verts",
		modes: null,
		because: "mots « tonte », « taille de haies »",
	});
});

test("the longest phrase wins over the shorter one it holds", () => {
	expect(ofText("Nettoyage de véhicules.")).toEqual(["nettoyage-vehicules"]);
});

test("capitals, accents, plurals and missing small words change nothing", () => {
	expect(ofText("ASSOC ENTRETIEN ESPACES VERTS")).toEqual(ofText("l’entretien d’espaces verts"));
	expect(ofText("ENTRETIEN ESPACES VERTS")).toEqual(["entretien-espaces-verts"]);
});

test("what a text says it does not do is left out", () => {
	expect(ofText("Nettoyage de bureaux hors vitrerie nettoyage")).toEqual(["nettoyage-locaux"]);
	expect(ofText("Maraîchage, sans élagage")).toEqual(["fruits-legumes"]);
});

test("a denial stops at the comma", () => {
	expect(ofText("Travaux sans élagage, débroussaillage")).toEqual(["debroussaillage-fauchage"]);
});

test("a word inside a known phrase does not deny it", () => {
	expect(ofText("Lavage sans eau de véhicules")).toEqual(["nettoyage-vehicules"]);
});

test("a phrase does not run over a comma", () => {
	expect(ofText("entretien, espaces verts")).toEqual(["espaces-verts"]);
});

test("a leaf takes the place of its parent", () => {
	expect(ofText("Espaces verts : débroussaillage")).toEqual(["debroussaillage-fauchage"]);
});

test("the mission of an insertion structure is not what it sells", () => {
	const text =
		"Chantier d’insertion : accompagnement socioprofessionnel, formation, retour à l’emploi.";
	expect(codes({ kinds: ["ACI"], texts: [{ text, weight: 1 }] })).toEqual([]);
});

test("common words that look like a trade say nothing", () => {
	for (const text of [
		"Depuis plus de 20 ans",
		"Association agréée",
		"ASSOC LA PASSERELLE",
		"FONDATION D AUTEUIL",
	]) {
		expect(ofText(text), text).toEqual([]);
	}
});

test("a precise NAF class gives its trade with the code as evidence", () => {
	expect(inference.infer({ naf: "81.21Z" })).toEqual([
		{ segment: "nettoyage-locaux", modes: null, because: "NAF 81.21Z" },
	]);
});

test("catch-all NAF classes do not explode", () => {
	for (const naf of ["8899B", "8810C", "9499Z", "9609Z", "8299Z", "7010Z"]) {
		expect(codes({ naf, kinds: ["ACI"] }), naf).toEqual([]);
	}
});

test("the NAF class of the association that carries a site is not its trade", () => {
	expect(codes({ naf: "8790B", kinds: ["ACI"] })).toEqual([]);
	expect(codes({ naf: "8790B" })).toEqual(["hebergement-social"]);
});

test("a staffing structure lends people, in the trades of its texts", () => {
	const offers = inference.infer({
		kinds: ["AI"],
		naf: "7830Z",
		texts: [{ text: "Ménage, jardinage", weight: 1 }],
	});
	expect(offers.map(({ segment, modes }) => [segment, modes])).toEqual([
		["mise-a-disposition", ["staffing"]],
		["entretien-espaces-verts", ["staffing"]],
		["nettoyage-locaux", ["staffing"]],
	]);
	expect(offers[0]?.because).toBe("type AI ; NAF 78.30Z");
});

test("the mode of a structure of mixed kinds is unknown, except for lending people", () => {
	const offers = inference.infer({
		kinds: ["ACI", "AI"],
		texts: [{ text: "Maraîchage", weight: 1 }],
	});
	expect(offers.map(({ segment, modes }) => [segment, modes])).toEqual([
		["mise-a-disposition", ["staffing"]],
		["fruits-legumes", null],
	]);
});

test("a job gives the trade of its ROME code, chosen by its title among those that share it", () => {
	const job = (rome: string, label: string) => codes({ jobs: [{ rome, label }] });
	expect(job("K2204", "Agent / Agente de propreté de locaux")).toEqual(["nettoyage-locaux"]);
	expect(job("k2304", "Employé polyvalent de ressourcerie")).toEqual(["ressourcerie-debarras"]);
	expect(job("K2304", "Agent / Agente de tri des déchets")).toEqual(["tri-recyclage"]);
	expect(job("M1203", "Assistant comptable")).toEqual([]);
});

test("six segments at most, the best founded first", () => {
	const offers = codes({
		naf: "8121Z",
		texts: [
			{
				text: "Tonte, maraîchage, couture, plomberie, menuiserie, ressourcerie, traiteur, blanchisserie, nettoyage",
				weight: 1,
			},
		],
	});
	expect(offers).toHaveLength(6);
	expect(offers[0]).toBe("nettoyage-locaux");
});

test("every segment of the rules exists in the taxonomy", () => {
	const named = [...nafSegments(), ...romeSegments(), ...Object.keys(SUPPLIER_WORDS)];
	expect(named.filter((code) => !taxonomy.get(code))).toEqual([]);
});

test("NAF classes are read with or without their dot", () => {
	expect(nafClass("81.21Z")).toBe("8121Z");
	expect(nafClass("7820z")).toBe("7820Z");
	expect(nafClass("74.8B")).toBeNull();
});

test("stems keep short words whole", () => {
	expect(lightStem("plus")).toBe("plus");
	expect(lightStem("jardinieres")).toBe(lightStem("jardinier"));
	expect(lightStem("locaux")).toBe(lightStem("local"));
});
