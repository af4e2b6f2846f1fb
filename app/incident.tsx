import { createContext, type ReactNode, useContext } from "react";

const IncidentContext = createContext<string | null>(null);

/** Makes the number of the request known to the page that a crash draws. */
export function IncidentProvider({
	requestId,
	children,
}: {
	requestId: string | null;
	children: ReactNode;
}) {
	return <IncidentContext.Provider value={requestId}>{children}</IncidentContext.Provider>;
}

/** Null in the browser when the crash came after the page was loaded: that number is only in the log. */
export function useIncidentNumber(): string | null {
	return useContext(IncidentContext);
}
