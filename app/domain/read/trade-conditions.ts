import type { Criterion } from "../reference.ts";
import { fold } from "../text.ts";
import { expression } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";

/** Other ways of asking for a condition of the trade, as folded expressions. A certificate that is not in the list keeps its own name. */
const SAYINGS: Readonly<Record<string, string>> = {
	ab: "(?:certifies? |labels? |labellises? )ab|agriculture biologique|(?:produits? )?certifies? bio|100 ?% bio(?:logiques?)?",
	bionettoyage: "formee?s? au bionettoyage",
	"papier-recycle": "papiers? (?:100 ?% )?recycles?",
	certibiocide: "certibiocides?",
	certiphyto: "certiphytos?|certi-phyto",
	haccp: "haccp|plan de maitrise sanitaire",
	caces: "caces(?: r ?\\.?\\d{3})?",
	"cles-alarme":
		"remise des cles|cles et (?:code d')?alarmes?|(?:gestion|ouverture|code) (?:des |de l')?(?:cles|alarme)s?|mise sous alarme",
	"locaux-occupes": "(?:locaux|bureaux|site) occupes?",
	"zero-phyto":
		"zero[- ]phyto(?:sanitaire)?|sans (?:aucun )?(?:produits? )?(?:phyto(?:sanitaire)?s?|pesticides?|produits? chimiques?|glyphosate)",
	"produits-ecolabellises":
		"(?:produits? (?:d'entretien )?)?(?:ecolabellises?|ecolabels?(?: europeens?)?)|produits? (?:ecologiques?|ecoresponsables?)",
	"produits-fournis-titulaire":
		"produits? (?:d'entretien )?(?:fournis|compris|inclus)(?: par le (?:titulaire|prestataire))?|fourniture des produits(?: d'entretien)? comprise",
	"produits-fournis-acheteur":
		"produits? (?:d'entretien )?fournis par (?:l'acheteur|nos soins|nous|la (?:ville|commune|collectivite))",
	"consommables-sanitaires-fournis":
		"(?:consommables? (?:sanitaires? )?|papier et savon )(?:fournis|compris|inclus)|fourniture des consommables",
	"vitrerie-en-hauteur": "(?:vitrerie|vitres) en hauteur",
	"exutoire-dechets-verts":
		"(?:evacuation|export|ramassage) des dechets verts|dechets verts (?:evacues|exportes)",
	"remplacement-absences": "remplacement (?:des absences|du personnel absent|des absents)",
	"part-bio":
		"(?:\\d+ ?% )?(?:de )?(?:produits )?bio (?:et|,) (?:local|locaux|durables?|de qualite)(?: \\(?egalim\\)?)?|(?:loi )?egalim",
	"vehicule-frigorifique": "vehicules? (?:frigorifiques?|refrigeres?|isothermes?)",
	"froid-embarque": "liaison froide|chaine du froid|froid embarque",
	"vehicule-tpmr": "tpmr|vehicules? (?:adaptes? pmr|accessibles?)",
	"vaisselle-reemployable-fournie": "vaisselle (?:reutilisable|reemployable|en dur|lavable)",
	"service-a-table": "service a table|avec service(?: sur place)?",
	"garantie-12-mois": "garanti(?:e|s|es)? (?:(?:d'|de )?(?:un|1) an|(?:de )?12 mois)",
	"garantie-24-mois": "garanti(?:e|s|es)? (?:(?:de )?(?:deux|2) ans|(?:de )?24 mois)",
	"petites-interventions": "petites interventions|interventions a la demande",
	"astreinte-depannage":
		"astreintes?(?: (?:technique|telephonique))?(?: 24 ?h? ?(?:\\/|sur) ?24(?: ?h)?)?(?:,? ?(?:et )?7 ?j? ?(?:\\/|sur) ?7(?: ?j)?)?|depannage (?:en )?(?:urgence|24)",
	"chantier-site-occupe": "(?:travaux |chantier )?en (?:site|milieu) occupe",
	"depose-soignee": "depose soignee|depose en vue (?:du|de) reemploi",
	hayon: "hayons?(?: elevateurs?)?",
	"etage-sans-ascenseur": "(?:etages? )?sans ascenseur",
	"reprise-existant": "reprise (?:du mobilier existant|de l'existant|de l'ancien mobilier)",
	"remise-en-etat-mobilier": "remis(?:e|es)? en etat|remise en etat",
	"effacement-donnees": "effacement (?:certifie )?(?:des |de )donnees(?: certifie)?",
	"reaction-feu": "reaction au feu|classement au feu|m1|non feu",
	"pesee-par-flux": "pesees?(?: (?:par flux|des flux))?",
	"contenants-fournis":
		"(?:fourniture|mise a disposition) (?:de |des |et collecte des )?(?:bacs|contenants|corbeilles de tri)|(?:bacs|contenants) (?:fournis|compris)",
	"formation-chez-acheteur": "(?:dans|sur) (?:nos|vos) locaux",
	"iso-9001": "iso ?9001",
	"iso-14001": "iso ?14001",
	"travail-hauteur": "travail en hauteur|travaux en hauteur",
	"signalisation-temporaire": "signalisation (?:temporaire|de chantier)",
	ecocert: "(?:produits? (?:d'entretien |de nettoyage )?)?(?:certifies? |labellises? )?ecocert",
	"nf-environnement": "nf environnement",
	"ecolabel-europeen": "ecolabel europeen",
	emas: "emas",
};
/** Words that are also something else, or what is bought: only beside a word that says they are a proof. */
const WANTS_PROOF = new Set(["adr", "ab", "rge", "upec", "bionettoyage"]);
const PROOF = String.raw`(?:certifi\p{L}+|certificat|label\p{L}*|qualifi\p{L}+|qualification|habilit\p{L}+|agre\p{L}+|norme|conforme a la(?: norme)?)`;
const ASKED = String.raw`(?:(?:${PROOF}|avec|titulaires? (?:du|d'un)|formation|exige\p{L}*) (?:(?:obligatoire|exigee?|de|du|d'|la|l'|le|au|aux|a) ?)*)?`;

