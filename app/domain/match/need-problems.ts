import type { Criteria } from "../criteria.ts";
import type { InputProblem } from "../errors.ts";
import { formatKm, formatNumber, quote } from "../french-format.ts";
import { distanceKm } from "../geo.ts";
import type { CellInput, Need, Requirements, Service, Site } from "../need.ts";
import type { Places, Taxonomy } from "../reference.ts";
import { regimeOn } from "../regimes.ts";
import { isReadVersion, unknownVersionMessage } from "../schema-version.ts";
import { emptyWindowMessage, isEmptyWindow } from "../supplier-problems.ts";
import { closestWord } from "../text.ts";
import { CELL_ZONE, MAX_CELLS } from "./resolve-cells.ts";

export interface NeedContext {
	/** Today in Paris, ISO: the date of evaluation when the need gives none. */
	readonly today: string;
	readonly places: Places;
	readonly taxonomy: Taxonomy;
	/** Known conditions by trade; absent: any slug is taken. Certificates are free slugs anyway. */
	readonly criteria?: Criteria;
}

/** Beyond this from the nearest commune, or from the one it names, a position is a slip (latitude and longitude swapped, most often). */
const FAR_KM = 200;

/** Everything that contradicts itself or names what does not exist in a need whose form is right. */
export function needProblems(need: Need, context: NeedContext): InputProblem[] {
	const problems: InputProblem[] = [];
	const add = (path: string, message: string) => problems.push({ path, message });
	checkServices(need, context, add);
	checkPlaces(need, context, add);
	checkCells(need, add);
	checkTerms(need, context, add);
	checkGroups(need, add);
	return problems;
}

type Add = (path: string, message: string) => void;

function checkServices(need: Need, context: NeedContext, add: Add): void {
	const seen = new Set<string>();
	need.services.forEach((service, i) => {
		const path = `services[${i}]`;
		if (seen.has(service.id)) add(`${path}.id`, duplicateMessage(service.id, "service"));
		seen.add(service.id);
		if (!context.taxonomy.get(service.segment)) {
			add(`${path}.segment`, unknownSegment(service.segment, context.taxonomy));
		}
		checkRequirements(service, path, context, add);
		checkDays(service.daysPerWeek, service.weekdays, path, add);
	});
	need.cells?.forEach((cell, i) => {
		const path = `cells[${i}]`;
		checkRequirements(cell, path, context, add);
		const service = need.services.find((one) => one.id === cell.service);
		if (service && (cell.daysPerWeek ?? cell.weekdays)) {
			checkDays(
				cell.daysPerWeek ?? service.daysPerWeek,
				cell.weekdays ?? service.weekdays,
				path,
				add,
			);
		}
	});
}

function unknownSegment(code: string, taxonomy: Taxonomy): string {
	const close = closestWord(
		code,
		taxonomy.segments.map((segment) => segment.code),
	);
	return close
		? `segment inconnu. Vouliez-vous dire ${quote(close)}\u202f?`
		: `segment inconnu\u202f: prenez un code de la page /segments, par exemple nettoyage-locaux.`;
}

function duplicateMessage(id: string, what: string): string {
	return `l’identifiant ${quote(id)} sert déjà à un autre ${what}\u202f: donnez-en un différent.`;
}

function checkRequirements(
	asked: Requirements,
	path: string,
	{ criteria }: NeedContext,
	add: Add,
): void {
	if (asked.window && isEmptyWindow(asked.window)) {
		add(`${path}.window`, emptyWindowMessage(asked.window.from));
	}
	if (!criteria) return;
	asked.capabilities?.forEach((code, i) => {
		if (criteria.criterionOf(code)) return;
		const close = closestWord(
			code,
			criteria.all.filter(({ type }) => type === "capability").map((known) => known.code),
		);
		add(
			`${path}.capabilities[${i}]`,
			close
				? `condition de métier inconnue. Vouliez-vous dire ${quote(close)}\u202f?`
				: "condition de métier inconnue\u202f: prenez un code de /api/v1/criteria.",
		);
	});
}

function checkDays(
	daysPerWeek: Service["daysPerWeek"],
	weekdays: Service["weekdays"],
	path: string,
	add: Add,
): void {
	if (!daysPerWeek || !weekdays || weekdays.length === 0) return;
	const named = new Set(weekdays).size;
	if (named < daysPerWeek) {
		add(
			`${path}.weekdays`,
			`vous demandez ${daysPerWeek} jours par semaine mais n’en nommez que ${named}\u202f: ajoutez des jours ou baissez daysPerWeek.`,
		);
	}
}

