import { useEffect, useRef, useState } from "react";
import { type Edit, sameSubject, standingEdits } from "#app/domain/what-if/edits.ts";
import type { AttemptView, WhatIfView } from "./types.ts";
import { type Asked, standingAddress } from "./variant-address.ts";

/** What is tried, and what was taken back and can be tried again. */
interface Trail {
	readonly log: readonly Edit[];
	readonly undone: readonly Edit[];
}

export interface WhatIf extends Trail {
	readonly attempted: AttemptView;
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
	const live = useAttempt(view, trail.log);
	return {
		...trail,
		...live,
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

type Live = Pick<WhatIf, "attempted" | "state">;

function useAttempt(view: WhatIfView, log: readonly Edit[]): Live {
	const known = useRef(
		new Map<string, AttemptView>([
			[addressOf(view, []), { standing: view.base, sentences: [] }],
			[addressOf(view, view.log), view.attempt],
		]),
	);
	const [live, setLive] = useState<Live>({ attempted: view.attempt, state: "ready" });
	const address = addressOf(view, log);
	useEffect(() => {
		const answer = known.current.get(address);
		if (answer) {
			setLive({ attempted: answer, state: "ready" });
			return;
		}
		const asked = new AbortController();
		setLive(({ attempted }) => ({ attempted, state: "late" }));
		ask(address, asked.signal)
			.then((attempted) => {
				known.current.set(address, attempted);
				setLive({ attempted, state: "ready" });
			})
			.catch(() => {
				if (!asked.signal.aborted) setLive(({ attempted }) => ({ attempted, state: "failed" }));
			});
		return () => asked.abort();
	}, [address]);
	return live;
}

/** The same changes have the same answer, whatever was tried in between. */
function addressOf(asked: Asked, log: readonly Edit[]): string {
	return standingAddress(asked, standingEdits(log));
}

async function ask(address: string, signal: AbortSignal): Promise<AttemptView> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${response.status}`);
	return (await response.json()) as AttemptView;
}
