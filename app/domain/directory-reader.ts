import {
	DIRECTORY_PARAMETERS,
	type DirectoryParameter,
	type DirectoryQuery,
	MAX_WORDS_LENGTH,
} from "./directory.ts";
import type { InputProblem } from "./errors.ts";
import type { Places, Taxonomy } from "./reference.ts";
import { type Zone, zoneSchema } from "./supplier.ts";
import { closestWord, foldedWords } from "./text.ts";

/** What the reading of a URL needs to know of the world. */
export interface DirectoryWorld {
	readonly taxonomy: Taxonomy;
	readonly places: Places;
}

/** Reads parameter after parameter and gathers what is wrong. */
export class DirectoryReader {
	readonly problems: InputProblem[] = [];

	constructor(
		private readonly params: URLSearchParams,
		private readonly world: DirectoryWorld,
	) {
		for (const name of new Set(params.keys())) {
			if ((DIRECTORY_PARAMETERS as readonly string[]).includes(name)) continue;
			this.refuse(
				name,
				`Le filtre « ${name} » n’existe pas. ${suggest(name, DIRECTORY_PARAMETERS)}`,
			);
		}
	}

	refuse(path: string, message: string): void {
		this.problems.push({ path, message: message.replace(/ (?=[;:!?»])|(?<=«) /g, "\u202f") });
	}

	wrong(name: DirectoryParameter): boolean {
		return this.problems.some((problem) => problem.path === name);
	}

	single(name: DirectoryParameter): string | null {
		const values = new Set(this.values(name));
		if (values.size > 1) {
			this.refuse(name, `« ${name} » n’accepte qu’une valeur, ${values.size} ont été données.`);
		}
		return [...values][0] ?? null;
	}

	words(): string {
		const words = (this.single("q") ?? "").replace(/\s+/g, " ");
		if (words !== "" && foldedWords(words).length === 0) {
			this.refuse(
				"q",
				`« ${words.slice(0, 20)} » ne contient ni lettre ni chiffre : écrivez un métier, un produit ou un nom.`,
			);
			return "";
		}
		if (words.length <= MAX_WORDS_LENGTH) return words;
		this.refuse("q", `La recherche est trop longue : ${MAX_WORDS_LENGTH} caractères au plus.`);
		return words.slice(0, MAX_WORDS_LENGTH);
	}

	several<T extends string>(
		name: DirectoryParameter,
		known: readonly T[],
		normalise: (value: string) => string = (value) => value,
	): T[] {
		const kept = this.list(name).flatMap((value) => this.known(name, normalise(value), known));
		return known.filter((value) => kept.includes(value));
	}

	choice<T extends string>(name: DirectoryParameter, known: readonly T[]): T | null {
		const value = this.single(name);
		return value === null ? null : (this.known(name, value, known)[0] ?? null);
	}

	segments(): string[] {
		const { taxonomy } = this.world;
		const kept = this.list("segment").filter((value) => {
			if (taxonomy.get(value)) return true;
			const codes = taxonomy.segments.map((segment) => segment.code);
			this.refuse("segment", `Le segment « ${value} » n’existe pas. ${suggest(value, codes)}`);
			return false;
		});
		return [...new Set(kept)].sort();
	}

	zones(): Zone[] {
		const kept = this.list("zone").flatMap((value) => {
			const zone = zoneSchema.safeParse(value);
			if (!zone.success) {
				this.refuse(
					"zone",
					`Le territoire « ${value} » ne peut pas être lu : écrivez commune:56260, epci:200067932, departement:56 ou region:53.`,
				);
				return [];
			}
			if (this.world.places.zone(zone.data)) return [zone.data];
			this.refuse("zone", `Le territoire « ${value} » n’existe pas : vérifiez le code INSEE.`);
			return [];
		});
		return [...new Set(kept)].sort();
	}

	commune(name: "serves" | "near"): string | null {
		const value = this.single(name);
		return value === null ? null : this.communeCode(name, value);
	}

	near(): DirectoryQuery["near"] {
		const value = this.single("near");
		if (value === null) return null;
		const point = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(value);
		if (!point) {
			const commune = this.communeCode("near", value);
			return commune === null ? null : { commune };
		}
		const [lat, lon] = [Number(point[1]), Number(point[2])];
		if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lat, lon };
		this.refuse(
			"near",
			`Le point « ${value} » n’est pas sur Terre : latitude de −90 à 90, longitude de −180 à 180.`,
		);
		return null;
	}

	number(name: DirectoryParameter, above: number, max: number, unit: string): number | null {
		const value = this.single(name);
		if (value === null) return null;
		const number = /^\d+([.,]\d+)?$/.test(value) ? Number(value.replace(",", ".")) : Number.NaN;
		if (number > above && number <= max) return number;
		this.refuse(
			name,
			`« ${name} » vaut « ${value} » : indiquez un nombre de plus de ${above} à ${max} ${unit}.`,
		);
		return null;
	}

	whole(name: DirectoryParameter, min: number, max: number): number | null {
		const value = this.single(name);
		if (value === null) return null;
		const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
		if (number >= min && number <= max) return number;
		this.refuse(
			name,
			`« ${name} » vaut « ${value} » : indiquez un nombre entier de ${min} à ${max}.`,
		);
		return null;
	}

	flag(name: DirectoryParameter): boolean {
		const value = this.single(name);
		if (value === null || value === "0") return false;
		if (value !== "1")
			this.refuse(name, `« ${name} » vaut « ${value} » : écrivez 1, ou retirez ce filtre.`);
		return value === "1";
	}

	private values(name: DirectoryParameter): string[] {
		return this.params
			.getAll(name)
			.map((value) => value.trim())
			.filter((value) => value !== "");
	}

	private list(name: DirectoryParameter): string[] {
		return this.values(name)
			.flatMap((value) => value.split(","))
			.map((value) => value.trim())
			.filter((value) => value !== "");
	}

	private known<T extends string>(
		name: DirectoryParameter,
		value: string,
		known: readonly T[],
	): T[] {
		const found = known.find((candidate) => candidate === value);
		if (found !== undefined) return [found];
		this.refuse(
			name,
			`La valeur « ${value} » de « ${name} » n’existe pas. ${suggest(value, known)}`,
		);
		return [];
	}

	private communeCode(name: "serves" | "near", value: string): string | null {
		const commune = this.world.places.commune(value.toUpperCase());
		if (commune) return commune.code;
		this.refuse(
			name,
			`La commune « ${value} » n’existe pas : indiquez un code INSEE (56260), pas un code postal.`,
		);
		return null;
	}
}

function suggest(value: string, known: readonly string[]): string {
	const asked = value.toLowerCase();
	// The beginning of a code is a common slip: `espaces` for `espaces-verts`.
	const begun = asked.length < 3 ? undefined : known.find((code) => code.startsWith(asked));
	const nearest = begun ?? closestWord(value, known);
	if (nearest !== null) return `Vouliez-vous dire « ${nearest} » ?`;
	if (known.length <= 20) return `Valeurs connues : ${known.join(", ")}.`;
	return "La liste est sur /api/v1/segments.";
}
