const PARIS_DAY = new Intl.DateTimeFormat("en-CA", {
	timeZone: "Europe/Paris",
	dateStyle: "short",
});

/** Today's ISO date in Paris: the day on which proofs, ages and rules are read. */
export function todayInParis(now: Date = new Date()): string {
	return PARIS_DAY.format(now);
}
