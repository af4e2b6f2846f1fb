import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { IncidentProvider } from "./incident.tsx";

// Present only when the server drew an error: hydration must find the same number.
const requestId = document.documentElement.dataset["incident"] ?? null;

startTransition(() => {
	hydrateRoot(
		document,
		<StrictMode>
			<IncidentProvider requestId={requestId}>
				<RemixBrowser />
			</IncidentProvider>
		</StrictMode>,
	);
});
