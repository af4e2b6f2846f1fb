import type { ListFormat } from "../list-format.ts";
import { circulaireCalaisis } from "./circulaire-calaisis.ts";
import { entreprisesAdaptees } from "./entreprises-adaptees.ts";
import { essNumerique } from "./ess-numerique.ts";
import { finess } from "./finess.ts";
import { geiq } from "./geiq.ts";
import { initiativesNiort } from "./initiatives-niort.ts";
import { mediationNumerique } from "./mediation-numerique.ts";
import { reemploiEtat } from "./reemploi-etat.ts";
import { reemploiOsm } from "./reemploi-osm.ts";
import { siaeAutreSource } from "./siae-autre-source.ts";
import { siaeNational } from "./siae-national.ts";
import { siaeRome } from "./siae-rome.ts";

/** Every known list. The order is that of trial: a list whose columns vary comes last. */
export const LIST_FORMATS: readonly ListFormat[] = [
	siaeNational,
	siaeAutreSource,
	siaeRome,
	geiq,
	reemploiEtat,
	reemploiOsm,
	circulaireCalaisis,
	initiativesNiort,
	essNumerique,
	mediationNumerique,
	finess,
	entreprisesAdaptees,
];
