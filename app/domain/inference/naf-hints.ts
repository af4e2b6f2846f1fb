/**
 * What an establishment of a NAF class most often sells. Our judgement, for classes that several segments share;
 * a class of one or two segments in the taxonomy needs no row. An empty list: the class tells nothing.
 */
const PRIMARY: Readonly<Record<string, readonly string[]>> = {
	"8130Z": ["entretien-espaces-verts", "creation-paysagere"],
	"8121Z": ["nettoyage-locaux"],
	"8122Z": ["nettoyage-locaux", "nettoyage-technique"],
	"8129B": ["proprete"],
	"8110Z": ["nettoyage-locaux", "petits-travaux"],
	"3811Z": ["dechets"],
	"3821Z": ["dechets"],
	"3831Z": ["tri-recyclage", "deee"],
	"3832Z": ["tri-recyclage"],
	"0240Z": ["travaux-forestiers"],
	"0162Z": [],
	"4120A": ["batiment"],
	"4120B": ["renovation-tce"],
	"4311Z": ["demolition-curage"],
	"4312A": ["terrassement"],
	"4321A": ["electricite"],
	"4321B": ["reseaux-secs-eclairage"],
	"4322A": ["plomberie-sanitaire"],
	"4322B": ["chauffage-ventilation"],
	"4329A": ["platrerie-isolation"],
	"4332A": ["menuiserie"],
	"4332B": ["metallerie-serrurerie"],
	"4332C": ["agencement-decoration"],
	"4333Z": ["sols-carrelage", "peinture"],
	"4334Z": ["peinture"],
	"4339Z": ["batiment"],
	"4391A": ["charpente-couverture"],
	"4399C": ["gros-oeuvre-maconnerie"],
	"4399D": [],
	"4520A": ["mecanique-auto"],
	"4779Z": ["ressourcerie-debarras"],
	"4941B": ["transport-livraison"],
	"5320Z": ["transport-livraison"],
	"5210B": ["entreposage"],
	"5610A": ["restauration"],
	"5610C": ["restauration"],
	"5621Z": ["traiteur"],
	"5629B": ["restauration-collective"],
	"6201Z": ["developpement-conseil-si"],
	"6202A": ["developpement-conseil-si", "maintenance-support-informatique"],
	"6203Z": ["maintenance-support-informatique"],
	"6209Z": ["numerique"],
	"6311Z": ["maintenance-support-informatique", "sites-web"],
	"8211Z": ["secretariat-saisie"],
	"8219Z": ["bureau-administratif"],
	"8220Z": ["centre-appels"],
	"8230Z": ["organisation-evenements"],
	"8292Z": ["conditionnement"],
	"8299Z": [],
	"9002Z": ["materiel-scenique-evenementiel"],
	"9004Z": ["spectacle"],
	"9511Z": ["numerique-reconditionne", "maintenance-support-informatique"],
	"9522Z": ["electromenager-cuisine-pro", "atelier-reparation"],
	"9524Z": ["atelier-reparation", "mobilier-reemploi"],
	"9529Z": ["atelier-reparation"],
	"9601A": ["blanchisserie"],
	"9601B": ["blanchisserie"],
	"9609Z": [],
	"1071A": ["boulangerie"],
	"1392Z": ["confection-serie"],
	"1399Z": ["confection-serie"],
	"1412Z": ["vetements-travail"],
	"1413Z": ["confection-serie"],
	"1623Z": ["menuiserie"],
	"1629Z": ["bois-palettes"],
	"1812Z": ["imprimerie"],
	"1813Z": ["imprimerie"],
	"2511Z": ["metallerie-serrurerie"],
	"2562B": ["metallerie-industrielle"],
	"3101Z": ["mobilier-bureau"],
	"3109B": ["mobilier"],
	"7810Z": [],
	"7820Z": ["mise-a-disposition"],
	"7830Z": ["mise-a-disposition"],
	"8810A": ["services-personne"],
};

/**
 * Classes that describe the association that carries an insertion site, not what the site sells: administration,
 * education, health and social work, associations, head offices, research, placement.
 */
const CARRIER_CLASS = /^(70|72|7810|84|85|86|87|88(?!10A)|9[1-4]|990)/;

const NOT_FOR_CARRIERS = new Set(["9104Z"]);

/** `81.21Z`, `8121z` → `8121Z`; null when it is not a class of NAF rev. 2. */
export function nafClass(text: string | null | undefined): string | null {
	const code = text?.replaceAll(/[.\s]/g, "").toUpperCase() ?? "";
	return /^\d{4}[A-Z]$/.test(code) ? code : null;
}

/** `8121Z` → `81.21Z`, as INSEE writes it. */
export function nafLabel(code: string): string {
	return `${code.slice(0, 2)}.${code.slice(2)}`;
}

/**
 * Segments that a class hints at, none when it is shared too widely to tell.
 *
 * @param sharing segments of the taxonomy that list this class
 * @param carrier true for insertion structures and sheltered workshops, often carried by an association of another trade
 */
export function segmentsOfNaf(
	code: string,
	sharing: readonly string[],
	carrier: boolean,
): readonly string[] {
	if (carrier && CARRIER_CLASS.test(code) && !NOT_FOR_CARRIERS.has(code)) return [];
	const primary = PRIMARY[code];
	if (primary) return primary;
	return sharing.length <= 2 ? sharing : [];
}

/** Every segment that the table names, to check it against the taxonomy. */
export function nafSegments(): string[] {
	return Object.values(PRIMARY).flat();
}
