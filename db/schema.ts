import type { Generated, Insertable, Selectable, Updateable } from "kysely";

/**
 * The main database as SQLite holds it: snake_case columns, 0/1 for booleans, JSON as text, dates as ISO text.
 * Null means unknown unless a column says otherwise. Query modules map rows to domain types once.
 */
export interface Schema {
	meta: MetaTable;
	place: PlaceTable;
	place_postcode: PlacePostcodeTable;
	zone: ZoneTable;
	cpv: CpvTable;
	source: SourceTable;
	import_run: ImportRunTable;
	source_record: SourceRecordTable;
	assertion: AssertionTable;
	disagreement: DisagreementTable;
	organisation: OrganisationTable;
	supplier: SupplierTable;
	accreditation: AccreditationTable;
	offer: OfferTable;
	offer_zone: OfferZoneTable;
	offer_capacity: OfferCapacityTable;
	offer_certificate: OfferCertificateTable;
	supplier_circle: SupplierCircleTable;
	search_pending: SearchPendingTable;
	need: NeedTable;
	result: ResultTable;
}

type Flag = 0 | 1;

/** `data_version` is here: an integer as text, one more at each applied change set. */
export interface MetaTable {
	key: string;
	value: string;
}

export interface PlaceTable {
	/** INSEE code. */
	code: string;
	kind: "commune" | "delegated" | "arrondissement";
	name: string;
	name_folded: string;
	/** The current commune of a delegated commune or an arrondissement; null for a commune. */
	parent_code: string | null;
	epci: string | null;
	departement: string;
	region: string;
	population: number | null;
	lat: number;
	lon: number;
	/** 0: exact centre; else the error to expect. */
	error_km: number;
	source: string;
}

export interface PlacePostcodeTable {
	postcode: string;
	code: string;
}

/** EPCI, départements and régions: `epci:200067932`, `departement:56`, `region:53`. */
export interface ZoneTable {
	zone: string;
	name: string;
	name_folded: string;
	population: number | null;
}

export interface CpvTable {
	code: string;
	label: string;
	parent: string | null;
}

export interface SourceTable {
	id: string;
	label: string;
	origin_url: string | null;
	licence: string | null;
	/** Date at which the list was true, as it says itself. */
	list_date: string | null;
	tier: "registry" | "supplier" | "cress" | "import" | "inferred";
	attribution: string | null;
	/** 1: fictional, labelled so on every page. */
	demo: Flag;
}

export interface ImportRunTable {
	id: Generated<number>;
	source_id: string;
	file_name: string;
	file_sha256: string | null;
	format: string;
	/**
	 * staging: the file is being read, the base is untouched. staged: read, waiting or half applied; resumed by the next run.
	 * applied: done. failed, abandoned: changed nothing.
	 */
	status: "staging" | "staged" | "applied" | "failed" | "abandoned";
	started_at: string;
	finished_at: string | null;
	author: string | null;
	/** ImportCounts as JSON. */
	counts: string;
	/** Where the rows to apply wait; null once applied. */
	staged_path: string | null;
	/** Bytes of the staged file already applied. */
	applied_bytes: Generated<number>;
}

/** Layer 1: a row as received. */
export interface SourceRecordTable {
	id: Generated<number>;
	source_id: string;
	/** The row's own id, unique in its source. */
	record_key: string;
	supplier_id: number | null;
	run_id: number;
	line: number;
	/** The row's raw values. Null: an exchange row, whose assertion is the row itself. */
	raw: string | null;
	/** Digest of what was received: the same file twice changes nothing. */
	hash: string;
	/** The run that no longer found it in its source; null while it is there. */
	gone_run_id: number | null;
}

/** Layer 2: what one record says of one supplier, as a partial supplier in exchange form. */
export interface AssertionTable {
	record_id: number;
	supplier_id: number;
	source_id: string;
	/** Null: this record alone speaks of the supplier, whose document is its word. */
	value: string | null;
	/** Date of what has no date of its own in `value.facts`. */
	stated_on: string | null;
	author: string | null;
	run_id: number;
}

