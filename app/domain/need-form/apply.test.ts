import { expect, test } from "vitest";
import { makeFormReference, makeNeedForm } from "#tests/factories/need-form.ts";
import { applyCell, applyConditions, applySiteTable } from "./apply-conditions.ts";
import { applyFrame, applyReservation } from "./apply-frame.ts";
import { applySite, applyZone, chooseCommune, removeSite } from "./apply-places.ts";
import { addService, removeService } from "./apply-services.ts";
import { emptyForm } from "./form-state.ts";
import { postedFrom } from "./posted.ts";
import { quantityText } from "./sheet.ts";
import { readForm } from "./to-need.ts";

function posted(...entries: [string, string][]) {
	return postedFrom(entries);
}

test("the first service names the need", () => {
	const { taxonomy } = makeFormReference();
	const form = addService(emptyForm(), "nettoyage-locaux", taxonomy);
	expect(form).toMatchObject({
		title: "Nettoyage des locaux",
		services: [{ id: "nettoyage-locaux" }],
	});
	expect(addService(form, "nettoyage-locaux", taxonomy).services[1]?.id).toBe("nettoyage-locaux-2");
	expect(addService(form, "inconnu", taxonomy)).toEqual(form);
});

test("what was typed is kept, even when it cannot be read", () => {
	const form = applyConditions(
		makeNeedForm(),
		"rythme",
		posted(["service", "s1"], ["days", "souvent"]),
	);
	expect(form.services[0]?.conditions.days).toBe("souvent");
});

test("a screen leaves the conditions of the other screens alone", () => {
	const first = applyConditions(
		makeNeedForm(),
		"volume",
		posted(["service", "s1"], ["amount", "18 k€"]),
	);
	const second = applyConditions(first, "rythme", posted(["service", "s1"], ["window", "6h-8h"]));
	expect(second.services[0]?.conditions).toEqual({ amount: "18 k€", window: "6h-8h" });
});

test("ticked days are kept by name, and unticking them takes them away", () => {
	const form = applyConditions(
		makeNeedForm(),
		"rythme",
		posted(["service", "s1"], ["weekdays", "tue"], ["weekdays", "mon"]),
	);
	expect(form.services[0]?.conditions.weekdays).toBe("lun, mar");
	const cleared = applyConditions(form, "rythme", posted(["service", "s1"]));
	expect(cleared.services[0]?.conditions.weekdays).toBeUndefined();
});

test("a box that was ticked then unticked says no, one never ticked says nothing", () => {
	const ticked = applyConditions(
		makeNeedForm(),
		"exigences",
		posted(["service", "s1"], ["delivery", "yes"]),
	);
	const unticked = applyConditions(ticked, "exigences", posted(["service", "s1"]));
	expect(unticked.services[0]?.conditions).toEqual({ delivery: "no" });
});

test("the same answer may go to every service", () => {
	const form = makeNeedForm({
		services: [
			{ id: "s1", segment: "nettoyage-locaux", conditions: {} },
			{ id: "s2", segment: "vitrerie-nettoyage", conditions: {} },
		],
	});
	const after = applyConditions(
		form,
		"rythme",
		posted(["service", "s1"], ["days", "5"], ["all", "yes"]),
	);
	expect(after.services.map((service) => service.conditions.days)).toEqual(["5", "5"]);
});

test("the table of sites changes only the sites it shows", () => {
	const before = makeNeedForm({
		cells: [{ service: "s1", site: "auray", conditions: { days: "2" } }],
	});
	const after = applySiteTable(
		before,
		posted(["service", "s1"], ["site", "vannes"], ["asked:vannes", "yes"], ["days:vannes", "3"]),
	);
	expect(after.asked).toBeNull();
	expect(after.cells.map(({ site, conditions }) => [site, conditions.days])).toEqual([
		["auray", "2"],
		["vannes", "3"],
	]);
});

test("a site may be left out for one service", () => {
	const after = applySiteTable(makeNeedForm(), posted(["service", "s1"], ["site", "auray"]));
	expect(after.asked).toEqual(["s1/vannes"]);
});

test("a cell takes conditions of its own, and gives them back when emptied", () => {
	const form = applyCell(
		makeNeedForm(),
		posted(
			["case", "s1/auray"],
			["window", "9h-12h"],
			["continuity", "no"],
			["own-certificates", "yes"],
		),
	);
	expect(form.cells).toEqual([
		{
			service: "s1",
			site: "auray",
			conditions: { window: "9h-12h", continuity: "no", certificates: [] },
		},
	]);
	expect(applyCell(form, posted(["case", "s1/auray"], ["window", ""])).cells).toEqual([]);
	expect(applyCell(form, posted(["case", "s1/ailleurs"], ["window", "9h-12h"]))).toEqual(form);
});

test("a quantity shown with its unit and period is read back as it was", () => {
	const before = makeNeedForm({
		cells: [
			{ service: "s1", site: "auray", conditions: { quantity: "900", unit: "m2", per: "year" } },
		],
	});
	const shown = quantityText(before.cells[0]?.conditions ?? {});
	expect(shown).toBe("900 m² par an");
	const after = applySiteTable(
		before,
		posted(["service", "s1"], ["site", "auray"], ["asked:auray", "yes"], ["quantity:auray", shown]),
	);
	const reference = makeFormReference();
	expect(readForm(after, reference).need?.cells).toEqual(readForm(before, reference).need?.cells);
});

test("a site is added, corrected and removed with all that was said of it", () => {
	const added = applySite(makeNeedForm({ asked: ["s1/vannes"] }), posted(["place", "Elven"]));
	expect(added.sites.at(-1)).toMatchObject({ id: "elven", place: "Elven" });
	expect(added.asked).toEqual(["s1/vannes", "s1/elven"]);
	const settled = chooseCommune(added, "elven", "56053");
	const corrected = applySite(settled, posted(["id", "elven"], ["place", "Lorient"]));
	expect(corrected.sites.at(-1)).toMatchObject({ place: "Lorient", insee: "" });
	expect(removeSite(corrected, "elven")).toMatchObject({
		sites: [{ id: "vannes" }, { id: "auray" }],
		asked: ["s1/vannes"],
	});
});

test("an empty site is not added", () => {
	expect(applySite(makeNeedForm(), posted(["place", " "])).sites).toHaveLength(2);
});

test("a service goes with its cells", () => {
	const form = makeNeedForm({
		cells: [{ service: "s1", site: "auray", conditions: { days: "2" } }],
		asked: ["s1/auray"],
	});
	expect(removeService(form, "s1")).toMatchObject({ services: [], cells: [], asked: [] });
});

test("a territory keeps the sites aside", () => {
	const form = applyZone(makeNeedForm(), "departement:56", "Morbihan");
	expect(form).toMatchObject({ where: "zone", zone: "departement:56", sites: { length: 2 } });
});

test("folded fields that were not sent keep what they had", () => {
	const before = makeNeedForm();
	before.frame.renewals = "3";
	before.frame.negotiable = ["window"];
	const after = applyFrame(before, posted(["startsOn", "2027-03-01"]));
	expect(after.frame).toMatchObject({
		startsOn: "2027-03-01",
		renewals: "3",
		negotiable: ["window"],
	});
	expect(applyFrame(after, posted(["negotiable-shown", "yes"])).frame.negotiable).toEqual([]);
});

test("a reservation and kinds are taken together", () => {
	const form = applyReservation(
		makeNeedForm(),
		posted(["reservation", "handicap"], ["kinds", "EA"], ["kinds", "EA"]),
	);
	expect(form.frame).toMatchObject({ reservation: "handicap", kinds: ["EA"] });
});
