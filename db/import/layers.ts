import { operatorKey, type Supplier } from "#app/domain/supplier.ts";
import { fold } from "#app/domain/text.ts";
import { formatSupplier } from "#app/domain/upkeep/canonical.ts";
import { mergeStatements, type SourceTier, type Statement } from "#app/domain/upkeep/merge.ts";
import type { SearchEntry } from "#search/entry.ts";
import type { RawDb } from "../open.server.ts";
import type { PreparedRow } from "./prepared.ts";
import { type CommunePoint, type ProjectedSupplier, projectSupplier } from "./project.ts";
import { SupplierRows } from "./supplier-rows.ts";
import type { ListSource } from "./types.ts";

export interface RunContext {
	readonly runId: number;
	readonly source: ListSource;
	readonly author: string | null;
	/** Day the file was received. */
	readonly receivedOn: string;
}

interface KnownRecord {
	id: number;
	supplier_id: number | null;
	hash: string;
}
interface KnownSupplier {
	id: number;
	public_id: string;
	siret: string | null;
	document: string;
}

/** Writes the three layers, row by row: record, assertion, shown supplier. Call it inside a transaction. */
export class Layers {
	readonly #rows: SupplierRows;
	readonly #statements: ReturnType<typeof prepareStatements>;

	readonly #entries: SearchEntry[] = [];
	readonly #communes = new Map<string, CommunePoint | null>();

	constructor(raw: RawDb) {
		this.#rows = new SupplierRows(raw);
		this.#statements = prepareStatements(raw);
	}

	/** Applies one row; the same row twice gives the same base. */
	apply(row: PreparedRow, context: RunContext): void {
		const { source } = context;
		const statements = this.#statements;
		const record = statements.findRecord.get(source.id, row.key) as KnownRecord | undefined;
		const former = record?.supplier_id ?? null;
		const known = this.#findSupplier(row, former);
		if (known === null) {
			this.#create(row, record?.id ?? null, context);
			if (former !== null) this.#refresh(former);
			return;
		}
		// The document is about to change: what it stood for is written down first.
		statements.spellOut.run(known.document, known.id);
		this.#record(row, row.value, known.id, record?.id ?? null, context);
		this.#refresh(known.id, row.siret);
		if (former !== null && former !== known.id) this.#refresh(former);
	}

