import type { MatchAnswer } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import { standingOf } from "#app/domain/what-if/standing.ts";
import type { Services } from "#app/services.server.ts";
import type { OpenDraft } from "../../need/server/draft-access.server.ts";
import type { WhatIfView } from "../types.ts";
import { panelView } from "./panel-view.server.ts";
import { variantOf } from "./variant.server.ts";

/** The panel under an answer: nothing is tried yet. */
export async function answerPanel({
	open,
	need,
	services,
	answer,
}: {
	readonly open: OpenDraft;
	readonly need: Need;
	readonly services: Services;
	readonly answer: MatchAnswer;
}): Promise<WhatIfView> {
	const standing = standingOf(answer);
	return panelView({
		variant: variantOf({ ...open, need }, new URLSearchParams()),
		services,
		base: standing,
		standing,
		waterfall: answer.waterfall,
		steps: [],
		supplierNames: new Map(),
	});
}
