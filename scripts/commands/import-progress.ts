import { formatNumber } from "#app/domain/french-format.ts";
import type { ImportProgress } from "#db/import/run.server.ts";
import type { Io } from "#scripts/cli.ts";

const PHASES: Record<ImportProgress["phase"], string> = {
	read: "Lecture",
	apply: "Mise à jour",
	index: "Recherche",
};
const BAR = 24;
const REDRAW_MS = 150;

/** A line redrawn on a terminal: phase, share, rows, rows a second, time left. Silent elsewhere. */
export function progressBar(io: Io, now: () => number = Date.now) {
	let phase: ImportProgress["phase"] | null = null;
	let startedAt = 0;
	let drawnAt = 0;
	let hasDrawn = false;
	return {
		show(progress: ImportProgress): void {
			if (!io.isTTY) return;
			const at = now();
			if (progress.phase !== phase) {
				phase = progress.phase;
				startedAt = at;
				drawnAt = 0;
			}
			if (at - drawnAt < REDRAW_MS) return;
			drawnAt = at;
			hasDrawn = true;
			io.stderr.write(`\r\u001b[K${progressLine(progress, (at - startedAt) / 1000)}`);
		},
		clear(): void {
			if (hasDrawn) io.stderr.write("\r\u001b[K");
		},
	};
}

/** `Lecture  ████████░░░░  42 %  12 000 lignes, 4 100/s, reste 3 s`. */
export function progressLine(
	{ phase, rows, done, total }: ImportProgress,
	seconds: number,
): string {
	const share = total > 0 ? Math.min(1, done / total) : 0;
	const filled = Math.round(share * BAR);
	const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
	const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
	const left = share > 0 ? (seconds * (1 - share)) / share : null;
	return `${PHASES[phase].padEnd(11)} ${bar} ${Math.floor(share * 100)}\u202f%  ${formatNumber(rows)} lignes, ${formatNumber(rate)}/s${left === null ? "" : `, reste ${duration(left)}`}`;
}

function duration(seconds: number): string {
	if (seconds < 60) return `${Math.ceil(seconds)}\u00a0s`;
	return `${Math.floor(seconds / 60)}\u00a0min ${String(Math.round(seconds % 60)).padStart(2, "0")}\u00a0s`;
}
