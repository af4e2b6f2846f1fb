import { distanceKm } from "../geo.ts";
import type { Commune } from "../reference.ts";
import { type Zone, zoneSchema } from "../supplier.ts";
import type { SiteForm } from "./form-state.ts";
import { foldTyped, parseNumber } from "./values.ts";

/** Where communes are looked up: in memory, given by the caller. */
export interface CommuneLookup {
	/** Current commune for an INSEE code, old codes included. */
	commune(code: string): Commune | undefined;
	byPostcode(postcode: string): readonly Commune[];
	/** Communes whose name is this one, however it is typed; several for homonyms. */
	byName(name: string): readonly Commune[];
	/** Names that look like it, nearest first; a few at most. */
	suggest(name: string): readonly Commune[];
	nearest(lat: number, lon: number): Commune;
}

export type ResolvedSite =
	| {
			readonly kind: "found";
			readonly commune: Commune;
			readonly note: string | null;
			/** No commune was typed: it is the nearest to the point. */
			readonly fromPoint?: true;
	  }
	/** Several communes fit: the person chooses. */
	| { readonly kind: "choices"; readonly communes: readonly Commune[]; readonly message: string }
	| {
			readonly kind: "none";
			readonly message: string;
			readonly column: "commune" | "postcode" | "insee" | "lat";
			readonly communes: readonly Commune[];
	  };

/** A point farther than this from the centre of its commune is a slip of the pen, in km: no commune is that wide. */
const MAX_POINT_KM = 40;

/** Which commune a typed site stands in. */
export function resolveSite(site: SiteForm, finder: CommuneLookup): ResolvedSite {
	const typed = splitPlace(site);
	const point = readPoint(site);
	if (point.kind === "bad") {
		return { kind: "none", column: "lat", communes: [], message: point.message };
	}
	const answer = typed.insee !== "" ? byInsee(typed, finder) : byNameOrPostcode(typed, finder);
	if (point.kind === "none") return answer;
	if (typed.insee === "" && typed.name === "" && typed.postcode === "") {
		const commune = finder.nearest(point.lat, point.lon);
		return {
			kind: "found",
			commune,
			note: `commune la plus proche du point : ${commune.name}`,
			fromPoint: true,
		};
	}
	if (answer.kind === "found") {
		const { commune } = answer;
		const km = distanceKm(point.lat, point.lon, commune.lat, commune.lon);
		if (km > MAX_POINT_KM) {
			return {
				kind: "none",
				column: "lat",
				communes: [],
				message: `le point donné est à ${Math.round(km)} km de ${answer.commune.name} : vérifiez la latitude et la longitude`,
			};
		}
	}
	return answer;
}

interface TypedPlace {
	readonly name: string;
	readonly postcode: string;
	readonly insee: string;
	/** Département in brackets after the name. */
	readonly departement: string;
}

/** "56000 Vannes", "Vannes (56)", "Vannes 56000": the parts of a commune typed in one field. */
function splitPlace(site: SiteForm): TypedPlace {
	let name = site.place.trim();
	let postcode = site.postcode.replace(/\s/g, "");
	if (/^\d{4}$/.test(postcode)) postcode = `0${postcode}`; // a spreadsheet drops the first zero
	let departement = "";
	const bracket = /^(.*?)\s*\((\d{2,3}|2[AB]|\d{5})\)\s*$/i.exec(name);
	if (bracket?.[1] !== undefined && bracket[2]) {
		name = bracket[1];
		if (bracket[2].length === 5) postcode ||= bracket[2];
		else departement = bracket[2].toUpperCase();
	}
	const before = /^(\d{5})\s+(.+)$/.exec(name);
	const after = /^(.+?)[\s,]+(\d{5})$/.exec(name);
	if (before?.[1] && before[2]) {
		postcode ||= before[1];
		name = before[2];
	} else if (after?.[1] && after[2]) {
		postcode ||= after[2];
		name = after[1];
	} else if (/^(\d{5}|2[AB]\d{3})$/i.test(name)) {
		postcode ||= name;
		name = "";
	}
	const insee = site.insee.trim().toUpperCase();
	return { name, postcode, departement, insee: /^\d{4}$/.test(insee) ? `0${insee}` : insee };
}

function byInsee(typed: TypedPlace, finder: CommuneLookup): ResolvedSite {
	const commune = finder.commune(typed.insee);
	if (commune) return { kind: "found", commune, note: null };
	const asPostcode = byNameOrPostcode({ ...typed, insee: "", postcode: typed.insee }, finder);
	if (asPostcode.kind !== "none") return asPostcode;
	return {
		kind: "none",
		column: "insee",
		communes: [],
		message: `le code INSEE « ${typed.insee} » n’existe pas : vérifiez-le, ou écrivez le nom de la commune`,
	};
}

