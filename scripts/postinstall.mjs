// Runs at the end of npm ci: a SQLite compiled by hand on Node 24 is compiled again as it should be.
import { existsSync, readFileSync } from "node:fs";
import { giveUp, run, SQLITE, say, sqliteEnv } from "./bootstrap.mjs";

// better-sqlite3 itself never removes a hook: the headers of Node do, see sqlite/object-wrap.h.
if (existsSync(SQLITE) && readFileSync(SQLITE).includes("RemoveEnvironmentCleanupHook")) {
	say(
		"SQLite, compilé ainsi, arrêterait Node 24 sans prévenir : nouvelle compilation (deux minutes)…",
	);
	if (!run("npm", ["rebuild", "better-sqlite3"], sqliteEnv())) {
		giveUp("La nouvelle compilation de SQLite a échoué : le message ci-dessus dit pourquoi.");
	}
}
