import { useEffect, useRef } from "react";

export interface SummedError {
	/** Id of the field or fieldset; null when the error concerns the whole form. */
	fieldId: string | null;
	message: string;
}

/** All errors of a form, on top of it, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary({
	errors,
	title = "Il reste quelque chose à corriger",
}: {
	errors: readonly SummedError[];
	title?: string | undefined;
}) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (errors.length > 0) box.current?.focus();
	}, [errors]);
	if (errors.length === 0) return null;
	return (
		<div ref={box} className="error-summary stack stack--snug" role="alert" tabIndex={-1}>
			<h2>{title}</h2>
			<ul>
				{errors.map((error) => (
					<li key={`${error.fieldId}${error.message}`}>
						{error.fieldId === null ? (
							error.message
						) : (
							<a href={`#${error.fieldId}`}>{error.message}</a>
						)}
					</li>
				))}
			</ul>
		</div>
	);
}
