import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { Field, type FieldProps } from "./field.tsx";

/** One proposal: choosing it writes `value` in the field. */
export interface Proposal {
	readonly value: string;
	/** Said after it in a quieter tone; not written. */
	readonly note?: string | null | undefined;
}

interface ComboboxProps extends FieldProps {
	/** Proposals for what is typed, best first; called when typing pauses. What it throws is taken for no proposal. */
	propose: (text: string, signal: AbortSignal) => Promise<readonly Proposal[]>;
	defaultValue?: string | undefined;
	placeholder?: string | undefined;
	maxLength?: number | undefined;
	width?: "medium" | "full" | undefined;
}

const WAIT_MS = 150;
const MIN_LENGTH = 2;

/**
 * A field of free text that proposes words as one types: arrows, Enter, Escape, or a press. Without script it is a plain field, and what
 * is typed counts, chosen or not.
 */
export function Combobox({
	propose,
	defaultValue = "",
	placeholder,
	maxLength,
	width = "full",
	...field
}: ComboboxProps) {
	const listId = useId();
	const input = useRef<HTMLInputElement>(null);
	const { proposals, ready, ask, close } = useProposals(propose);
	const [active, setActive] = useState(-1);
	const open = proposals.length > 0;
	const optionId = (index: number) => `${listId}${index}`;

	function choose({ value }: Proposal) {
		if (input.current) input.current.value = value;
		shut();
	}

	function shut() {
		setActive(-1);
		close();
	}

	function onKeyDown(event: KeyboardEvent) {
		if (!open || event.nativeEvent.isComposing) return;
		const chosen = proposals[active];
		const last = proposals.length - 1;
		if (event.key === "ArrowDown") setActive(active === last ? -1 : active + 1);
		else if (event.key === "ArrowUp") setActive(active === -1 ? last : active - 1);
		else if (event.key === "Escape") shut();
		else if (event.key === "Enter" && chosen) choose(chosen);
		else {
			if (event.key === "Enter" || event.key === "Tab") shut();
			return;
		}
		event.preventDefault();
	}

	return (
		<Field {...field}>
			{(control) => (
				<div className={classNames("combobox", width === "medium" && "input--medium")}>
					<input
						type="text"
						className="input"
						autoComplete="off"
						spellCheck={false}
						ref={input}
						key={defaultValue}
						defaultValue={defaultValue}
						placeholder={placeholder}
						maxLength={maxLength}
						onChange={(event) => {
							setActive(-1);
							ask(event.currentTarget.value);
						}}
						onKeyDown={onKeyDown}
						onBlur={shut}
						{...control}
						{...(ready
							? {
									role: "combobox",
									"aria-autocomplete": "list",
									"aria-expanded": open,
									"aria-controls": listId,
									"aria-activedescendant": active < 0 ? undefined : optionId(active),
								}
							: {})}
					/>
					<div id={listId} role="listbox" aria-label="Propositions" hidden={!open}>
						{proposals.map((proposal, index) => (
							<div
								key={proposal.value}
								id={optionId(index)}
								role="option"
								aria-selected={index === active}
								tabIndex={-1}
								onMouseDown={(event) => {
									// The field keeps the focus.
									event.preventDefault();
									choose(proposal);
								}}
							>
								{proposal.value}
								{proposal.note ? <span className="muted"> {proposal.note}</span> : null}
							</div>
						))}
					</div>
					<span role="status" className="visually-hidden">
						{open ? announced(proposals.length) : ""}
					</span>
				</div>
			)}
		</Field>
	);
}

function announced(count: number): string {
	return count === 1
		? "Une proposition, flèche vers le bas pour la prendre"
		: `${count} propositions, flèche vers le bas pour les parcourir`;
}

/** Proposals for the last text asked about, once typing pauses; `ready` once the script runs. */
function useProposals(propose: ComboboxProps["propose"]) {
	const [proposals, setProposals] = useState<readonly Proposal[]>([]);
	const [ready, setReady] = useState(false);
	const pending = useRef<AbortController | null>(null);

	function ask(text: string) {
		pending.current?.abort();
		if (text.trim().length < MIN_LENGTH) return setProposals([]);
		const asked = new AbortController();
		pending.current = asked;
		const { signal } = asked;
		setTimeout(async () => {
			if (signal.aborted) return;
			const found = await propose(text, signal).catch(() => []);
			if (!signal.aborted) setProposals(found);
		}, WAIT_MS);
	}

	useEffect(() => {
		setReady(true);
		return () => pending.current?.abort();
	}, []);

	return {
		proposals,
		ready,
		ask,
		close() {
			pending.current?.abort();
			setProposals([]);
		},
	};
}
