import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { AppError } from "#app/domain/errors.ts";
import { LEGAL_TABLE_DATE } from "#app/domain/legal-table.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import type { PreparedNeed } from "#app/domain/match/prepared.ts";
import type { Need } from "#app/domain/need.ts";
import { relaxNames } from "#app/domain/relax/names.ts";
import { questionsFor } from "#app/domain/relax/questions.ts";
import { rewriteSentences } from "#app/domain/relax/rewrite.ts";
import type { LoadedColumns } from "#db/columns.server.ts";
import type { Reference } from "#db/reference.server.ts";
import { KeptAnswers } from "./kept-answers.ts";
import type { MatchTask, MatchTasks, MatchWorkerData, Refusal, TaskName } from "./match-worker.ts";
import type { Matcher, Versions } from "./port.ts";

export interface MatcherOptions {
	/** The main database file; workers open it read-only. */
	readonly file: string;
	readonly reference: Pick<Reference, "places" | "taxonomy" | "criteria">;
	readonly program: string;
	readonly threads?: number;
	/** How long a match may wait for columns of a newer version before it answers from the older ones. */
	readonly freshWaitMs?: number;
	dataVersion(): Promise<number>;
}

interface Engine {
	readonly dataVersion: number;
	readonly pool: Piscina<MatchTask, unknown>;
}

/** A matcher whose threads share one copy of the base's columns, loaded anew when the data version grows. */
export function openMatcher(options: MatcherOptions): Matcher {
	// One by one: the rest of the reference is built when it is first read.
	const { places, taxonomy, criteria } = options.reference;
	let current: Engine | undefined;
	let loading: Promise<Engine> | undefined;
	let closed = false;
	const kept = new KeptAnswers();

	function reload(): Promise<Engine> {
		loading ??= openEngine(options)
			.then((engine) => {
				void current?.pool.close();
				current = engine;
				return engine;
			})
			.finally(() => {
				loading = undefined;
			});
		return loading;
	}

	async function freshEngine(): Promise<Engine> {
		if (closed) throw new AppError("match-unavailable");
		if (!current) return reload();
		if (current.dataVersion === (await options.dataVersion())) return current;
		const older = current;
		return Promise.race([reload(), delay(options.freshWaitMs ?? 1_500).then(() => older)]);
	}

	/** The answer kept for exactly this question, else a new one. */
	async function ask<Name extends "match" | "relax">(
		name: Name,
		question: Question<Name>,
	): Promise<Answered<Name>> {
		const engine = await freshEngine().catch(unavailable);
		const key = JSON.stringify([name, question]);
		return kept.get(engine.dataVersion, key, () => run(engine, name, question));
	}

	async function run<Name extends TaskName>(
		engine: Engine,
		name: Name,
		{ need, today, ...task }: Question<Name>,
	): Promise<Answered<Name>> {
		const prepared = prepareNeed(need, { today, places, taxonomy, criteria });
		const given = await engine.pool.run({ name, prepared, ...task }).catch(unavailable);
		const answer = given as MatchTasks[Name]["answer"] | Refusal;
		if ("refused" in answer) {
			const { code, context, problems } = answer.refused;
			throw new AppError(code, context, { problems });
		}
		const versions = {
			data: String(engine.dataVersion),
			law: LEGAL_TABLE_DATE,
			program: options.program,
		};
		return { prepared, answer, versions };
	}

	return {
		async match(need, { today, ...matchOptions }) {
			const { answer, versions } = await ask("match", { need, today, options: matchOptions });
			return { ...answer, versions };
		},
		async relax(need, { today, ...relaxOptions }) {
			const { answer, versions } = await ask("relax", { need, today, options: relaxOptions });
			const names = relaxNames(options.reference, need.on ?? today);
			const { unknowns: _, ...shown } = answer;
			return {
				...shown,
				rewrites: rewriteSentences(need, answer, names),
				questions: questionsFor(answer, names, need.services.length > 1),
				versions,
			};
		},
		async count(need, { today, scope = "any" }) {
			const engine = await freshEngine().catch(unavailable);
			const question = { need, today, options: { scope } };
			const { prepared, answer, versions } = await run(engine, "count", question);
			const { confirmed, possible, organisations } = answer;
			return {
				scope,
				confirmed,
				possible,
				real: confirmed + possible,
				organisations,
				minCompetition: prepared.terms.minCompetition,
				versions,
			};
		},
		async warm() {
			await freshEngine();
		},
		async close() {
			closed = true;
			await loading?.catch(() => undefined);
			await current?.pool.destroy();
		},
	};
}

type Question<Name extends TaskName> = Pick<MatchTask<Name>, "options"> & {
	readonly need: Need;
	readonly today: string;
};

interface Answered<Name extends TaskName> {
	readonly prepared: PreparedNeed;
	readonly answer: MatchTasks[Name]["answer"];
	readonly versions: Versions;
}

function unavailable(cause: unknown): never {
	throw cause instanceof AppError ? cause : new AppError("match-unavailable", {}, { cause });
}

function delay(ms: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, ms).unref();
	});
}

async function openEngine({ file, threads = 1 }: MatcherOptions): Promise<Engine> {
	const loader = new Piscina<{ file: string }, LoadedColumns>({
		filename: here("load-worker.ts"),
		maxThreads: 1,
	});
	const { state, dataVersion } = await loader.run({ file });
	await loader.destroy();
	const workerData: MatchWorkerData = { state, file };
	const pool = new Piscina<MatchTask, unknown>({
		filename: here("match-worker.ts"),
		workerData,
		minThreads: threads,
		maxThreads: threads,
	});
	return { dataVersion, pool };
}

function here(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url));
}
