/** Tables of the session database that hold what visitors describe and share. */

export interface DraftRow {
	/** Random, 128 bits: it stands in the address of the need. */
	id: string;
	/** SHA-256 of the session that owns it; the session itself is only in the browser. */
	owner_hash: string;
	/** State of the form, as typed (JSON). */
	form: string;
	/** The need it says (JSON); null while it says too little, or something that cannot be read. */
	need: string | null;
	/** What a proposal replaced (JSON), until the next change; null when there is nothing to take back. */
	former: string | null;
	revision: number;
	created_at: string;
	updated_at: string;
	expires_at: string;
}

export interface ShareLinkRow {
	id: string;
	/** SHA-256 of the token; the token itself is shown once and kept nowhere. */
	token_hash: string;
	draft_id: string;
	owner_hash: string;
	/** The need as it was when the link was made (JSON). */
	need: string;
	created_at: string;
	expires_at: string;
	revoked_at: string | null;
}

export interface DraftSchema {
	draft: DraftRow;
	share_link: ShareLinkRow;
}
