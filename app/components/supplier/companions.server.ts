import { type Companionship, companionSegments } from "#app/domain/consortia/companion-segments.ts";
import { EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { countOfWord, formatKm, joinAnd } from "#app/domain/french-format.ts";
import { operatorKey, type Supplier } from "#app/domain/supplier.ts";
import type { Services } from "#app/services.server.ts";
import { listGroupWords } from "#db/suppliers.server.ts";
import type { DirectoryItem } from "#search/port.ts";
import type { CompanionView } from "./supplier-view.ts";

/** How far a companion is sought, as the crow flies. */
const NEAR_KM = 50;
/** Shown at most, and looked at to find them: some refuse groups, or belong to the same organisation. */
const SHOWN = 12;
const LOOKED_AT = 60;
/** Activities named for each. */
const NAMED = 3;

/**
 * With whom a supplier could complete its offer: independent suppliers near it on the same or complementary segments, by distance, then by
 * the draw of the directory. Those that refuse groups are left out, and nothing says so. Null without position or activity.
 */
export async function companionsOf(
	{ search, db, reference }: Services,
	supplier: Supplier,
): Promise<readonly CompanionView[] | null> {
	const near = placeOf(supplier);
	const segments = companionSegments(
		supplier.offers.map((offer) => offer.segment),
		reference.taxonomy,
	);
	if (near === null || segments.size === 0) return null;
	const { items } = await search.search({
		...EMPTY_DIRECTORY_QUERY,
		segments: [...segments.keys()],
		near,
		km: NEAR_KM,
		sort: "distance",
		limit: LOOKED_AT,
	});
	const words = await listGroupWords(
		db,
		items.map(({ id }) => id),
	);
	const own = operatorKey(supplier);
	const label = (code: string) => reference.taxonomy.get(code)?.label ?? code;
	return items
		.filter(({ id }) => {
			const word = words.get(id);
			return word !== undefined && !word.refuses && word.operatorKey !== own;
		})
		.slice(0, SHOWN)
		.map((item) => ({
			id: item.id,
			name: item.name,
			where: whereOf(item),
			why: whyOf(item, segments, label),
		}));
}

function placeOf({ lat, lon, commune }: Supplier) {
	if (typeof lat === "number" && typeof lon === "number") return { lat, lon };
	return commune ? { commune } : null;
}

function whereOf({ commune, distanceKm }: DirectoryItem): string {
	const town = commune ? `${commune.name} (${commune.departement})` : "commune non renseignée";
	return distanceKm === null ? town : `${town}, à ${formatKm(distanceKm)}`;
}

function whyOf(
	item: DirectoryItem,
	segments: ReadonlyMap<string, Companionship>,
	label: (code: string) => string,
): string {
	const named = (kind: Companionship) =>
		item.segments.flatMap(({ code }) => (segments.get(code) === kind ? label(code) : []));
	const [same, other] = [named("same"), named("complementary")];
	return [
		same.length > 0 ? `Fait aussi\u202f: ${some(same)}` : "",
		other.length > 0 ? `Complète avec\u202f: ${some(other)}` : "",
	]
		.filter(Boolean)
		.join(" · ");
}

function some(labels: readonly string[]): string {
	const rest = labels.length - NAMED;
	if (rest <= 0) return joinAnd(labels);
	return joinAnd([
		...labels.slice(0, NAMED),
		countOfWord(rest, "autre activité", "autres activités"),
	]);
}
