import type { WhatIfView } from "./types.ts";
import { WhatIfPanel } from "./what-if-panel.tsx";

/** What would change the answer, on the answer's page. */
export function WhatIfSection({ view }: { view: WhatIfView }) {
	return (
		<section className="stack" id="et-si" aria-labelledby="et-si-titre">
			<div>
				<h2 id="et-si-titre">Et si vous demandiez autrement ?</h2>
				<p className="reading">
					Changez une condition et voyez qui revient. Rien n’est écrit dans votre besoin tant que
					vous ne l’appliquez pas.
				</p>
			</div>
			<WhatIfPanel key={view.revision} view={view} />
		</section>
	);
}
