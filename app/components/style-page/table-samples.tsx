import { Bar, Progress } from "../ui/figures.tsx";
import { VerdictMark } from "../ui/marks.tsx";
import { type Column, Table } from "../ui/table.tsx";

interface Step {
	name: string;
	remaining: number;
	removed: number;
	note: string;
}

const STEPS: Step[] = [
	{ name: "segment", remaining: 28, removed: 0, note: "" },
	{ name: "zone", remaining: 28, removed: 0, note: "" },
	{ name: "réservé", remaining: 15, removed: 13, note: "handicap (L2113-12)" },
	{ name: "jours", remaining: 11, removed: 4, note: "5 passages demandés" },
	{ name: "horaires", remaining: 0, removed: 11, note: "6 h – 8 h demandé" },
];

const STEP_COLUMNS: Column<Step>[] = [
	{ key: "name", header: "Critère", rowHeader: true, cell: (step) => step.name },
	{
		key: "bar",
		header: "Ce qui reste",
		cell: (step) => <Bar value={step.remaining} max={28} lost={step.removed} />,
	},
	{ key: "remaining", header: "Structures", number: true, cell: (step) => step.remaining },
	{
		key: "removed",
		header: "Écartées",
		number: true,
		cell: (step) => (step.removed === 0 ? "—" : `−${step.removed}`),
	},
	{ key: "note", header: "Demandé", cell: (step) => step.note },
];

export function FunnelSample() {
	return (
		<Table
			caption="15 structures en théorie, aucune en l’état"
			columns={STEP_COLUMNS}
			rows={STEPS}
			rowKey={(step) => step.name}
		/>
	);
}

interface SiteRow {
	site: string;
	counts: [number, number, number];
}

const SITES: SiteRow[] = [
	{ site: "Vannes, préfecture", counts: [12, 6, 0] },
	{ site: "Auray, collège", counts: [7, 3, 1] },
	{ site: "Pontivy, centre routier", counts: [2, 1, 0] },
	{ site: "Belle-Île, antenne", counts: [0, 1, 0] },
];

const SERVICES = ["Entretien des locaux", "Vitrerie", "Espaces verts"] as const;

const SITE_COLUMNS: Column<SiteRow>[] = [
	{ key: "site", header: "Site", rowHeader: true, cell: (row) => row.site },
	...SERVICES.map(
		(service, index): Column<SiteRow> => ({
			key: service,
			header: service,
			shade: (row) => shadeOf(row.counts[index] ?? 0),
			cell: (row) => (
				<a href="#grille">
					<strong>{row.counts[index]}</strong>
					<span>{(row.counts[index] ?? 0) + 2} à confirmer</span>
				</a>
			),
		}),
	),
];

function shadeOf(count: number): 0 | 1 | 2 | 3 | 4 {
	if (count === 0) return 0;
	if (count < 3) return 1;
	if (count < 6) return 2;
	return count < 10 ? 3 : 4;
}

export function MatrixSample() {
	return (
		<div id="grille">
			<Table
				caption="Qui peut servir chaque site"
				columns={SITE_COLUMNS}
				rows={SITES}
				rowKey={(row) => row.site}
				narrow="grid"
			/>
		</div>
	);
}

const OFFERS = [
	{ segment: "Entretien des locaux", days: "3,5", area: "30 km autour d’Auray", verdict: "full" },
	{ segment: "Espaces verts", days: "5", area: "Morbihan", verdict: "half" },
	{ segment: "Blanchisserie", days: "—", area: "non déclarée", verdict: "empty" },
] as const;

const WORDS = {
	full: ["leaf", "compatible"],
	half: ["amber", "à confirmer"],
	empty: ["brick", "ne correspond pas"],
} as const;

export function TableSample() {
	return (
		<div className="stack">
			<Table
				caption="Offres de l’Atelier des Ajoncs"
				columns={[
					{ key: "s", header: "Segment", rowHeader: true, cell: (row) => row.segment },
					{ key: "d", header: "Jours par semaine", number: true, cell: (row) => row.days },
					{ key: "a", header: "Zone d’intervention", cell: (row) => row.area },
					{
						key: "v",
						header: "Pour ce besoin",
						cell: (row) => (
							<VerdictMark shape={row.verdict} tone={WORDS[row.verdict][0]}>
								{WORDS[row.verdict][1]}
							</VerdictMark>
						),
					},
				]}
				rows={OFFERS}
				rowKey={(row) => row.segment}
			/>
			<Progress
				label="Import de la liste nationale"
				value={62}
				max={100}
				detail="12 480 lignes sur 20 100 · 4 300 par seconde · encore 2 s"
			/>
		</div>
	);
}