	#create(row: PreparedRow, recordId: number | null, context: RunContext): void {
		const { source } = context;
		const isDemo = source.demo ?? false;
		const rows = JSON.parse(row.rows) as ProjectedSupplier;
		if (this.#statements.findByPublicId.get(row.id) === undefined) {
			const { id: publicId, value: document } = row;
			const isIndexed = row.entry !== null;
			const supplierId = this.#rows.insert({ publicId, rows, document, isDemo, isIndexed });
			if (row.entry !== null) {
				this.#entries.push({ ...(JSON.parse(row.entry) as SearchEntry), supplierId });
			}
			// The document is the record's word: it is not written twice.
			this.#record(row, null, supplierId, recordId, context);
			return;
		}
		const value = JSON.parse(row.value) as Supplier;
		const supplier = { ...value, id: this.#freePublicId(value.id, source.id) };
		const supplierId = this.#rows.insert({
			publicId: supplier.id,
			rows: { ...rows, operatorKey: operatorKey(supplier) },
			document: formatSupplier(supplier),
			isDemo,
			isIndexed: false,
		});
		this.#record(row, row.value, supplierId, recordId, context);
	}

	/** What the search index must be told before the transaction ends: new suppliers whose entry came with their row. */
	takeEntries(): SearchEntry[] {
		return this.#entries.splice(0);
	}

	/** The record is no longer in its source: counted and kept. */
	markGone(recordId: number, runId: number): void {
		this.#statements.setGone.run(runId, recordId);
	}

	/** The record is in its source again, as it was. */
	markBack(recordId: number): void {
		this.#statements.setGone.run(null, recordId);
	}

	/** Same SIRET: same supplier. Else the one this record already spoke of; else the one that bears its id, name and commune. */
	#findSupplier(row: PreparedRow, former: number | null): KnownSupplier | null {
		const statements = this.#statements;
		const { siret } = row;
		if (siret !== null) {
			const bySiret = statements.findBySiret.get(siret) as KnownSupplier | undefined;
			if (bySiret) return bySiret;
		}
		if (former !== null) {
			const known = statements.findById.get(former) as KnownSupplier;
			// Another SIRET is another establishment, unless this record alone told the former one.
			if (siret === null || known.siret === null || this.#isAlone(former)) return known;
			return null;
		}
		const named = statements.findByPublicId.get(row.id) as KnownSupplier | undefined;
		return named && isSameSupplier(named, JSON.parse(row.value) as Supplier) ? named : null;
	}

	readonly #findCommune = (code: string): CommunePoint | null => {
		let point = this.#communes.get(code);
		if (point === undefined) {
			point = (this.#statements.findCommune.get(code) as CommunePoint | undefined) ?? null;
			this.#communes.set(code, point);
		}
		return point;
	};

	#isAlone(supplierId: number): boolean {
		return (this.#statements.countStatements.get(supplierId) as { count: number }).count <= 1;
	}

	/** Ids are scoped by their source: a taken one is told apart by its source, then by a number. */
	#freePublicId(id: string, sourceId: string): string {
		const isTaken = (candidate: string) =>
			this.#statements.findByPublicId.get(candidate) !== undefined;
		if (!isTaken(id)) return id;
		const scoped = `${sourceId}-${id}`;
		if (!isTaken(scoped)) return scoped;
		let number = 2;
		while (isTaken(`${scoped}-${number}`)) number += 1;
		return `${scoped}-${number}`;
	}

	#record(
		row: PreparedRow,
		said: string | null,
		supplierId: number,
		known: number | null,
		context: RunContext,
	): void {
		const { runId, source, author, receivedOn } = context;
		const { insertRecord, updateRecord, saveAssertion } = this.#statements;
		let recordId = known;
		if (recordId === null) {
			recordId = Number(
				insertRecord.run(source.id, row.key, supplierId, runId, row.line, row.raw, row.hash)
					.lastInsertRowid,
			);
		} else {
			updateRecord.run(supplierId, runId, row.line, row.raw, row.hash, recordId);
		}
		const statedOn = source.listDate ?? receivedOn;
		saveAssertion.run(recordId, supplierId, source.id, said, statedOn, author, runId);
	}

	/** Shows again what is said of a supplier. @param siret learnt from the row just recorded; null: nothing new */
	#refresh(supplierId: number, siret: string | null = null): void {
		const statements = this.#statements;
		const known = statements.findById.get(supplierId) as KnownSupplier;
		const rows = statements.listStatements.all(supplierId) as StatementRow[];
		if (rows.length === 0) {
			this.#withdraw(known);
			return;
		}
		const spoken = rows.map((row) => toStatement(row, known.document));
		const kept = siret ?? known.siret;
		const merged = mergeStatements(known.public_id, kept, spoken);
		statements.clearDisagreements.run(supplierId);
		for (const { field, sourceId, value, statedOn } of merged.disagreements) {
			statements.saveDisagreement.run(supplierId, field, sourceId, JSON.stringify(value), statedOn);
		}
		const document = JSON.stringify(merged.supplier);
		// A record that speaks alone is not written twice.
		if (rows.length === 1 && rows[0]?.value === document) statements.leaveUnsaid.run(supplierId);
		this.#rows.update(supplierId, {
			publicId: known.public_id,
			rows: projectSupplier(merged.supplier, merged.kindSources, this.#findCommune),
			document,
			isDemo: rows.every(({ demo }) => demo === 1),
			isIndexed: false,
		});
	}

	/** Nobody speaks of it any more: a tombstone. */
	#withdraw(known: KnownSupplier): void {
		const shown = JSON.parse(known.document) as Supplier;
		const supplier: Supplier = { ...shown, status: "withdrawn" };
		this.#rows.update(known.id, {
			publicId: known.public_id,
			rows: projectSupplier(supplier, {}, this.#findCommune),
			document: formatSupplier(supplier),
			isDemo: false,
			isIndexed: false,
		});
	}
}

