import { Details } from "../ui/details.tsx";
import { OtherProposals, Proposals, Rewrites } from "./proposals.tsx";
import type { WhatIfView } from "./types.ts";
import { WhatIfPanel } from "./what-if-panel.tsx";

/** What would change the answer, on the answer's page: the smallest changes first; then, folded, the others, the sentences to write anew and every condition. */
export function WhatIfSection({ view }: { view: WhatIfView }) {
	return (
		<section className="stack stack--snug" aria-labelledby="pistes">
			<h2 id="pistes">Ce qui changerait la réponse</h2>
			<Proposals view={view} />
			<div>
				<OtherProposals view={view} />
				<Rewrites view={view} />
				<div className="no-print">
					<Details summary="Essayer chaque condition, et voir qui revient">
						<div className="stack" id="et-si">
							<p className="reading">
								Changez une condition. Rien n’est écrit dans votre besoin tant que vous ne
								l’appliquez pas.
							</p>
							<WhatIfPanel key={view.revision} view={view} />
						</div>
					</Details>
				</div>
			</div>
		</section>
	);
}
