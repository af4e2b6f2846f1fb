import { BySiteStep } from "./by-site-step.tsx";
import { CaseStep } from "./case-step.tsx";
import { RhythmStep, VolumeStep } from "./conditions-steps.tsx";
import { DemandsStep } from "./demands-step.tsx";
import { FrameStep, ReservationStep } from "./frame-steps.tsx";
import { PlacesStep } from "./places-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import type { DescribeView } from "./view-types.ts";
import { WhatStep } from "./what-step.tsx";

/** The screen of the description that the server prepared. */
export function DescribeScreen({ view }: { view: DescribeView }) {
	const { body } = view;
	switch (body.screen) {
		case "quoi":
			return <WhatStep view={view} body={body} />;
		case "ou":
			return <PlacesStep view={view} body={body} />;
		case "rythme":
			return <RhythmStep view={view} body={body} />;
		case "volume":
			return <VolumeStep view={view} body={body} />;
		case "exigences":
			return <DemandsStep view={view} body={body} />;
		case "sites":
			return <BySiteStep view={view} body={body} />;
		case "case":
			return <CaseStep view={view} body={body} />;
		case "reservation":
			return <ReservationStep view={view} body={body} />;
		case "cadre":
			return <FrameStep view={view} body={body} />;
		case "relecture":
			return <ReviewStep view={view} body={body} />;
	}
}
