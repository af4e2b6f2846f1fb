import { createHash } from "node:crypto";

/** The fold of an object, from 0: the same for all its contracts. Taken from another byte than the one that holds titles back. */
export function foldOf(object: string, folds: number): number {
	return (createHash("sha256").update(object).digest()[5] ?? 0) % folds;
}
