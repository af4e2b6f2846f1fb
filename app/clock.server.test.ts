import { expect, test } from "vitest";
import { todayInParis } from "./clock.server.ts";

test("the day changes at midnight in Paris, in winter and in summer", () => {
	expect(todayInParis(new Date("2026-11-20T22:59:59Z"))).toBe("2026-11-20");
	expect(todayInParis(new Date("2026-11-20T23:00:00Z"))).toBe("2026-11-21");
	expect(todayInParis(new Date("2026-07-01T21:59:59Z"))).toBe("2026-07-01");
	expect(todayInParis(new Date("2026-07-01T22:00:00Z"))).toBe("2026-07-02");
});