function byNameOrPostcode(typed: TypedPlace, finder: CommuneLookup): ResolvedSite {
	if (typed.name === "" && typed.postcode === "") {
		return {
			kind: "none",
			column: "commune",
			communes: [],
			message: "la commune manque : écrivez son nom, son code postal ou son code INSEE",
		};
	}
	if (typed.name === "") return choose(postcodeOrInsee(typed.postcode, finder), typed, finder);
	const named = finder
		.byName(typed.name)
		.filter((commune) => typed.departement === "" || commune.departement === typed.departement);
	if (typed.postcode === "") return choose(named, typed, finder);
	const code = typed.postcode.toUpperCase();
	const fitting = named.filter(
		(commune) => commune.postcodes.includes(code) || finder.commune(code)?.code === commune.code,
	);
	if (fitting.length > 0) return choose(fitting, typed, finder);
	const sameDepartement = named.filter((commune) => code.startsWith(commune.departement));
	if (sameDepartement.length === 1 && sameDepartement[0]) {
		// CEDEX codes and new postcodes are not in the list of communes.
		const [commune] = sameDepartement;
		return {
			kind: "found",
			commune,
			note: `le code ${typed.postcode} n’est pas dans la liste des codes postaux de ${commune.name}`,
		};
	}
	const communes = [...named, ...postcodeOrInsee(code, finder)].slice(0, 8);
	return {
		kind: communes.length > 0 ? "choices" : "none",
		column: "commune",
		communes,
		message: `aucune commune « ${typed.name} » n’a le code ${typed.postcode} : ${communes.length > 0 ? "choisissez la bonne" : "vérifiez le nom et le code"}`,
	};
}

/** Five digits alone: a postcode first, else an INSEE code. */
function postcodeOrInsee(code: string, finder: CommuneLookup): readonly Commune[] {
	const byPostcode = finder.byPostcode(code);
	if (byPostcode.length > 0) return byPostcode;
	const commune = finder.commune(code.toUpperCase());
	return commune ? [commune] : [];
}

function choose(
	communes: readonly Commune[],
	typed: TypedPlace,
	finder: CommuneLookup,
): ResolvedSite {
	const [only] = communes;
	if (only && communes.length === 1) return { kind: "found", commune: only, note: null };
	const said = typed.name || typed.postcode;
	if (communes.length > 1) {
		return {
			kind: "choices",
			communes,
			message: `« ${said} » désigne ${communes.length} communes : choisissez la bonne`,
		};
	}
	const near = typed.name === "" ? [] : finder.suggest(typed.name).slice(0, 5);
	return {
		kind: "none",
		column: typed.name === "" ? "postcode" : "commune",
		communes: near,
		message:
			near.length > 0
				? `« ${said} » n’est pas une commune connue : choisissez-la parmi celles qui lui ressemblent, ou corrigez`
				: `« ${said} » n’est pas une commune connue : vérifiez le nom, ou écrivez le code postal`,
	};
}

/** Whether a text names a commune: used to guess the columns of a table without headings. */
export function namesCommune(text: string, finder: CommuneLookup): boolean {
	if (foldTyped(text).length < 2 || /^\d{1,4}$/.test(text)) return false;
	const answer = resolveSite(
		{
			id: "x",
			label: "",
			address: "",
			place: text,
			postcode: "",
			insee: "",
			lat: "",
			lon: "",
			line: null,
		},
		finder,
	);
	return answer.kind !== "none";
}

type Point =
	| { kind: "none" }
	| { kind: "bad"; message: string }
	| { kind: "point"; lat: number; lon: number };

function readPoint(site: SiteForm): Point {
	if (site.lat.trim() === "" && site.lon.trim() === "") return { kind: "none" };
	const lat = signed(site.lat);
	const lon = signed(site.lon);
	if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
		return {
			kind: "bad",
			message: `la position « ${site.lat} ; ${site.lon} » ne se lit pas : écrivez la latitude et la longitude en degrés, par exemple 47,658 et -2,749`,
		};
	}
	return { kind: "point", lat, lon };
}

/** A number with its sign; null when it cannot be read. Degrees have more than three decimals: the point is a comma. */
export function signed(typed: string): number | null {
	const bare = typed.trim().replace(/^[−–-]/, "");
	const negative = bare !== typed.trim();
	const plain = /^\d{1,3}[.,]\d+$/.test(bare);
	const number = plain
		? { ok: true as const, value: Number(bare.replace(",", ".")) }
		: parseNumber(bare);
	return number.ok ? (negative ? -number.value : number.value) : null;
}

/** Whether a text is a zone code, `departement:56`. */
export function isZoneCode(text: string): text is Zone {
	return zoneSchema.safeParse(text).success;
}
