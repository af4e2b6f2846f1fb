import { Proposals, Rewrites } from "./proposals.tsx";
import type { WhatIfView } from "./types.ts";
import { WhatIfPanel } from "./what-if-panel.tsx";

/** What would change the answer, on the answer's page: the best changes, the sentences to write anew, then every condition. */
export function WhatIfSection({ view }: { view: WhatIfView }) {
	return (
		<>
			<section className="stack" aria-labelledby="pistes">
				<h2 id="pistes">Ce qui changerait la réponse</h2>
				<div className="split split--even">
					<section className="stack stack--snug" aria-labelledby="changements">
						<h3 id="changements">Les changements qui font le plus revenir</h3>
						<Proposals view={view} />
					</section>
					<Rewrites view={view} />
				</div>
			</section>
			<section className="stack" id="et-si" aria-labelledby="et-si-titre">
				<div>
					<h2 id="et-si-titre">Et si vous demandiez autrement ?</h2>
					<p className="reading">
						Changez une condition et voyez qui revient. Rien n’est écrit dans votre besoin tant que
						vous ne l’appliquez pas.
					</p>
				</div>
				<WhatIfPanel key={view.revision} view={view} />
			</section>
		</>
	);
}
