import type { CheckId, KindCode, Verdict } from "#app/domain/vocabulary.ts";
import type { GroupsView } from "../consortia/view-types.ts";
import type { MapScene } from "../map/scene.ts";
import type { WhatIfView } from "../what-if/types.ts";

/** What the answer page shows: prepared by the server, plain data. */

export interface AnswerLink {
	readonly label: string;
	readonly to: string;
	readonly current: boolean;
	readonly count?: number | undefined;
}

export interface FunnelLine {
	readonly check: CheckId;
	readonly label: string;
	/** What the need asks there; empty when there is nothing to add. */
	readonly asked: string;
	readonly remaining: number;
	readonly removed: number;
	readonly removedAlone: number;
	/** Opens the list of those it removes; null when it removes nobody. */
	readonly to: string | null;
	readonly current: boolean;
	/** Back to the step where it is asked; null for a shared need, and for what no step holds. */
	readonly edit: string | null;
}

export interface MatrixCell {
	readonly cell: string;
	readonly theoretical: number;
	readonly confirmed: number;
	readonly possible: number;
	readonly shade: 0 | 1 | 2 | 3 | 4;
	readonly to: string;
	readonly current: boolean;
}

export interface Matrix {
	readonly services: readonly { id: string; label: string }[];
	readonly rows: readonly {
		site: string;
		name: string;
		place: string;
		cells: readonly (MatrixCell | null)[];
	}[];
}

export interface Reason {
	readonly check: CheckId;
	/** One sentence with its figures. */
	readonly text: string;
	/** Who said it and when; empty when nobody did. */
	readonly source: string;
	/** Was unmet, and can be discussed. */
	readonly negotiable: boolean;
}

export interface SupplierView {
	readonly id: string;
	readonly href: string;
	readonly name: string;
	readonly kinds: readonly KindCode[];
	readonly town: string;
	readonly distance: string;
	readonly verdict: Verdict;
	/** The site where it does best; empty when there is one only. */
	readonly at: string;
	readonly failed: readonly Reason[];
	readonly unknown: readonly Reason[];
	readonly metCount: number;
	readonly care: readonly string[];
	readonly verifiedOn: string | null;
	readonly stale: boolean;
}

export interface SupplierList {
	/** The answer of this list, as a heading. */
	readonly heading: string;
	readonly note: string;
	readonly suppliers: readonly SupplierView[];
	/** Those that only the area keeps out, nearest first. */
	readonly nearMisses: readonly SupplierView[];
	readonly sorts: readonly AnswerLink[];
	readonly previous: string | null;
	readonly next: string | null;
	/** Leads back to the whole list; null when it is the whole list. */
	readonly clear: string | null;
	readonly kinds: readonly KindCode[];
}

export interface AnswerView {
	readonly title: string;
	readonly subtitle: string;
	/** Null for a shared need: nothing can be changed. */
	readonly id: string | null;
	readonly sharedUntil: string | null;
	readonly headline: string;
	readonly reach: string | null;
	readonly competition: { readonly text: string; readonly reached: boolean };
	readonly scopes: readonly AnswerLink[];
	readonly funnel: {
		readonly lines: readonly FunnelLine[];
		readonly widest: number;
		readonly quiet: string | null;
	};
	readonly combinations: readonly { names: string; organisations: number }[];
	readonly minCompetition: number;
	readonly unknowns: readonly string[];
	/** The list was longer than what was counted. */
	readonly unknownsPartial: boolean;
	readonly matrix: Matrix | null;
	readonly list: SupplierList;
	readonly groups: GroupsView;
	readonly map: MapScene | null;
	readonly anyStale: boolean;
	readonly today: string;
	readonly versions: { readonly data: string; readonly law: string; readonly program: string };
	readonly asks: readonly { label: string; text: string; to: string | null }[];
	/** What was last written into the need by one gesture, and can be taken back. */
	readonly change: string | null;
	/** Null for a shared need: nothing can be changed. */
	readonly whatIf: WhatIfView | null;
}