export interface TradeConditions {
	read(sheet: Sheet): void;
}

/** Finds the certificates and conditions of the trade by their labels, their codes and their usual words. */
export function createTradeConditions(criteria: readonly Criterion[]): TradeConditions {
	const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
	const codes = [...new Set([...Object.keys(SAYINGS), ...known.keys()])];
	const sources = codes.map((code) => {
		const criterion = known.get(code);
		return {
			code,
			type: criterion?.type ?? ("certificate" as const),
			words: wordsOf(code, criterion),
		};
	});
	const pattern = expression(
		`(?<![\\p{L}\\d])${ASKED}(?:${sources.map(({ words }) => `(${words})`).join("|")})(?![\\p{L}\\d])(?: (?:obligatoire|exigee?|requise?|demandee?|souhaitee?)s?)?`,
	);
	return {
		read(sheet) {
			for (const hit of sheet.find(pattern)) {
				const rank = sources.findIndex((_, i) => hit.group(i + 1) !== "");
				const source = sources[rank];
				if (!source || /\b(?:sans|pas de|hors|ni) ?$/.test(sheet.before(hit.start, 12))) continue;
				if (WANTS_PROOF.has(hit.text) && hit.text === source.code) continue;
				sheet.say(
					source.type === "certificate" ? "certificates" : "capabilities",
					[source.code],
					hit,
				);
			}
		},
	};
}

/** One word of a label names a purchase as often as a condition (« tapisserie »): only labels of two words and more are looked for. */
function wordsOf(code: string, criterion: Criterion | undefined): string {
	const label = fold(criterion?.label ?? "")
		.replace(/\([^)]*\)/g, "")
		.trim();
	const acronym = /\(([A-Z0-9 -]{3,})\)/.exec(criterion?.label ?? "")?.[1];
	const isName = criterion?.type === "certificate" && !label.includes(" ");
	const phrases = [
		SAYINGS[code],
		label.includes(" ") || isName ? escaped(label) : undefined,
		criterion ? escaped(fold(criterion.need)) : undefined,
		acronym ? escaped(fold(acronym)) : undefined,
		criterion?.type === "certificate" && code.length > 2
			? escaped(code.replaceAll("-", " "))
			: undefined,
	];
	return phrases
		.filter((phrase): phrase is string => phrase !== undefined && phrase !== "")
		.sort((a, b) => b.length - a.length)
		.join("|");
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/[ -]/g, "[ -]");
}
