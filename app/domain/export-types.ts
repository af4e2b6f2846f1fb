/** Media types of the exported lists, without their encoding. */
export const EXPORT_TYPES = {
	csv: "text/csv",
	ndjson: "application/x-ndjson",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
