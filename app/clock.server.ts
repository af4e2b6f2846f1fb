const PARIS_DAY = new Intl.DateTimeFormat("en-CA", {
	timeZone: "Europe/Paris",
	dateStyle: "short",
});
const MINUTE_MS = 60_000;

/** The last minute asked and its day: formatting by time zone is slow, and every page asks. */
let known = { minute: Number.NaN, day: "" };

/** Today's ISO date in Paris: the day on which proofs, ages and rules are read. */
export function todayInParis(now: Date = new Date()): string {
	const minute = Math.floor(now.getTime() / MINUTE_MS);
	if (minute !== known.minute) known = { minute, day: PARIS_DAY.format(now) };
	return known.day;
}
