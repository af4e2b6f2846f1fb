import { slugOf } from "../text.ts";
import { type Json, type PartialNeed, partialNeedSchema, type ReadPart } from "./types.ts";

export interface Built {
	readonly need: PartialNeed;
	/** The parts that the need holds. */
	readonly parts: readonly ReadPart[];
}

/** Parts that are said beside the need, and have no place in it. */
const BESIDE = new Set(["siteCount"]);

/**
 * The need that parts say. A value that no need can hold is taken out again, with its part.
 *
 * @param options.services how many services there are at least, with or without parts
 */
export function needOfParts(
	parts: readonly ReadPart[],
	options: { readonly services: number; readonly siteName: (commune: string) => string },
): Built {
	const named = parts.map(({ path }) => Number(/^services\[(\d+)\]/.exec(path)?.[1] ?? -1) + 1);
	const count = Math.max(options.services, ...named, 0);
	const draft: { [key: string]: Json } = {
		services: Array.from({ length: count }, (_, i) => ({ id: `n${i + 1}` })),
	};
	for (const { path, value } of parts) if (!BESIDE.has(path)) setAt(draft, path, value);
	if (Array.isArray(draft["sites"])) draft["sites"] = withIds(draft["sites"], options.siteName);
	const parsed = partialNeedSchema.safeParse(draft);
	if (parsed.success) return { need: parsed.data, parts };
	const wrong = parsed.error.issues.map(({ path }) => pathOf(path));
	const kept = parts.filter(({ path }) => !wrong.some((one) => one.startsWith(path)));
	if (kept.length === parts.length) return { need: { services: [] }, parts: [] };
	return needOfParts(kept, options);
}

function withIds(sites: readonly Json[], siteName: (commune: string) => string): Json[] {
	const taken = new Set<string>();
	return sites.flatMap((site) => {
		if (typeof site !== "object" || site === null || !("commune" in site)) return [];
		const commune = String(site["commune"]);
		const slug = slugOf(siteName(commune)).slice(0, 60) || "site";
		const id = taken.has(slug) ? `${slug}-${commune.toLowerCase()}` : slug;
		taken.add(id);
		return [{ id, commune }];
	});
}

function pathOf(path: readonly PropertyKey[]): string {
	return path
		.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
		.join("")
		.slice(1);
}

/** Writes a value at `services[0].window` or `contract.renewals`, making what is missing on the way. */
function setAt(target: { [key: string]: Json }, path: string, value: Json): void {
	const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
	let holder: Record<string, Json> | Json[] = target;
	for (const [i, step] of steps.entries()) {
		const key = Array.isArray(holder) ? Number(step) : step;
		const box = holder as Record<string | number, Json>;
		if (i === steps.length - 1) box[key] = value;
		else {
			box[key] ??= /^\d+$/.test(steps[i + 1] ?? "") ? [] : {};
			holder = box[key] as Record<string, Json> | Json[];
		}
	}
}