/** A weaker or older word that differs from the one shown. Rows exist only where sources disagree. */
export interface DisagreementTable {
	supplier_id: number;
	/** As in `facts`: `name`, `offers[0].daysPerWeek`. */
	field: string;
	source_id: string;
	value: string;
	stated_on: string | null;
}

export interface OrganisationTable {
	id: Generated<number>;
	siren: string | null;
	name: string;
	legal_form: string | null;
	ess: Flag | null;
	operator_group: string | null;
}

/** Layer 3: one establishment, the values shown. */
export interface SupplierTable {
	id: Generated<number>;
	public_id: string;
	siret: string | null;
	organisation_id: number | null;
	/** What minCompetition counts: `group:…`, `siren:…` or `id:…`. */
	operator_key: string;
	name: string;
	/** Current INSEE code: delegated communes and arrondissements are resolved. */
	commune: string | null;
	postcode: string | null;
	address: string | null;
	lat: number | null;
	lon: number | null;
	/** Null: no position. `commune`: the centre of its commune. */
	position: "exact" | "commune" | null;
	ess: Flag | null;
	status: "open" | "closed" | "withdrawn";
	/** Latest verification of its offers by the supplier or the CRESS; null when there is none. */
	verified_on: string | null;
	/** Folded name: lower case, no accents. */
	sort_name: string;
	demo: Flag;
	/** The shown supplier in exchange form, with `facts`; `id` is public_id. */
	document: string;
}

export interface AccreditationTable {
	supplier_id: number;
	code: string;
	proof: "registry" | "document" | "declared";
	as_of: string | null;
	until: string | null;
	source_id: string;
}

/**
 * Offers of open suppliers only (a tombstone has none here), with the supplier's defaults applied. What no query asks by itself stays
 * in the supplier's document: `document.offers[position]`.
 */
export interface OfferTable {
	supplier_id: number;
	/** Rank in `document.offers`. */
	position: number;
	segment: string;
	basis: "declared" | "inferred";
	includes_children: Flag;
	/** JSON array. */
	modes: string | null;
	order_min: number | null;
	order_max: number | null;
	days_per_week: number | null;
	lead_time_days: number | null;
	available_from: string | null;
	radius_km: number | null;
	country: Flag;
	verified_on: string | null;
	verified_by: "supplier" | "cress" | "import" | null;
}

export interface OfferZoneTable {
	supplier_id: number;
	position: number;
	/** Former communes are given as the current one. */
	zone: string;
}

export interface OfferCapacityTable {
	supplier_id: number;
	position: number;
	rank: number;
	unit: string;
	per: string;
	max: number | null;
	remaining: number | null;
	remaining_on: string | null;
}

export interface OfferCertificateTable {
	supplier_id: number;
	position: number;
	code: string;
	until: string | null;
}

/**
 * R-tree of the squares round the widest circle each supplier serves (all its circles have the same centre): a pre-filter, then
 * `offer.radius_km` and the distance decide. `id` is `supplier.id`.
 */
export interface SupplierCircleTable {
	id: number;
	min_lat: number;
	max_lat: number;
	min_lon: number;
	max_lon: number;
}

/** Suppliers that changed since the search index last read them. */
export interface SearchPendingTable {
	supplier_id: number;
}

export interface NeedTable {
	id: Generated<number>;
	public_id: string;
	title: string | null;
	document: string;
	created_at: string;
	updated_at: string;
}

export interface ResultTable {
	id: Generated<number>;
	need_id: number;
	scope: "any" | "whole";
	data_version: number;
	law_on: string;
	program_version: string;
	answer: string;
	created_at: string;
}

export type SourceRow = Selectable<SourceTable>;
export type SupplierRow = Selectable<SupplierTable>;
export type NewSupplierRow = Insertable<SupplierTable>;
export type SupplierUpdate = Updateable<SupplierTable>;
export type OfferRow = Selectable<OfferTable>;
