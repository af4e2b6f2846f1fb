import type { Edit } from "#app/domain/what-if/edits.ts";

/** What the section of groups shows: prepared by the server, plain data. */

export interface GroupMemberView {
	readonly id: string;
	readonly name: string;
	readonly href: string;
	readonly where: string;
	readonly lead: boolean;
	/** What is left to ask it, in a few words each; and what is to be discussed with it. */
	readonly toAsk: readonly string[];
	readonly toDiscuss: readonly string[];
	/** Under a reservation. */
	readonly eligibility: {
		readonly proved: boolean;
		readonly words: string;
		readonly article: string;
		readonly rule: string;
		readonly certain: boolean;
	} | null;
}

export interface GroupView {
	readonly key: string;
	readonly title: string;
	readonly confirmed: boolean;
	readonly members: readonly GroupMemberView[];
	/** Who takes what: per cell, for each member in order. */
	readonly cells: readonly {
		readonly cell: string;
		readonly label: string;
		readonly takes: readonly ("whole" | "part" | "none")[];
	}[];
}

export interface GroupsView {
	readonly heading: string;
	/** How they were sought, and in what order they stand. */
	readonly notes: readonly string[];
	readonly groups: readonly GroupView[];
	/** When there is none: why. */
	readonly reasons: readonly string[];
	/** Groups are not allowed by the need: how to allow them; null for a shared need or when they are allowed. */
	readonly allow: { readonly id: string; readonly edits: readonly Edit[] } | null;
}
