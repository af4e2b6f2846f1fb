import { countOfWord, formatKm, formatNumber, joinAnd } from "#app/domain/french-format.ts";
import { CHECK_LABELS } from "#app/domain/french-labels.ts";
import type {
	ConsortiaSearch,
	Consortium,
	ConsortiumMember,
	MatchAnswer,
} from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import type { Services } from "#app/services.server.ts";
import type { GroupMemberView, GroupsView, GroupView } from "../view-types.ts";

export interface GroupNames {
	/** A cell as people name it. */
	cell(id: string): string;
	readonly places: Services["reference"]["places"];
}

/** Anchor of each regime in the table of law. */
const RULES: Record<NonNullable<Need["reservation"]>, string> = {
	handicap: "res.handicap",
	insertion: "res.insertion",
	joint: "res.joint",
	prison: "res.prison",
	ess: "res.ess.cpv",
};

/** The groups that could do it together, or why there is none. @param id null for a need that is only read */
export function groupsView(
	need: Need,
	{ consortia, consortiaSearch: search }: Pick<MatchAnswer, "consortia" | "consortiaSearch">,
	names: GroupNames,
	id: string | null,
): GroupsView {
	if (search === null) return notAllowed(id);
	return {
		heading: headingOf(consortia, search),
		notes: consortia.length === 0 ? [] : notesOf(search),
		groups: consortia.map((group) => groupView(group, need, names)),
		reasons: consortia.length === 0 ? reasonsOf(search, names) : [],
		allow: null,
	};
}

function notAllowed(id: string | null): GroupsView {
	return {
		heading: "Votre besoin n’autorise pas les groupements",
		notes: [],
		groups: [],
		reasons: [
			"Deux ou trois structures pourraient peut-être y répondre ensemble, chacune sur ce qu’elle sait faire.",
		],
		allow:
			id === null
				? null
				: {
						id,
						edits: [{ check: "consortia", service: null, cell: null, from: false, to: true }],
					},
	};
}

function headingOf(consortia: readonly Consortium[], { total }: ConsortiaSearch): string {
	if (consortia.length === 0) return "Aucun groupement ne couvre tout votre besoin";
	const count =
		total === null
			? `Plus de ${countOfWord(consortia.length, "groupement")} pourraient`
			: `${countOfWord(total, "groupement")} ${total > 1 ? "pourraient" : "pourrait"}`;
	return `${count} répondre à tout votre besoin`;
}

function notesOf({ candidates, found, alone, total, complete }: ConsortiaSearch): string[] {
	const notes = [
		"Des groupes de deux ou trois opérateurs indépendants, sans membre inutile\u202f: d’abord ceux qui sont compatibles, puis les moins nombreux, puis ceux dont il reste le moins à demander, puis par tirage au sort. Jamais par la taille.",
	];
	if (found > candidates) {
		notes.push(
			`Cherchés entre ${countOfWord(candidates, "structure")} sur les ${formatNumber(found)} qui pourraient en prendre une partie\u202f: chaque prestation et lieu, à tour de rôle et les plus rares d’abord, désigne celle qui peut prendre le plus de ce besoin, puis le tirage au sort.`,
		);
	}
	if (alone > 0) notes.push(aloneSentence(alone));
	if (total === null) notes.push("Les 50 premiers sont montrés.");
	if (!complete) {
		notes.push(
			"Les façons de se grouper sont trop nombreuses pour être toutes vues\u202f: d’autres groupes peuvent exister.",
		);
	}
	return notes;
}

function aloneSentence(alone: number): string {
	return alone > 1
		? `${countOfWord(alone, "structure")} pourraient tout prendre seules\u202f: elles ne sont dans aucun groupe.`
		: "Une structure pourrait tout prendre seule\u202f: elle n’est dans aucun groupe.";
}

/** Why there is no group, in plain words. */
function reasonsOf(search: ConsortiaSearch, names: GroupNames): string[] {
	const { found, alone, uncovered, complete } = search;
	if (found === 0) {
		return [
			"Aucune structure prête à se grouper ne pourrait prendre ne serait-ce qu’une partie du besoin.",
		];
	}
	const reasons: string[] = [];
	if (uncovered.length > 0) {
		const first = uncovered.slice(0, 4).map((cell) => names.cell(cell));
		const more = uncovered.length - first.length;
		const list = more > 0 ? [...first, `${formatNumber(more)} autres`] : first;
		reasons.push(
			`Personne, même en partie, pour ${joinAnd(list)}.`,
			`${countOfWord(found, "structure")} ${found > 1 ? "pourraient" : "pourrait"} prendre le reste, ou une part du reste.`,
		);
	} else {
		reasons.push(
			`${countOfWord(found, "structure")} ${found > 1 ? "pourraient" : "pourrait"} en prendre une partie, mais ni deux ni trois d’entre elles ne font le tout avec l’une d’elles pour mandataire.`,
		);
	}
	if (alone > 0) reasons.push(aloneSentence(alone));
	if (!complete) reasons.push("Toutes les façons de se grouper n’ont pas pu être vues.");
	return reasons;
}

function groupView(group: Consortium, need: Need, names: GroupNames): GroupView {
	return {
		key: group.members.join(),
		title: joinAnd(group.details.map(({ name }) => name)),
		confirmed: group.verdict === "confirmed",
		members: group.details.map((member) => memberView(member, group.lead, need, names)),
		cells: Object.entries(group.shares).map(([cell, takers]) => ({
			cell,
			label: names.cell(cell),
			takes: group.members.map((id) => {
				if (!takers.includes(id)) return "none";
				return takers.length > 1 ? "part" : "whole";
			}),
		})),
	};
}

function memberView(
	member: ConsortiumMember,
	lead: string,
	need: Need,
	{ places }: GroupNames,
): GroupMemberView {
	const town = member.commune === null ? undefined : places.commune(member.commune);
	const { eligibility } = member;
	return {
		id: member.id,
		name: member.name,
		href: `/fournisseurs/${member.id}`,
		where: [
			town ? `${town.name} (${town.departement})` : "commune non renseignée",
			member.distanceKm === null
				? "distance inconnue"
				: `à ${formatKm(member.distanceKm)} du site le plus proche`,
		].join(", "),
		lead: member.id === lead,
		toAsk: [
			...(member.accepts === "unknown" ? ["accepte-t-elle de se grouper"] : []),
			...(member.id === lead && member.leads === "perhaps" ? ["peut-elle être mandataire"] : []),
			...member.unknown.map((check) => lower(CHECK_LABELS[check])),
			...(member.stale ? ["son offre est-elle à jour"] : []),
		],
		toDiscuss: member.toDiscuss.map((check) => lower(CHECK_LABELS[check])),
		eligibility:
			eligibility === null || !need.reservation
				? null
				: {
						proved: eligibility.state === "proved",
						words:
							eligibility.kinds.length > 0 ? eligibility.kinds.join(", ") : "agrément à prouver",
						article: eligibility.article,
						rule: RULES[need.reservation],
						certain: eligibility.confidence === "V1",
					},
	};
}

function lower(text: string): string {
	return text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);
}
