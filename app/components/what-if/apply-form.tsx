import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { EDIT_PARAMETER, type Edit, editText } from "#app/domain/what-if/edits.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { type Asked, variantAddress } from "./variant-address.ts";

/** Writing edits into the need, in one gesture; and looking at what they would give first. */
export function ApplyForm({
	asked,
	edits,
	label,
	about,
	variant,
	children,
}: {
	asked: Asked;
	edits: readonly Edit[];
	label: string;
	/** What would be applied, for whoever hears the button alone. */
	about?: string;
	variant?: "primary" | "secondary";
	children?: ReactNode;
}) {
	return (
		<Form method="post" action={`/besoins/${asked.id}/appliquer`} className="cluster no-print">
			{asked.scope === "whole" ? <input type="hidden" name="portee" value="tout" /> : null}
			{edits.map((edit) => (
				<input key={editText(edit)} type="hidden" name={EDIT_PARAMETER} value={editText(edit)} />
			))}
			<Button variant={variant}>
				{label}
				{about === undefined ? null : <span className="visually-hidden"> : {about}</span>}
			</Button>
			{children}
		</Form>
	);
}

/** The same edits beside the need. */
export function CompareLink({
	asked,
	edits,
	about,
	label = "Comparer",
	variant = "quiet",
}: {
	asked: Asked;
	edits: readonly Edit[];
	about?: string;
	label?: string;
	variant?: "secondary" | "quiet";
}) {
	return (
		<LinkButton variant={variant} to={variantAddress(asked, edits)}>
			{label}
			{about === undefined ? null : <span className="visually-hidden"> : {about}</span>}
		</LinkButton>
	);
}
