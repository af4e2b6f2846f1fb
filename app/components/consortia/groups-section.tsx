import { Link } from "@remix-run/react";
import { VERDICT_LABELS } from "#app/domain/french-labels.ts";
import { Details } from "../ui/details.tsx";
import { ShapeIcon, VerdictMark } from "../ui/marks.tsx";
import { Table } from "../ui/table.tsx";
import { ApplyForm } from "../what-if/apply-form.tsx";
import type { GroupMemberView, GroupsView, GroupView } from "./view-types.ts";

/** How many groups are shown before the others unfold, and how many lines of who does what. */
const FIRST_GROUPS = 4;
const FIRST_CELLS = 8;

/** Who could do it together: groups of two or three, or why there is none. */
export function GroupsSection({ view }: { view: GroupsView }) {
	const others = view.groups.slice(FIRST_GROUPS);
	return (
		<section className="stack stack--snug" aria-labelledby="groupements">
			<h2 id="groupements">{view.heading}</h2>
			{view.reasons.map((reason) => (
				<p key={reason}>{reason}</p>
			))}
			{view.allow === null ? null : (
				<ApplyForm
					asked={{ id: view.allow.id, scope: "any", against: [] }}
					edits={view.allow.edits}
					label="Autoriser les groupements"
					variant="secondary"
				/>
			)}
			<GroupList groups={view.groups.slice(0, FIRST_GROUPS)} />
			{others.length === 0 ? null : (
				<Details
					summary={others.length === 1 ? "Un autre groupe" : `${others.length} autres groupes`}
				>
					<GroupList groups={others} />
				</Details>
			)}
			{view.notes.map((note) => (
				<p key={note} className="muted">
					{note}
				</p>
			))}
		</section>
	);
}

function GroupList({ groups }: { groups: readonly GroupView[] }) {
	if (groups.length === 0) return null;
	return (
		<ul className="plain-list groups" role="list">
			{groups.map((group) => (
				<li key={group.key}>
					<GroupCard group={group} />
				</li>
			))}
		</ul>
	);
}

function GroupCard({ group }: { group: GroupView }) {
	return (
		<article className="card">
			<header className="match-card__head">
				<h3 className="card__title">{group.title}</h3>
				{group.confirmed ? (
					<VerdictMark shape="full" tone="leaf">
						{VERDICT_LABELS.confirmed}
					</VerdictMark>
				) : (
					<VerdictMark shape="half" tone="amber">
						{VERDICT_LABELS.possible}
					</VerdictMark>
				)}
			</header>
			<ul className="plain-list stack stack--tight" role="list">
				{group.members.map((member) => (
					<li key={member.id}>
						<Member member={member} />
					</li>
				))}
			</ul>
			{group.cells.length > FIRST_CELLS ? (
				<Details summary="Qui fait quoi" meta={`${group.cells.length} lignes`}>
					<Shares group={group} />
				</Details>
			) : (
				<Shares group={group} />
			)}
		</article>
	);
}

function Member({ member }: { member: GroupMemberView }) {
	const { eligibility } = member;
	return (
		<>
			<p>
				<Link to={member.href}>{member.name}</Link>
				{member.lead ? <strong>, mandataire possible</strong> : null} · {member.where}
			</p>
			{eligibility === null ? null : (
				<p>
					<VerdictMark
						shape={eligibility.proved && eligibility.certain ? "full" : "half"}
						tone={eligibility.proved && eligibility.certain ? "leaf" : "amber"}
					>
						{eligibility.proved ? "Éligible" : "Éligibilité à vérifier"} ({eligibility.words})
					</VerdictMark>
					, <Link to={`/sources#${eligibility.rule}`}>article {eligibility.article}</Link>
				</p>
			)}
			{member.toAsk.length === 0 ? null : <p>À confirmer : {member.toAsk.join("\u202f; ")}.</p>}
			{member.toDiscuss.length === 0 ? null : (
				<p>À négocier : {member.toDiscuss.join("\u202f; ")}.</p>
			)}
		</>
	);
}

const TAKES = {
	whole: { shape: "full", word: "tout" },
	part: { shape: "half", word: "une part" },
} as const;

/** Cells × members: a picture that reads as a table. */
function Shares({ group }: { group: GroupView }) {
	return (
		<Table
			caption={`Qui fait quoi : ${group.title}`}
			hideCaption
			narrow="grid"
			compact
			rows={group.cells}
			rowKey={(row) => row.cell}
			columns={[
				{ key: "cell", header: "À faire", rowHeader: true, cell: (row) => row.label },
				...group.members.map((member, m) => ({
					key: member.id,
					header: member.name,
					cell: (row: GroupView["cells"][number]) => <Takes takes={row.takes[m] ?? "none"} />,
				})),
			]}
		/>
	);
}

function Takes({ takes }: { takes: GroupView["cells"][number]["takes"][number] }) {
	if (takes === "none") {
		return (
			<>
				<span aria-hidden>–</span>
				<span className="visually-hidden">rien</span>
			</>
		);
	}
	const { shape, word } = TAKES[takes];
	return (
		<span className="nowrap">
			<ShapeIcon shape={shape} /> {word}
		</span>
	);
}
