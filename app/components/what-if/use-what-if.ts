import { useEffect, useRef, useState } from "react";
import { type Edit, sameSubject, standingEdits } from "#app/domain/what-if/edits.ts";
import type { AttemptView, DetailView, WhatIfView } from "./types.ts";
import { liveAddress } from "./variant-address.ts";

/** How long the hand rests before names and marks are asked. */
const REST_MS = 200;

/** What is tried, and what was taken back and can be tried again. */
interface Trail {
	readonly log: readonly Edit[];
	readonly undone: readonly Edit[];
}

export interface WhatIf extends Trail {
	readonly attempted: AttemptView;
	readonly detail: DetailView;
	readonly detailState: WhatIf["state"];
	/** `late`: the numbers shown are still those of before. */
	readonly state: "ready" | "late" | "failed";
	attempt(...edits: readonly Edit[]): void;
	undo(): void;
	redo(): void;
	reset(): void;
}

/** What a panel holds while one turns its controls: each change asks the server where the need would stand. */
export function useWhatIf(view: WhatIfView): WhatIf {
	const [trail, setTrail] = useState<Trail>({ log: view.log, undone: [] });
	// The same changes have the same answer, whatever was tried in between.
	const at = (file: Parameters<typeof liveAddress>[0], log: readonly Edit[]) =>
		liveAddress(file, view, standingEdits(log));
	const attempt = useAsked<AttemptView>(at("variante.json", trail.log), [
		[at("variante.json", []), { figures: view.base, sentences: [] }],
		[at("variante.json", view.log), view.attempt],
	]);
	// The figures first: names and marks are asked once the hand rests.
	const detail = useAsked<DetailView>(
		at("reperes.json", trail.log),
		[[at("reperes.json", view.log), view.detail]],
		REST_MS,
	);
	return {
		...trail,
		attempted: attempt.value,
		state: attempt.state,
		detail: detail.value,
		detailState: detail.state,
		attempt: (...edits) => setTrail(({ log }) => ({ log: edits.reduce(after, log), undone: [] })),
		undo: () => setTrail(back),
		redo: () => setTrail(forth),
		reset: () =>
			setTrail(({ log, undone }) => ({ log: [], undone: [...undone, ...[...log].reverse()] })),
	};
}

/** Turning the same control again is the same try: a slider would else leave a trail of values. */
function after(log: readonly Edit[], edit: Edit): readonly Edit[] {
	const last = log.at(-1);
	return last && sameSubject(last, edit) ? [...log.slice(0, -1), edit] : [...log, edit];
}

function back({ log, undone }: Trail): Trail {
	const last = log.at(-1);
	return last ? { log: log.slice(0, -1), undone: [...undone, last] } : { log, undone };
}

function forth({ log, undone }: Trail): Trail {
	const last = undone.at(-1);
	return last ? { log: [...log, last], undone: undone.slice(0, -1) } : { log, undone };
}

/** What the server says of a state of the panel, known already or asked for; what was shown before stays until it comes. */
function useAsked<T>(address: string, known: readonly (readonly [string, T])[], restMs = 0) {
	const answers = useRef(new Map(known));
	const [shown, setShown] = useState<{ value: T; state: WhatIf["state"] }>({
		value: answers.current.get(address) as T,
		state: "ready",
	});
	useEffect(() => {
		const answer = answers.current.get(address);
		if (answer !== undefined) {
			setShown({ value: answer, state: "ready" });
			return;
		}
		const asked = new AbortController();
		setShown(({ value }) => ({ value, state: "late" }));
		const rest = setTimeout(() => {
			ask<T>(address, asked.signal)
				.then((value) => {
					answers.current.set(address, value);
					setShown({ value, state: "ready" });
				})
				.catch(() => {
					if (!asked.signal.aborted) setShown(({ value }) => ({ value, state: "failed" }));
				});
		}, restMs);
		return () => {
			clearTimeout(rest);
			asked.abort();
		};
	}, [address, restMs]);
	return shown;
}

async function ask<T>(address: string, signal: AbortSignal): Promise<T> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${response.status}`);
	return (await response.json()) as T;
}
