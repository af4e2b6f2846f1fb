import type { SupplierRecord } from "#db/suppliers.server.ts";

/** A source that speaks of a supplier, as the API names it. */
export interface PublicSource {
	/** As in `facts`. */
	readonly id: string;
	readonly label: string;
	readonly url: string | null;
	readonly licence: string | null;
	readonly attribution: string | null;
	/** Date at which the list was true. */
	readonly listDate: string | null;
	/** Date of what has no date of its own. */
	readonly statedOn: string | null;
	/** The last edition of the list no longer names this supplier. */
	readonly gone: boolean;
	readonly demo: boolean;
}

export function publicSource({ source, statedOn, isGone }: SupplierRecord): PublicSource {
	return {
		id: source.id,
		label: source.label,
		url: source.origin_url,
		licence: source.licence,
		attribution: source.attribution,
		listDate: source.list_date,
		statedOn,
		gone: isGone,
		demo: source.demo === 1,
	};
}
