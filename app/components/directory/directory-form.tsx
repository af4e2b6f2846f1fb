import { useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { MAX_WORDS_LENGTH } from "#app/domain/directory.ts";
import type { DirectoryView } from "./directory-view.server.ts";
import { useClosingMenus } from "./filter-menu.tsx";
import { Filters } from "./filters.tsx";
import { SegmentInput } from "./segment-input.tsx";

/** Words and filters of the list: one form that the browser can send alone. */
export function DirectoryForm({ view }: { view: DirectoryView }) {
	const { query, facets, fields, problems } = view;
	const navigate = useNavigate();
	const form = useClosingMenus();
	const errors = Object.fromEntries(problems.map(({ path, message }) => [path, message]));

	/** The same address without its empty parameters: it will be copied into e-mails. */
	function send(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		navigate(`/fournisseurs${filledParameters(new FormData(event.currentTarget))}`);
	}

	return (
		<form
			ref={form}
			method="get"
			action="/fournisseurs"
			className="directory-form no-print"
			role="search"
			aria-label="Chercher des structures"
			onSubmit={send}
		>
			<div className="search-bar">
				<SegmentInput
					name="q"
					label="Ce que vous cherchez"
					placeholder="nettoyage de bureaux, traiteur, réemploi de mobilier…"
					maxLength={MAX_WORDS_LENGTH}
					defaultValue={query.q}
					error={errors["q"]}
				/>
				<Button>Chercher</Button>
			</div>
			{query.view === "both" ? null : <input type="hidden" name="view" value={query.view} />}
			{query.sort === null ? null : <input type="hidden" name="sort" value={query.sort} />}
			<Filters {...{ query, facets, fields, errors }} />
		</form>
	);
}

/** `?q=…`, empty fields left out, and the radius when it has no place. */
export function filledParameters(data: FormData): string {
	const params = new URLSearchParams();
	for (const [name, value] of data) {
		if (typeof value === "string" && value.trim() !== "") params.append(name, value.trim());
	}
	if (!params.has("near")) params.delete("km");
	if (params.get("sort") === "distance" && !params.has("near") && !params.has("serves")) {
		params.delete("sort");
	}
	if (params.get("sort") === "relevance" && !params.has("q")) params.delete("sort");
	const text = params.toString();
	return text === "" ? "" : `?${text}`;
}
