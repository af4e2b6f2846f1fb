import { expect, test } from "vitest";
import { checkOf, makeNeed } from "#tests/factories/match.ts";
import { makeAccreditation } from "#tests/factories/supplier.ts";
import type { Need, Service } from "../need.ts";
import type { Offer, Supplier } from "../supplier.ts";
import { CHECK_IDS, type CheckId } from "../vocabulary.ts";
import { checkSentence } from "./sentences.ts";

interface Case {
	readonly check: CheckId;
	readonly need?: Partial<Need>;
	readonly service?: Partial<Service>;
	readonly offer?: Partial<Offer>;
	readonly supplier?: Partial<Supplier>;
	readonly says: string;
}

const LORIENT = { commune: "56121", lat: 47.7478, lon: -3.3669 };
const START = { startsOn: "2027-03-01" };
const TWO_SITES = {
	sites: [
		{ id: "vannes", commune: "56260" },
		{ id: "lorient", commune: "56121" },
	],
};
const AREA_ZONE = { sites: null, zone: "epci:200067932" };

const CASES: readonly Case[] = [
	{ check: "segment", says: "propose « nettoyage-locaux »" },
	{
		check: "segment",
		offer: { basis: "inferred" },
		says: "propose sans doute « nettoyage-locaux », d’après son activité : à lui demander",
	},
	{
		check: "segment",
		offer: { segment: "proprete" },
		says: "propose « proprete », sans dire si « nettoyage-locaux » en fait partie",
	},
	{
		check: "segment",
		offer: { segment: "mobilier" },
		says: "ne propose rien dans le segment « nettoyage-locaux »",
	},
	{ check: "area", says: "intervient à vannes (un rayon de 30 km)" },
	{
		check: "area",
		supplier: LORIENT,
		says: "intervient sur : un rayon de 30 km ; vannes est à 46,4 km",
	},
	{
		check: "area",
		offer: { area: { zones: ["departement:22"] } },
		says: "intervient sur : departement:22 ; vannes est à 0,2 km ; son siège est dans la commune",
	},
	{
		check: "area",
		offer: { area: null },
		supplier: LORIENT,
		says: "n’a pas dit où elle intervient ; vannes est à 46,4 km",
	},
	{
		check: "area",
		need: AREA_ZONE,
		offer: { area: { zones: ["commune:56206"] } },
		supplier: LORIENT,
		says: "intervient dans une partie du territoire demandé (epci:200067932 : 17 % de la population)",
	},
	{
		check: "near",
		need: { location: { rule: "sits-within", km: 15 } },
		supplier: LORIENT,
		offer: { area: { country: true } },
		says: "son siège est à 46,4 km ; vous demandez 15 km au plus",
	},
	{
		check: "kind",
		need: { kinds: ["EA", "ESAT"] },
		supplier: { kinds: [makeAccreditation({ code: "ACI", proof: "declared" })] },
		says: "n’est pas EA ou ESAT : ACI (déclaré sans justificatif)",
	},
	{
		check: "reservation",
		need: { reservation: "handicap" },
		says: "peut répondre à un marché réservé au secteur du handicap (L2113-12) : ESAT (liste officielle du 15 janvier 2026)",
	},
	{
		check: "reservation",
		need: { reservation: "insertion" },
		supplier: { kinds: [makeAccreditation({ code: "GEIQ" })] },
		says: "GEIQ, non citée par l’article : équivalence à prouver, pour un marché réservé à l’insertion par l’activité économique (L2113-13)",
	},
	{
		check: "mode",
		service: { mode: "goods" },
		says: "ne travaille qu’en prestation ; vous demandez une fourniture",
	},
	{
		check: "daysPerWeek",
		service: { daysPerWeek: 5 },
		offer: { daysPerWeek: 3.5 },
		says: "intervient 3,5 jours par semaine au plus ; vous en demandez 5",
	},
	{
		check: "daysPerWeek",
		service: { daysPerWeek: 5 },
		offer: { daysPerWeek: 3.5, flexible: ["daysPerWeek"] },
		says: "intervient 3,5 jours par semaine au plus ; vous en demandez 5 : à négocier",
	},
	{
		check: "weekdays",
		service: { weekdays: ["mon", "sat"] },
		offer: { weekdays: ["mon"] },
		says: "n’intervient pas le samedi",
	},
	{
		check: "window",
		service: { window: { from: "06:00", to: "08:00" } },
		offer: { windows: [{ from: "08:30", to: "16:30" }] },
		says: "intervient sur 8 h 30–16 h 30 ; vous demandez 6 h–8 h (2 h 30 d’écart)",
	},
	{
		check: "visitHours",
		service: { visitHours: 1.5 },
		offer: { minVisitHours: 2 },
		says: "ne se déplace que pour 2 h au moins ; vous demandez des passages de 1 h 30",
	},
	{
		check: "capacity",
		service: { quantity: { amount: 1200, unit: "m2", per: "week" } },
		offer: {
			capacity: [{ unit: "m2", per: "week", max: 900, remaining: 50, remainingOn: "2026-11-01" }],
		},
		says: "peut prendre 900 m² par semaine, 50 libres au 1er novembre 2026, pas davantage ; vous demandez 1 200 m² par semaine",
	},
	{
		check: "capacity",
		need: TWO_SITES,
		service: { quantity: { amount: 1200, unit: "m2", per: "week" } },
		offer: { capacity: [{ unit: "m2", per: "week", max: 900 }] },
		says: "peut prendre 900 m² par semaine, à vérifier ; vous demandez une part du total",
	},
	{
		check: "order",
		need: TWO_SITES,
		service: { amountEur: 18_000 },
		offer: { orderEur: { min: null, max: 15_000 } },
		says: "accepte des contrats jusqu’à 15 000 € par an ; le vôtre n’est pas précisé",
	},
	{
		check: "order",
		service: { amountEur: 18_000 },
		offer: { orderEur: { min: null, max: 15_000 } },
		says: "accepte des contrats jusqu’à 15 000 € par an ; le vôtre est de 18 000 € par an",
	},
	{
		check: "leadTime",
		need: START,
		offer: { leadTimeDays: 120 },
		says: "demande 120 jours pour démarrer ; il en reste 100 avant le début",
	},
	{
		check: "availability",
		need: START,
		offer: { availableFrom: "2027-09-01" },
		says: "n’est disponible qu’à partir du 1er septembre 2027 ; vous commencez le 1er mars 2027",
	},
	{
		check: "continuity",
		service: { continuity: true },
		offer: { closures: [{ from: "08-01", to: "08-21" }] },
		says: "ferme du 1er août au 21 août ; vous demandez la continuité",
	},
	{
		check: "stock",
		service: { firmStock: true },
		offer: { stock: "as-found" },
		says: "travaille selon ce qu’elle trouve et ne garantit pas des quantités fermes",
	},
	{
		check: "certificates",
		need: START,
		service: { certificates: ["haccp", "caces"] },
		offer: { certificates: [{ code: "caces", until: "2026-12-31" }] },
		says: "ne détient pas « haccp » et « caces » se termine le 31 décembre 2026",
	},
	{
		check: "capabilities",
		service: { capabilities: ["a", "b"] },
		offer: { capabilities: { a: true } },
		says: "n’a pas répondu sur « b »",
	},
	{ check: "delivery", service: { delivery: true }, says: "n’a pas dit si elle livre" },
	{
		check: "installation",
		service: { installation: true },
		offer: { installs: false },
		says: "n’installe pas",
	},
	{
		check: "staffTransfer",
		service: { staffTransfer: true },
		offer: { staffTransfer: "studies" },
		says: "étudie au cas par cas la reprise du personnel en place",
	},
	{
		check: "eInvoicing",
		service: { eInvoicing: "chorus" },
		offer: { eInvoicing: "chorus" },
		says: "facture par Chorus Pro",
	},
];

test.each(CASES)("$check: « $says »", ({ check, need, service, offer, supplier, says }) => {
	const result = checkOf(check, makeNeed(need, service), offer, supplier);
	expect(checkSentence(result).replaceAll(/[\u202f\u00a0]/g, " ")).toBe(says);
});

test("every check has its sentence in the table above", () => {
	expect([...new Set(CASES.map(({ check }) => check))]).toEqual([...CHECK_IDS]);
});

test("what is withheld says the verdict and no figure", () => {
	const need = makeNeed({}, { amountEur: 18_000 });
	const offer: Partial<Offer> = { orderEur: { min: null, max: 15_000 } };
	const result = checkOf("order", need, offer, {}, { viewer: "anonymous" });
	expect(checkSentence(result).replaceAll(/[\u202f\u00a0]/g, " ")).toBe(
		"montant : ne convient pas (le détail est réservé aux acheteurs identifiés)",
	);
});
