import type { ConditionsForm, FrameForm } from "#app/domain/need-form/form-state.ts";
import type { StepId } from "#app/domain/need-form/steps.ts";
import type { TypicalField } from "#app/domain/need-form/typical.ts";
import type { KindCode } from "#app/domain/vocabulary.ts";
import type { Screen } from "./server/post-step.server.ts";

/** What the screens that describe a need show: prepared by the server, plain data. */

export interface SummaryLine {
	readonly step: StepId;
	readonly label: string;
	/** Empty: nothing said yet. */
	readonly text: string;
	readonly to: string;
	readonly wrong: boolean;
}

export interface SummedProblem {
	readonly fieldId: string | null;
	readonly message: string;
}

export interface SegmentChoice {
	readonly code: string;
	readonly label: string;
	readonly family: string;
	readonly description: string;
	/** The words that led there; null when its name did. */
	readonly because: string | null;
}

export interface ServiceView {
	readonly id: string;
	readonly segment: string;
	readonly label: string;
	readonly family: string;
}

export interface QuoiBody {
	readonly screen: "quoi";
	readonly services: readonly ServiceView[];
	readonly search: SegmentSearchView;
}

export interface SegmentSearchView {
	readonly query: string;
	readonly found: readonly SegmentChoice[];
	readonly families: readonly { code: string; label: string }[];
	/** The family whose trades are listed; null when words were typed. */
	readonly family: string | null;
}

export interface SiteRowView {
	readonly id: string;
	readonly line: number | null;
	readonly name: string;
	readonly typed: string;
	/** "Vannes (56)"; null while it is not settled. */
	readonly commune: string | null;
	readonly choices: readonly { code: string; label: string }[];
	/** What to do, when something is wrong or was guessed. */
	readonly messages: readonly { wrong: boolean; text: string }[];
	/** What it asks of its own, in words. */
	readonly asks: string;
}

export interface OuBody {
	readonly screen: "ou";
	readonly mode: "table" | "site" | "zone" | "list";
	readonly where: "sites" | "zone";
	readonly rows: readonly SiteRowView[];
	readonly page: number;
	readonly pageCount: number;
	readonly siteCount: number;
	/** The table as text, to correct it. */
	readonly sheet: string;
	/** Why the file sent could not be read; empty when none was, or it could. */
	readonly uploadProblem: string;
	readonly pastedProblems: readonly SummedProblem[];
	readonly pastedAbout: string;
	readonly ignoredColumns: readonly string[];
	readonly services: readonly ServiceView[];
	readonly zone: { text: string; name: string | null; communes: number | null };
	readonly zoneChoices: readonly { zone: string; label: string }[];
	/** Being corrected; null when a site is added. */
	readonly site: {
		id: string;
		label: string;
		place: string;
		postcode: string;
		address: string;
	} | null;
}

export interface ConditionsBody {
	readonly screen: "rythme" | "volume" | "exigences";
	readonly service: ServiceView;
	readonly position: number;
	readonly services: readonly (ServiceView & { to: string })[];
	readonly conditions: ConditionsForm;
	/** Days of the week that are asked. */
	readonly weekdays: readonly string[];
	readonly typical: readonly TypicalField[];
	readonly unit: string;
	readonly per: string;
	readonly first: readonly CriterionChoice[];
	readonly others: readonly CriterionChoice[];
	readonly siteCount: number;
	/** Sites with conditions of their own. */
	readonly ownSites: number;
	/** Sites with a quantity of their own. */
	readonly ownQuantities: number;
}

export interface CriterionChoice {
	readonly code: string;
	readonly type: "certificate" | "capability";
	readonly label: string;
	readonly note: string;
}

export interface SitesBody {
	readonly screen: "sites";
	readonly service: ServiceView;
	readonly services: readonly (ServiceView & { to: string })[];
	readonly common: string;
	readonly rows: readonly {
		id: string;
		name: string;
		commune: string;
		asked: boolean;
		conditions: ConditionsForm;
		to: string;
		errors: Readonly<Record<string, string>>;
	}[];
	readonly page: number;
	readonly pageCount: number;
	readonly unitWords: string;
}

export interface CaseBody {
	readonly screen: "case";
	readonly cell: string;
	readonly service: ServiceView;
	readonly siteName: string;
	readonly conditions: ConditionsForm;
	readonly common: ConditionsForm;
	/** Days named for this site. */
	readonly weekdays: readonly string[];
	readonly criteria: readonly CriterionChoice[];
}

export interface ReservationBody {
	readonly screen: "reservation";
	readonly reservation: string;
	readonly kinds: readonly string[];
	readonly regimes: readonly {
		value: string;
		label: string;
		article: string;
		/** Kinds that the article names, then those whose equivalence is to be proved. */
		green: readonly KindCode[];
		toProve: readonly KindCode[];
		certain: boolean;
	}[];
}

export interface CadreBody {
	readonly screen: "cadre";
	readonly title: string;
	readonly frame: FrameForm;
	readonly negotiable: readonly { value: string; label: string; hint: string }[];
}

export interface RelectureBody {
	readonly screen: "relecture";
	readonly ready: boolean;
	readonly lines: readonly (SummaryLine & { details: readonly string[] })[];
}

export type StepBody =
	| QuoiBody
	| OuBody
	| ConditionsBody
	| SitesBody
	| CaseBody
	| ReservationBody
	| CadreBody
	| RelectureBody;

export interface DescribeView {
	readonly id: string;
	readonly screen: Screen;
	readonly title: string;
	readonly summary: readonly SummaryLine[];
	/** The need is whole: the answer can be read now. */
	readonly ready: boolean;
	readonly problems: readonly SummedProblem[];
	readonly errors: Readonly<Record<string, string>>;
	/** How loose wordings were understood. */
	readonly notes: readonly string[];
	readonly back: string | null;
	/** Query to come back to the same place of the screen. */
	readonly query: string;
	readonly body: StepBody;
}