interface StatementRow {
	source_id: string;
	record_key: string;
	tier: SourceTier;
	demo: 0 | 1;
	value: string | null;
	stated_on: string | null;
	run_id: number;
}

/** @param document what the supplier shows, which is the word of a record that speaks alone */
function toStatement(row: StatementRow, document: string): Statement {
	return {
		sourceId: row.source_id,
		key: row.record_key,
		tier: row.tier,
		statedOn: row.stated_on,
		run: row.run_id,
		value: JSON.parse(row.value ?? document) as Supplier,
	};
}

/** Whether a row without a known SIRET speaks of the supplier that bears its id. */
export function isSameSupplier(
	known: { siret: string | null; document: string },
	value: Supplier,
): boolean {
	if (known.siret !== null && value.siret && known.siret !== value.siret) return false;
	const shown = JSON.parse(known.document) as Supplier;
	return (
		fold(shown.name) === fold(value.name) && (shown.commune ?? null) === (value.commune ?? null)
	);
}

function prepareStatements(raw: RawDb) {
	const supplier = "SELECT id, public_id, siret, document FROM supplier";
	return {
		findRecord: raw.prepare(
			"SELECT id, supplier_id, hash FROM source_record WHERE source_id = ? AND record_key = ?",
		),
		findBySiret: raw.prepare(`${supplier} WHERE siret = ?`),
		findById: raw.prepare(`${supplier} WHERE id = ?`),
		findByPublicId: raw.prepare(`${supplier} WHERE public_id = ?`),
		countStatements: raw.prepare("SELECT count(*) AS count FROM assertion WHERE supplier_id = ?"),
		insertRecord: raw.prepare(
			"INSERT INTO source_record (source_id, record_key, supplier_id, run_id, line, raw, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
		),
		updateRecord: raw.prepare(
			"UPDATE source_record SET supplier_id = ?, run_id = ?, line = ?, raw = ?, hash = ?, gone_run_id = NULL WHERE id = ?",
		),
		setGone: raw.prepare("UPDATE source_record SET gone_run_id = ? WHERE id = ?"),
		saveAssertion: raw.prepare(
			`INSERT INTO assertion (record_id, supplier_id, source_id, value, stated_on, author, run_id) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (record_id) DO UPDATE SET supplier_id = excluded.supplier_id, source_id = excluded.source_id,
				value = excluded.value, stated_on = excluded.stated_on, author = excluded.author, run_id = excluded.run_id`,
		),
		listStatements: raw.prepare(
			`SELECT assertion.source_id, source_record.record_key, source.tier, source.demo, assertion.value,
				assertion.stated_on, assertion.run_id
			FROM assertion
			JOIN source_record ON source_record.id = assertion.record_id
			JOIN source ON source.id = assertion.source_id
			WHERE assertion.supplier_id = ?`,
		),
		spellOut: raw.prepare("UPDATE assertion SET value = ? WHERE supplier_id = ? AND value IS NULL"),
		leaveUnsaid: raw.prepare("UPDATE assertion SET value = NULL WHERE supplier_id = ?"),
		findCommune: raw.prepare(
			`SELECT current.code, current.name, current.lat, current.lon, current.error_km AS errorKm
			FROM place JOIN place AS current ON current.code = coalesce(place.parent_code, place.code)
			WHERE place.code = ?`,
		),
		clearDisagreements: raw.prepare("DELETE FROM disagreement WHERE supplier_id = ?"),
		saveDisagreement: raw.prepare(
			"INSERT OR REPLACE INTO disagreement (supplier_id, field, source_id, value, stated_on) VALUES (?, ?, ?, ?, ?)",
		),
	};
}
