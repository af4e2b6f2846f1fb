import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { IncidentProvider } from "./incident.tsx";

// Present only when the server drew an error: hydration must find the same number.
const requestId = document.documentElement.dataset["incident"] ?? null;

/**
 * Waits until the loaders' data are decoded. Until then `RemixBrowser` suspends, by throwing the promise it waits for; were
 * React the one to catch it, a key pressed or a click in that instant would ask for a hydration that cannot be had at once,
 * and end as an uncaught error (React 345).
 */
async function pageData(): Promise<void> {
	try {
		RemixBrowser({});
	} catch (pending) {
		if (!(pending instanceof Promise)) throw pending;
		await pending;
	}
}

void pageData().then(() =>
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<IncidentProvider requestId={requestId}>
					<RemixBrowser />
				</IncidentProvider>
			</StrictMode>,
		);
	}),
);
