/** For ROME codes that several segments share: the trade's first meaning. The words of the job may choose another. */
const PRIMARY: Readonly<Record<string, readonly string[]>> = {
	A1202: ["genie-ecologique"],
	A1203: ["entretien-espaces-verts"],
	B1803: ["couture-retouche"],
	D1104: ["alimentation"],
	D1212: ["ressourcerie-debarras"],
	D1507: [],
	F1302: ["terrassement"],
	F1603: ["plomberie-sanitaire"],
	F1607: ["menuiserie"],
	F1702: ["voirie"],
	F1703: ["gros-oeuvre-maconnerie"],
	F1704: ["batiment"],
	G1202: ["environnement-conseil"],
	G1602: ["restauration"],
	G1603: ["restauration-collective"],
	H2201: ["agencement-decoration"],
	H2206: ["menuiserie"],
	H2902: ["metallerie-industrielle"],
	H3302: ["conditionnement"],
	I1203: ["petits-travaux"],
	I1401: ["maintenance-support-informatique"],
	I1402: ["electromenager-cuisine-pro", "atelier-reparation"],
	I1604: ["mecanique-auto"],
	K1302: ["services-personne"],
	K1304: ["services-personne"],
	K2204: ["nettoyage-locaux"],
	K2303: ["proprete-urbaine"],
	K2304: ["tri-recyclage"],
	M1601: ["accueil-conciergerie"],
	M1805: ["developpement-conseil-si"],
	N1103: ["entreposage"],
	N1105: ["manutention-installation"],
	N4102: ["transport-adapte"],
	N4105: ["transport-livraison"],
};

/** A job as lists give it: `K2204`, « Agent de propreté de locaux ». */
export interface Job {
	readonly rome: string;
	readonly label: string;
}

/** `k2204 ` → `K2204`; null when it is not a ROME code. */
export function romeCode(text: string): string | null {
	const code = text.trim().toUpperCase();
	return /^[A-N]\d{4}$/.test(code) ? code : null;
}

/** Segments that a code hints at, given those of the taxonomy that list it. */
export function segmentsOfRome(code: string, sharing: readonly string[]): readonly string[] {
	return PRIMARY[code] ?? (sharing.length <= 2 ? sharing : []);
}

/** Every segment that the table names, to check it against the taxonomy. */
export function romeSegments(): string[] {
	return Object.values(PRIMARY).flat();
}
