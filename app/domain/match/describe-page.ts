import type { MatchedSupplier } from "../match-types.ts";
import type { Scope } from "../vocabulary.ts";
import type { BoundNeed } from "./bind.ts";
import { type DescribeContext, describeAny, describeWhole } from "./describe-supplier.ts";
import { explainedSupplier, type Viewer } from "./explain.ts";
import { AnyJudge } from "./judge-any.ts";
import { WholeJudge } from "./judge-whole.ts";
import type { SupplierSource } from "./supplier-source.ts";
import { walkSupplier } from "./walk.ts";

export interface DescribeOptions {
	/** Default: any. */
	readonly scope?: Scope;
	/** Default: anonymous. */
	readonly viewer?: Viewer;
	/** `cells`: each supplier carries `byCell`. */
	readonly detail?: "cells" | null;
}

/** Suppliers of the given rows with their reasons, in the same order. */
export function describeSuppliers(
	bound: BoundNeed,
	source: Pick<SupplierSource, "describe" | "places">,
	rows: readonly number[],
	options: DescribeOptions,
): MatchedSupplier[] {
	const context: DescribeContext = {
		bound,
		viewer: options.viewer ?? "anonymous",
		detail: options.detail === "cells",
	};
	const cells = new AnyJudge(bound);
	const whole = options.scope === "whole" ? new WholeJudge(bound) : null;
	return source.describe(rows).map((supplier, i) => {
		const row = rows[i] as number;
		const who = explainedSupplier(supplier, source.places);
		walkSupplier(bound, cells, row);
		if (!whole) return describeAny(context, who, cells);
		walkSupplier(bound, whole, row);
		return describeWhole(context, who, whole, cells);
	});
}
