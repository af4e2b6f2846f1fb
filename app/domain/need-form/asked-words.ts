import {
	countOfWord,
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatHours,
	formatKm,
	formatWindow,
	joinAnd,
	NNBSP,
} from "../french-format.ts";
import {
	formatQuantity,
	MODE_LABELS,
	RESERVATION_LABELS,
	WEEKDAY_LABELS,
} from "../french-labels.ts";
import type { Need, Quantity, Requirements } from "../need.ts";
import type { CheckId } from "../vocabulary.ts";

/** What a need asks at each check, in a few French words: beside the funnel and in summaries. */

export interface NeedNames {
	segment(code: string): string;
	criterion(code: string): string;
	/** The article of a reservation; empty when unknown. */
	article(reservation: string): string;
}

/** The words for one check; "" when the need asks nothing there. */
export function askedWords(need: Need, check: CheckId, names: NeedNames): string {
	switch (check) {
		case "segment":
			return joinAnd(unique(need.services.map((service) => names.segment(service.segment))));
		case "near":
			return need.location?.km ? `à ${formatKm(need.location.km)} au plus` : "";
		case "area":
			return "";
		case "kind":
			return need.kinds?.length ? joinAnd(need.kinds, "ou") : "";
		case "reservation":
			return reservationWords(need, names);
		case "leadTime":
		case "availability":
			return need.startsOn ? `pour le ${formatDate(need.startsOn)}` : "";
		case "order":
			return amountWords(need);
		case "capacity":
			return quantityWords(need);
		default:
			return spread(need, (requirements) => requirementWords(requirements, check, names));
	}
}

function reservationWords(need: Need, names: NeedNames): string {
	if (!need.reservation) return "";
	const article = names.article(need.reservation);
	return `${RESERVATION_LABELS[need.reservation]}${article ? `, article ${article}` : ""}`;
}

function requirementWords(asked: Requirements, check: CheckId, names: NeedNames): string {
	switch (check) {
		case "mode":
			return asked.mode ? MODE_LABELS[asked.mode] : "";
		case "daysPerWeek":
			return asked.daysPerWeek ? formatDaysPerWeek(asked.daysPerWeek) : "";
		case "weekdays":
			return asked.weekdays?.length
				? joinAnd(asked.weekdays.map((day) => WEEKDAY_LABELS[day]))
				: "";
		case "window":
			return asked.window ? formatWindow(asked.window) : "";
		case "visitHours":
			return asked.visitHours ? `passages de ${formatHours(asked.visitHours)}` : "";
		case "continuity":
			return asked.continuity ? "toute l’année, sans fermeture" : "";
		case "stock":
			return asked.firmStock ? "quantités garanties" : "";
		case "certificates":
			return joinAnd((asked.certificates ?? []).map(names.criterion));
		case "capabilities":
			return joinAnd((asked.capabilities ?? []).map(names.criterion));
		case "delivery":
			return asked.delivery ? "livraison comprise" : "";
		case "installation":
			return asked.installation ? "installation comprise" : "";
		case "staffTransfer":
			return asked.staffTransfer ? "personnel en place à reprendre" : "";
		case "eInvoicing":
			return asked.eInvoicing ? "factures par Chorus Pro" : "";
		default:
			return "";
	}
}

/** The requirements of each cell, the cell's own winning; one per service when the need is over a zone. */
export function effectiveRequirements(need: Need): readonly Requirements[] {
	const services = new Map(need.services.map((service) => [service.id, service]));
	if (!need.cells) {
		const sites = Math.max(1, need.sites?.length ?? 1);
		return need.services.flatMap((service) => Array.from({ length: sites }, () => service));
	}
	return need.cells.map((cell) => {
		const own = Object.fromEntries(
			Object.entries(cell).filter(([, value]) => value !== null && value !== undefined),
		);
		return { ...services.get(cell.service), ...own };
	});
}

/** One wording when all cells agree; else each with the number of sites it holds for, the most frequent first. */
function spread(need: Need, words: (requirements: Requirements) => string): string {
	const counts = new Map<string, number>();
	for (const requirements of effectiveRequirements(need)) {
		const text = words(requirements);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const said = [...counts].filter(([text]) => text !== "").sort((a, b) => b[1] - a[1]);
	const [first, ...others] = said;
	if (!first) return "";
	if (others.length === 0 && counts.size === 1) return first[0];
	const place = need.services.length > 1 ? "demande" : "site";
	if (said.length > 3) return `${first[0]} le plus souvent, ${said.length} cas en tout`;
	return said.map(([text, count]) => `${text} (${countOfWord(count, place)})`).join(`${NNBSP}; `);
}

function amountWords(need: Need): string {
	const amounts = (need.cells ?? need.services).flatMap(({ amountEur }) => amountEur ?? []);
	const services = need.cells ? need.services.flatMap(({ amountEur }) => amountEur ?? []) : [];
	const total = (amounts.length > 0 ? amounts : services).reduce((sum, amount) => sum + amount, 0);
	return total > 0 ? `${formatEuros(total)} HT par an en tout` : "";
}

function quantityWords(need: Need): string {
	const quantities = [...(need.cells ?? []), ...need.services].flatMap(
		({ quantity }) => quantity ?? [],
	);
	const byMeasure = new Map<string, Quantity>();
	for (const quantity of quantities) {
		const key = `${quantity.unit}/${quantity.per}`;
		const amount = (byMeasure.get(key)?.amount ?? 0) + quantity.amount;
		byMeasure.set(key, { ...quantity, amount });
	}
	return joinAnd([...byMeasure.values()].map(formatQuantity));
}

/** "8 sites", "le Morbihan", "12 communes". */
export function placeWords(need: Need, zoneName: (zone: string) => string | null): string {
	if (need.zone) return zoneName(need.zone) ?? need.zone;
	const count = need.sites?.length ?? 0;
	return count === 0 ? "" : countOfWord(count, "site");
}

/** "12 mois à partir du 1er mars 2027", "accord-cadre, 3 reconductions". */
export function frameWords(need: Need): readonly string[] {
	const { startsOn, durationMonths, contract, minCompetition } = need;
	const duration = durationMonths ? countOfWord(durationMonths, "mois", "mois") : "";
	const start = startsOn ? `à partir du ${formatDate(startsOn)}` : "";
	const form =
		contract?.form === "framework" ? "accord-cadre" : contract?.form ? "achat unique" : "";
	const renewals = contract?.renewals ? countOfWord(contract.renewals, "reconduction") : "";
	return [
		[duration, start].filter(Boolean).join(" "),
		[form, renewals].filter(Boolean).join(", "),
		minCompetition
			? `au moins ${countOfWord(minCompetition, "opérateur indépendant", "opérateurs indépendants")}`
			: "",
	].filter((words) => words !== "");
}

function unique(list: readonly string[]): string[] {
	return [...new Set(list)];
}
