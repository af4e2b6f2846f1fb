import type { Supplier } from "#app/domain/supplier.ts";
import type { RawDb } from "../open.server.ts";
import { KeySet } from "./key-set.ts";
import { isSameSupplier } from "./layers.ts";
import type { PreparedRow } from "./prepared.ts";

/**
 * What a row would do. `joined`: it names a supplier known from elsewhere. `back`: unchanged, but it had left its source.
 * `repeated`: another row of the file has the same id.
 */
export type RowEffect =
	| { readonly kind: "created" | "changed" | "joined" | "unchanged" }
	| { readonly kind: "back"; readonly recordId: number }
	| { readonly kind: "repeated"; readonly line: number };

interface KnownRecord {
	id: number;
	hash: string;
	gone_run_id: number | null;
}
interface KnownSupplier {
	siret: string | null;
	document: string;
}

/** Tells what each row of a file would do, without changing anything. */
export class Classifier {
	readonly #keys = new KeySet();
	readonly #sirets = new KeySet();
	readonly #hasRecords: boolean;
	readonly #hasSuppliers: boolean;
	readonly #statements;

	constructor(
		raw: RawDb,
		readonly sourceId: string,
	) {
		const any = (query: string, ...values: string[]) =>
			raw.prepare(query).get(...values) !== undefined;
		this.#hasRecords = any("SELECT 1 FROM source_record WHERE source_id = ? LIMIT 1", sourceId);
		this.#hasSuppliers = any("SELECT 1 FROM supplier LIMIT 1");
		this.#statements = {
			findRecord: raw.prepare(
				"SELECT id, hash, gone_run_id FROM source_record WHERE source_id = ? AND record_key = ?",
			),
			findBySiret: raw.prepare("SELECT siret, document FROM supplier WHERE siret = ?"),
			findByPublicId: raw.prepare("SELECT siret, document FROM supplier WHERE public_id = ?"),
			listRecords: raw.prepare(
				"SELECT id, record_key FROM source_record WHERE source_id = ? AND gone_run_id IS NULL AND id > ? ORDER BY id LIMIT 5000",
			),
		};
	}

	classify(row: PreparedRow): RowEffect {
		const repeated = this.#keys.add(row.key, row.line);
		if (repeated !== 0) return { kind: "repeated", line: repeated };
		if (this.#hasRecords) {
			const record = this.#statements.findRecord.get(this.sourceId, row.key) as
				| KnownRecord
				| undefined;
			if (record) {
				if (record.hash !== row.hash) return { kind: "changed" };
				return record.gone_run_id === null
					? { kind: "unchanged" }
					: { kind: "back", recordId: record.id };
			}
		}
		const known = this.#hasSuppliers ? this.#findSupplier(row) : null;
		const isRepeatedSiret = row.siret !== null && this.#sirets.add(row.siret, row.line) !== 0;
		if (known === null) return { kind: isRepeatedSiret ? "joined" : "created" };
		// An export that comes back says nothing new.
		return { kind: known.document === row.value ? "unchanged" : "joined" };
	}

	/** A row in error is not a row gone. */
	noteKey(key: string, line: number): void {
		this.#keys.add(key, line);
	}

	/** Records of the source that the file no longer holds, and how many it had. */
	listGone(): { gone: number[]; known: number } {
		const gone: number[] = [];
		let known = 0;
		let after = 0;
		for (;;) {
			const page = this.#statements.listRecords.all(this.sourceId, after) as {
				id: number;
				record_key: string;
			}[];
			const last = page.at(-1);
			if (!last) return { gone, known };
			for (const { id, record_key } of page) if (!this.#keys.has(record_key)) gone.push(id);
			known += page.length;
			after = last.id;
		}
	}

	#findSupplier(row: PreparedRow): KnownSupplier | null {
		const { findBySiret, findByPublicId } = this.#statements;
		if (row.siret !== null) {
			const bySiret = findBySiret.get(row.siret) as KnownSupplier | undefined;
			if (bySiret) return bySiret;
		}
		const named = findByPublicId.get(row.id) as KnownSupplier | undefined;
		return named && isSameSupplier(named, JSON.parse(row.value) as Supplier) ? named : null;
	}
}
