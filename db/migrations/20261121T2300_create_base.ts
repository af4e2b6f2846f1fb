import { type Kysely, sql } from "kysely";

/** One statement each: a migration is read like the table it makes. */
const STATEMENTS = [
	`CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
	`INSERT INTO meta (key, value) VALUES ('data_version', '0')`,

	`CREATE TABLE place (
		code TEXT PRIMARY KEY,
		kind TEXT NOT NULL CHECK (kind IN ('commune', 'delegated', 'arrondissement')),
		name TEXT NOT NULL,
		name_folded TEXT NOT NULL,
		parent_code TEXT,
		epci TEXT,
		departement TEXT NOT NULL,
		region TEXT NOT NULL,
		population INTEGER,
		lat REAL NOT NULL,
		lon REAL NOT NULL,
		error_km REAL NOT NULL,
		source TEXT NOT NULL
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX place_by_name ON place (name_folded)`,
	`CREATE TABLE place_postcode (
		postcode TEXT NOT NULL,
		code TEXT NOT NULL REFERENCES place (code) ON DELETE CASCADE,
		PRIMARY KEY (postcode, code)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX place_postcode_by_code ON place_postcode (code)`,
	`CREATE TABLE zone (
		zone TEXT PRIMARY KEY,
		name TEXT NOT NULL,
		name_folded TEXT NOT NULL,
		population INTEGER
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE cpv (code TEXT PRIMARY KEY, label TEXT NOT NULL, parent TEXT) STRICT, WITHOUT ROWID`,

	`CREATE TABLE source (
		id TEXT PRIMARY KEY,
		label TEXT NOT NULL,
		origin_url TEXT,
		licence TEXT,
		list_date TEXT,
		tier TEXT NOT NULL CHECK (tier IN ('registry', 'supplier', 'cress', 'import', 'inferred')),
		attribution TEXT,
		demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE import_run (
		id INTEGER PRIMARY KEY,
		source_id TEXT NOT NULL,
		file_name TEXT NOT NULL,
		file_sha256 TEXT,
		format TEXT NOT NULL,
		status TEXT NOT NULL CHECK (status IN ('staging', 'staged', 'applied', 'failed', 'abandoned')),
		started_at TEXT NOT NULL,
		finished_at TEXT,
		author TEXT,
		counts TEXT NOT NULL DEFAULT '{}',
		staged_path TEXT,
		applied_bytes INTEGER NOT NULL DEFAULT 0
	) STRICT`,

	`CREATE TABLE organisation (
		id INTEGER PRIMARY KEY,
		siren TEXT UNIQUE,
		name TEXT NOT NULL,
		legal_form TEXT,
		ess INTEGER CHECK (ess IN (0, 1)),
		operator_group TEXT
	) STRICT`,
	`CREATE TABLE supplier (
		id INTEGER PRIMARY KEY,
		public_id TEXT NOT NULL UNIQUE,
		siret TEXT UNIQUE,
		organisation_id INTEGER REFERENCES organisation (id),
		operator_key TEXT NOT NULL,
		name TEXT NOT NULL,
		commune TEXT,
		postcode TEXT,
		address TEXT,
		lat REAL,
		lon REAL,
		position TEXT CHECK (position IN ('exact', 'commune')),
		ess INTEGER CHECK (ess IN (0, 1)),
		status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed', 'withdrawn')),
		verified_on TEXT,
		sort_name TEXT NOT NULL,
		demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
		document TEXT NOT NULL
	) STRICT`,
	`CREATE INDEX supplier_by_organisation ON supplier (organisation_id)`,

	`CREATE TABLE source_record (
		id INTEGER PRIMARY KEY,
		source_id TEXT NOT NULL REFERENCES source (id),
		record_key TEXT NOT NULL,
		supplier_id INTEGER REFERENCES supplier (id),
		run_id INTEGER NOT NULL,
		line INTEGER NOT NULL,
		raw TEXT,
		hash TEXT NOT NULL,
		gone_run_id INTEGER,
		UNIQUE (source_id, record_key)
	) STRICT`,
	`CREATE TABLE assertion (
		record_id INTEGER PRIMARY KEY REFERENCES source_record (id) ON DELETE CASCADE,
		supplier_id INTEGER NOT NULL REFERENCES supplier (id),
		source_id TEXT NOT NULL,
		value TEXT,
		stated_on TEXT,
		author TEXT,
		run_id INTEGER NOT NULL
	) STRICT`,
	`CREATE INDEX assertion_by_supplier ON assertion (supplier_id)`,
	`CREATE TABLE disagreement (
		supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
		field TEXT NOT NULL,
		source_id TEXT NOT NULL,
		value TEXT NOT NULL,
		stated_on TEXT,
		PRIMARY KEY (supplier_id, field, source_id)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE accreditation (
		supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
		code TEXT NOT NULL,
		proof TEXT NOT NULL CHECK (proof IN ('registry', 'document', 'declared')),
		as_of TEXT,
		until TEXT,
		source_id TEXT NOT NULL,
		PRIMARY KEY (supplier_id, code)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE offer (
		supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		segment TEXT NOT NULL,
		basis TEXT NOT NULL CHECK (basis IN ('declared', 'inferred')),
		includes_children INTEGER NOT NULL CHECK (includes_children IN (0, 1)),
		modes TEXT,
		order_min REAL,
		order_max REAL,
		days_per_week REAL,
		lead_time_days REAL,
		available_from TEXT,
		radius_km REAL,
		country INTEGER NOT NULL CHECK (country IN (0, 1)),
		verified_on TEXT,
		verified_by TEXT CHECK (verified_by IN ('supplier', 'cress', 'import')),
		PRIMARY KEY (supplier_id, position)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX offer_by_segment ON offer (segment, supplier_id)`,
	`CREATE TABLE offer_zone (
		supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		zone TEXT NOT NULL,
		PRIMARY KEY (supplier_id, position, zone)
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE offer_capacity (
		supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		rank INTEGER NOT NULL,
		unit TEXT NOT NULL,
		per TEXT NOT NULL,
		max REAL,
		remaining REAL,
		remaining_on TEXT,
		PRIMARY KEY (supplier_id, position, rank)
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE offer_certificate (
		supplier_id INTEGER NOT NULL REFERENCES supplier (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		code TEXT NOT NULL,
		until TEXT,
		PRIMARY KEY (supplier_id, position, code)
	) STRICT, WITHOUT ROWID`,
	`CREATE VIRTUAL TABLE supplier_circle USING rtree (id, min_lat, max_lat, min_lon, max_lon)`,
	`CREATE TABLE search_pending (supplier_id INTEGER PRIMARY KEY) STRICT`,

	`CREATE TABLE need (
		id INTEGER PRIMARY KEY,
		public_id TEXT NOT NULL UNIQUE,
		title TEXT,
		document TEXT NOT NULL,
		created_at TEXT NOT NULL,
		updated_at TEXT NOT NULL
	) STRICT`,
	`CREATE TABLE result (
		id INTEGER PRIMARY KEY,
		need_id INTEGER NOT NULL REFERENCES need (id) ON DELETE CASCADE,
		scope TEXT NOT NULL CHECK (scope IN ('any', 'whole')),
		data_version INTEGER NOT NULL,
		law_on TEXT NOT NULL,
		program_version TEXT NOT NULL,
		answer TEXT NOT NULL,
		created_at TEXT NOT NULL,
		UNIQUE (need_id, scope, data_version)
	) STRICT`,
];

// Kysely<unknown>: a migration must not follow schema.ts.
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
