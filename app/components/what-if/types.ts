import type { FactValue, RelaxationNature } from "#app/domain/match-types.ts";
import type { Scope } from "#app/domain/vocabulary.ts";
import type { Control } from "#app/domain/what-if/controls.ts";
import type { Edit } from "#app/domain/what-if/edits.ts";
import type { Figures, Standing } from "#app/domain/what-if/standing.ts";
import type { NameTable } from "./names.ts";

/** What the what-if panel shows: prepared by the server, plain data. */

/** A value at which somebody comes in or goes, told from what is tried. */
export interface PointView {
	readonly edit: Edit;
	readonly value: FactValue;
	readonly organisations: number;
	readonly gained: readonly string[];
	readonly lost: readonly string[];
}

export interface ControlView extends Control {
	/** What the need asks there, with its exceptions; empty when the value says it all. */
	readonly spread: string;
	/** How many structures the condition removes from the need as it stands. */
	readonly removes: number;
}

/** The marks of each control, by its name: from where the need stands with what is tried. */
export type Marks = Readonly<Record<string, readonly PointView[]>>;

/** Where the need would stand with what is tried. */
export interface AttemptView {
	readonly figures: Figures;
	/** How the need would say each change. */
	readonly sentences: readonly string[];
}

/** What takes longer to tell than figures: who is there, and the marks from there. */
export interface DetailView {
	readonly standing: Standing;
	readonly marks: Marks;
}

/** Changes that can be written into the need in one gesture. */
export interface ProposalView {
	readonly nature: RelaxationNature;
	readonly edits: readonly Edit[];
	readonly sentence: string;
	/** What the need says there today. */
	readonly instead: string;
	readonly gained: readonly string[];
	readonly lost: readonly string[];
	readonly confirmed: number;
	readonly possible: number;
	readonly organisations: number;
}

/** A sentence of the need, and how it could be written. */
export interface RewriteView extends Pick<ProposalView, "nature" | "edits" | "gained" | "lost"> {
	readonly before: string;
	readonly after: string;
	readonly effect: string;
}

export interface WhatIfView {
	/** Of the need, and how often it was changed: another panel begins when it is. */
	readonly id: string;
	readonly revision: number;
	readonly title: string;
	/** Services by id, when there are several. */
	readonly services: readonly { readonly id: string; readonly label: string }[];
	readonly scope: Scope;
	/** On the other side of a comparison; none is the need as it stands. */
	readonly against: readonly Edit[];
	readonly base: Standing;
	/** What is tried already, and where it leads. */
	readonly log: readonly Edit[];
	readonly attempt: AttemptView;
	readonly detail: DetailView;
	readonly controls: readonly ControlView[];
	readonly names: NameTable;
	readonly proposals: readonly ProposalView[];
	readonly rewrites: readonly RewriteView[];
	/** How many questions would settle what is not known; and what they are about, in sentences. */
	readonly questions: readonly string[];
}

/** One side of a comparison. */
export interface SideView {
	readonly name: string;
	/** « dans votre besoin ». */
	readonly inside: string;
	readonly headline: string;
	readonly competition: string;
	readonly standing: Standing;
}

export interface ComparedLine {
	readonly label: string;
	readonly left: string;
	readonly right: string;
}

export interface ComparedStep {
	readonly label: string;
	/** How many remain; null where the condition is not asked. */
	readonly left: number | null;
	readonly right: number | null;
}

export interface CompareView {
	readonly panel: WhatIfView;
	readonly title: string;
	/** Null while both sides are the same. */
	readonly sides: readonly [SideView, SideView] | null;
	readonly conditions: readonly ComparedLine[];
	/** How many conditions are the same on both sides. */
	readonly same: number;
	readonly steps: readonly ComparedStep[];
	readonly widest: number;
}

/** One question to put, in the same words to everybody. */
export interface QuestionView {
	readonly question: string;
	/** « 11 sur 14 n’ont pas dit leurs horaires : demandez-le ». */
	readonly sentence: string;
	/** What it is about, when the need has several services; else empty. */
	readonly service: string;
	readonly suppliers: readonly { readonly id: string; readonly name: string }[];
	/** One of the fewest that could settle whether there are enough operators. */
	readonly settles: boolean;
}

export interface QuestionsView {
	readonly id: string;
	readonly title: string;
	readonly scope: Scope;
	/** How many structures are asked something. */
	readonly people: number;
	readonly minCompetition: number;
	readonly questions: readonly QuestionView[];
	/** All of them as a letter. */
	readonly text: string;
}