function checkPlaces(need: Need, { places }: NeedContext, add: Add): void {
	const sites = need.sites ?? [];
	if (need.zone && sites.length > 0) {
		add("zone", "un besoin porte sur des sites ou sur une zone, pas les deux\u202f: retirez l’un.");
	}
	if (!need.zone && sites.length === 0) {
		add("sites", "il manque le lieu\u202f: donnez au moins un site (sites) ou une zone (zone).");
	}
	if (need.zone && !places.zone(need.zone)) {
		add(
			"zone",
			`zone inconnue ${quote(need.zone)}\u202f: vérifiez son code INSEE (ou SIREN pour un EPCI).`,
		);
	}
	const seen = new Set<string>();
	sites.forEach((site, i) => {
		const path = `sites[${i}]`;
		if (seen.has(site.id)) add(`${path}.id`, duplicateMessage(site.id, "site"));
		seen.add(site.id);
		const hasLat = typeof site.lat === "number";
		const hasLon = typeof site.lon === "number";
		if (hasLat !== hasLon) {
			add(
				`${path}.${hasLat ? "lon" : "lat"}`,
				"une position a besoin de la latitude et de la longitude\u202f: donnez les deux, ou aucune.",
			);
		}
		if (site.commune && !places.commune(site.commune)) {
			add(
				`${path}.commune`,
				`commune inconnue ${quote(site.commune)}\u202f: il faut le code INSEE (pas le code postal), par exemple 56260 pour Vannes.`,
			);
		}
		if (!site.commune && !hasLat && !hasLon) {
			add(
				path,
				"ce site n’a pas de lieu\u202f: donnez sa commune (code INSEE) ou sa position (lat, lon).",
			);
		}
		checkPosition(site, path, places, add);
	});
}

function checkPosition({ commune, lat, lon }: Site, path: string, places: Places, add: Add): void {
	if (typeof lat !== "number" || typeof lon !== "number") return;
	const nearest = commune ? places.commune(commune) : places.nearestCommune(lat, lon);
	if (!nearest && commune) return;
	const km = nearest ? distanceKm(lat, lon, nearest.lat, nearest.lon) : null;
	if (km !== null && km <= FAR_KM) return;
	const where = km === null ? "" : ` (${formatKm(km)} de ${nearest?.name})`;
	add(
		`${path}.lat`,
		`cette position est loin ${commune ? "de la commune du site" : "de toute commune française"}${where}\u202f: vérifiez lat et lon, qui sont peut-être inversées.`,
	);
}

function checkCells(need: Need, add: Add): void {
	const services = new Set(need.services.map((service) => service.id));
	const sites = new Set(need.zone ? [CELL_ZONE] : (need.sites ?? []).map((site) => site.id));
	const cells = need.cells;
	if (!cells) {
		const count = services.size * sites.size;
		if (count > MAX_CELLS) {
			add(
				"sites",
				`${formatNumber(count)} couples service × site, ${formatNumber(MAX_CELLS)} au plus\u202f: découpez le besoin.`,
			);
		}
		return;
	}
	if (cells.length === 0) {
		add(
			"cells",
			"la liste est vide\u202f: nommez les couples service × site, ou retirez cells pour les demander tous.",
		);
	}
	const seen = new Set<string>();
	cells.forEach((cell: CellInput, i) => {
		const path = `cells[${i}]`;
		if (!services.has(cell.service))
			add(`${path}.service`, unknownId(cell.service, services, "service"));
		if (!sites.has(cell.site)) add(`${path}.site`, unknownId(cell.site, sites, "site"));
		const id = `${cell.service}/${cell.site}`;
		if (seen.has(id)) add(path, `le couple ${quote(id)} est donné deux fois\u202f: gardez-en un.`);
		seen.add(id);
	});
	for (const [i, service] of need.services.entries()) {
		if (!cells.some((cell) => cell.service === service.id)) {
			add(
				`services[${i}]`,
				`aucune cellule ne demande le service ${quote(service.id)}\u202f: ajoutez-en une ou retirez-le.`,
			);
		}
	}
}

function unknownId(id: string, known: ReadonlySet<string>, what: string): string {
	const close = closestWord(id, [...known]);
	const suggestion = close ? ` Vouliez-vous dire ${quote(close)}\u202f?` : "";
	return `aucun ${what} n’a l’identifiant ${quote(id)}.${suggestion}`;
}

function checkTerms(need: Need, { today }: NeedContext, add: Add): void {
	const { location, reservation } = need;
	if (need.schemaVersion && !isReadVersion(need.schemaVersion)) {
		add("schemaVersion", unknownVersionMessage(need.schemaVersion));
	}
	if (location?.rule === "sits-within" && typeof location.km !== "number") {
		add(
			"location.km",
			"la règle sits-within demande une distance\u202f: ajoutez km, par exemple 15.",
		);
	}
	if (location && location.rule !== "sits-within" && typeof location.km === "number") {
		add(
			"location.km",
			"km ne sert qu’avec la règle sits-within\u202f: changez la règle ou retirez km.",
		);
	}
	const on = need.on ?? today;
	if (reservation && !regimeOn(reservation, on)) {
		add("reservation", `ce régime de réservation n’est pas en vigueur le ${on}.`);
	}
	const { maxEur, minOrderEur } = need.contract ?? {};
	if (typeof maxEur === "number" && typeof minOrderEur === "number" && minOrderEur > maxEur) {
		add(
			"contract.minOrderEur",
			`la commande minimale (${minOrderEur}) dépasse le maximum du contrat (${maxEur}).`,
		);
	}
}

function checkGroups(need: Need, add: Add): void {
	const sites = need.zone ? [CELL_ZONE] : (need.sites ?? []).map((site) => site.id);
	const cells = new Set(
		need.cells
			? need.cells.map((cell) => `${cell.service}/${cell.site}`)
			: need.services.flatMap((service) => sites.map((site) => `${service.id}/${site}`)),
	);
	for (const field of ["keepTogether", "keepApart"] as const) {
		need[field]?.forEach((group, i) => {
			group.forEach((cell, j) => {
				if (!cells.has(cell)) {
					add(`${field}[${i}][${j}]`, unknownId(cell, cells, "couple service/site"));
				}
			});
		});
	}
}
