import { Form, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { countOfWord } from "#app/domain/french-format.ts";
import type { FactValue } from "#app/domain/match-types.ts";
import { sameValue } from "#app/domain/relax/fact-values.ts";
import { EDIT_PARAMETER, editText } from "#app/domain/what-if/edits.ts";
import { valueAfter } from "#app/domain/what-if/fields.ts";
import { standingSentence } from "#app/domain/what-if/standing.ts";
import { Details } from "../ui/details.tsx";
import { ControlRow } from "./control-row.tsx";
import { namesOf } from "./names.ts";
import { Outcome } from "./outcome.tsx";
import { StandingMarks } from "./standing-figure.tsx";
import type { ControlView, Marks, WhatIfView } from "./types.ts";
import { useWhatIf } from "./use-what-if.ts";
import { variantAddress } from "./variant-address.ts";

/** How long the address waits for the hand to rest. */
const REST_MS = 250;

/**
 * Turning the conditions of a need without changing it. A plain form that leads to the page of the variant; with script, the numbers follow
 * each gesture.
 *
 * @param follow the page shows the variant too: its address follows what is tried
 */
export function WhatIfPanel({ view, follow = false }: { view: WhatIfView; follow?: boolean }) {
	const whatIf = useWhatIf(view);
	const names = namesOf(view.names);
	const live = useLive();
	useFollowing(view, follow ? variantAddress(view, whatIf.log) : null);
	const row = (control: ControlView) => (
		<ControlRow key={control.name} {...{ control, view, whatIf, names, live }} />
	);
	const changed = (control: ControlView) =>
		!sameValue(valueAfter(control, whatIf.log) as FactValue, control.value);
	const first = view.controls.filter(isFirst);
	const others = view.controls.filter((control) => !isFirst(control));
	return (
		<div className="what-if">
			<Outcome {...{ view, whatIf, follow }} />
			<Form
				method="get"
				action={`/besoins/${view.id}/variantes`}
				noValidate
				className="stack what-if__controls"
				aria-label="Conditions à essayer"
				onSubmit={(event) => {
					// The numbers are there already.
					if (live) event.preventDefault();
				}}
			>
				{view.scope === "whole" ? <input type="hidden" name="portee" value="tout" /> : null}
				{whatIf.log.map((edit) => (
					<input key={editText(edit)} type="hidden" name={EDIT_PARAMETER} value={editText(edit)} />
				))}
				{first.map(row)}
				{others.length === 0 ? null : first.length === 0 ? (
					others.map(row)
				) : (
					<Details
						summary="Les autres conditions, qui seules ne font entrer personne aujourd’hui"
						meta={countOfWord(others.length, "condition")}
						open={others.some((one) => changed(one) || hasMarks(whatIf.detail.marks, one))}
					>
						<div className="stack">{others.map(row)}</div>
					</Details>
				)}
			</Form>
			{live ? (
				<div className="what-if__bar no-print" aria-hidden="true">
					<StandingMarks figures={whatIf.attempted.figures} />
					{standingSentence(whatIf.attempted.figures)}
				</div>
			) : null}
		</div>
	);

	/** What would bring somebody, and what is no condition on them, come first. */
	function isFirst(control: ControlView): boolean {
		return hasMarks(view.detail.marks, control) || control.check === "consortia";
	}
}

function hasMarks(marks: Marks, { name }: ControlView): boolean {
	return (marks[name] ?? []).length > 0;
}

function useLive(): boolean {
	const [live, setLive] = useState(false);
	useEffect(() => setLive(true), []);
	return live;
}

function useFollowing(view: WhatIfView, address: string | null) {
	const navigate = useNavigate();
	const shown = variantAddress(view, view.log);
	useEffect(() => {
		if (address === null || address === shown) return;
		const rest = setTimeout(
			() => navigate(address, { replace: true, preventScrollReset: true }),
			REST_MS,
		);
		return () => clearTimeout(rest);
	}, [address, shown, navigate]);
}
