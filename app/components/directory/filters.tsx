import { Link } from "@remix-run/react";
import { PlaceInput } from "#app/components/directory/place-input.tsx";
import { capital } from "#app/components/supplier/kinds.tsx";
import { Checkbox, CheckboxGroup, Fieldset, RadioGroup } from "#app/components/ui/choices.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Abbr } from "#app/components/ui/marks.tsx";
import { DEFAULT_NEAR_KM, type DirectoryQuery } from "#app/domain/directory.ts";
import { formatNumber } from "#app/domain/french-format.ts";
import { KIND_LABELS } from "#app/domain/french-labels.ts";
import type { KindCode } from "#app/domain/vocabulary.ts";
import type { FacetValue } from "#search/port.ts";
import type { FacetsView, SegmentFacet } from "./facets.server.ts";
import { FilterMenu } from "./filter-menu.tsx";
import { FRESH_LABELS, MODE_CHOICES, RESERVATION_CHOICES, TAG_LABELS } from "./words.ts";

const ANY = { value: "", label: "Peu importe" };

interface FiltersProps {
	readonly query: DirectoryQuery;
	readonly facets: FacetsView;
	readonly fields: { readonly serves: string; readonly near: string };
	/** Message by field, for what was not understood. */
	readonly errors: Readonly<Record<string, string>>;
}

/** The filters of the list, each group behind its name. */
export function Filters({ query, facets, fields, errors }: FiltersProps) {
	return (
		<div className="filters">
			<PlaceMenu {...{ query, fields, errors }} />
			<SegmentMenu query={query} facet={facets.segment} />
			<KindMenu query={query} facets={facets} />
			<FilterMenu label="Marché réservé" active={query.reservation === null ? 0 : 1}>
				<RadioGroup
					name="reservation"
					legend="Peut répondre à un marché réservé"
					hint="Agrément prouvé ou à confirmer : la fiche le précise."
					options={[ANY, ...choices(facets.reservation, RESERVATION_CHOICES)]}
					selected={query.reservation ?? ""}
				/>
			</FilterMenu>
			<TerritoryMenu query={query} facets={facets} />
			<FilterMenu label="Mode" active={query.mode === null ? 0 : 1}>
				<RadioGroup
					name="mode"
					legend="Ce que la structure fournit"
					options={[ANY, ...choices(facets.mode, MODE_CHOICES)]}
					selected={query.mode ?? ""}
				/>
			</FilterMenu>
			<FilterMenu label="Confirmation" active={query.fresh === null ? 0 : 1}>
				<RadioGroup
					name="fresh"
					legend="Fiche confirmée par la structure ou par la CRESS"
					options={[ANY, ...choices(facets.fresh, FRESH_LABELS)]}
					selected={query.fresh ?? ""}
				/>
			</FilterMenu>
		</div>
	);
}

function choices<T extends string>(values: readonly FacetValue[], labels: Record<T, string>) {
	return values.map(({ value, label, count }) => ({
		value,
		label: capital(labels[value as T] ?? label),
		count,
	}));
}

/** Two different questions, side by side with their difference in a line. */
function PlaceMenu({ query, fields, errors }: Omit<FiltersProps, "facets">) {
	const active = (query.serves === null ? 0 : 1) + (query.near === null ? 0 : 1);
	return (
		<FilterMenu label="Lieu" active={active}>
			<PlaceInput
				name="near"
				label="Installées autour de"
				hint="À vol d’oiseau entre leur adresse et le centre de la commune, quelle que soit leur zone d’intervention."
				defaultValue={fields.near}
				error={errors["near"]}
				communesOnly
			/>
			<TextInput
				name="km"
				label="À moins de"
				suffix="km"
				width="short"
				inputMode="decimal"
				defaultValue={String(query.km ?? DEFAULT_NEAR_KM).replace(".", ",")}
				error={errors["km"]}
			/>
			<hr />
			<PlaceInput
				name="serves"
				label="Interviennent dans la commune de"
				hint="Leur zone d’intervention déclarée contient cette commune, où qu’elles soient installées. Celles qui n’ont rien déclaré n’apparaissent pas."
				defaultValue={fields.serves}
				error={errors["serves"]}
				communesOnly
			/>
		</FilterMenu>
	);
}

function SegmentMenu({ query, facet }: { query: DirectoryQuery; facet: SegmentFacet }) {
	return (
		<FilterMenu label="Segment d’achat" active={query.segments.length}>
			{facet.kept.map((code) => (
				<input key={code} type="hidden" name="segment" value={code} />
			))}
			{facet.family === null ? null : (
				<>
					{query.segments.includes(facet.family.code) ? (
						<input type="hidden" name="famille" value={facet.family.code} />
					) : null}
					<CheckboxGroup
						name="segment"
						legend={`${facet.family.label} (${formatNumber(facet.family.count)})`}
						options={facet.leaves.map(({ value, label, count }) => ({ value, label, count }))}
						selected={query.segments}
					/>
				</>
			)}
			<div>
				<p>
					<strong>{facet.family === null ? "Choisir une famille" : "Changer de famille"}</strong>
				</p>
				<ul className="facet-links">
					{facet.families.map((family) => (
						<li key={family.href}>
							<Link to={family.href}>
								<span>{family.label}</span>
								<span className="facet-links__count">{formatNumber(family.count)}</span>
							</Link>
						</li>
					))}
				</ul>
				<p>
					<Link to="/segments">Tous les segments d’achat et ce qu’ils couvrent</Link>
				</p>
			</div>
		</FilterMenu>
	);
}

function KindMenu({ query, facets }: { query: DirectoryQuery; facets: FacetsView }) {
	const active = query.kinds.length + (query.ess ? 1 : 0) + (query.tag === null ? 0 : 1);
	return (
		<FilterMenu label="Type de structure" active={active}>
			<CheckboxGroup
				name="kind"
				legend="Agrément ou conventionnement"
				options={facets.kind.map(({ value, count }) => ({
					value,
					count,
					label: (
						<>
							<Abbr title={KIND_LABELS[value as KindCode]}>{value}</Abbr>,{" "}
							{KIND_LABELS[value as KindCode]}
						</>
					),
				}))}
				selected={query.kinds}
			/>
			<Fieldset id="more-kinds" legend="Statut et activité">
				<div className="choices">
					<Checkbox
						key={`ess${query.ess}`}
						name="ess"
						value="1"
						label="Appartient à l’ESS par son statut"
						count={facets.ess[0]?.count ?? 0}
						defaultChecked={query.ess}
					/>
					{facets.tag.map((tag) => (
						<Checkbox
							key={`${tag.value}${tag.selected}`}
							name="tag"
							value={tag.value}
							label={TAG_LABELS[tag.value as keyof typeof TAG_LABELS] ?? tag.label}
							count={tag.count}
							defaultChecked={tag.selected}
						/>
					))}
				</div>
			</Fieldset>
		</FilterMenu>
	);
}

function TerritoryMenu({ query, facets }: { query: DirectoryQuery; facets: FacetsView }) {
	const groups = [
		["Régions", facets.region],
		["Départements", facets.departement],
		["Intercommunalités", facets.epci],
	] as const;
	const listed = new Set<string>(groups.flatMap(([, values]) => values.map(({ value }) => value)));
	return (
		<FilterMenu label="Territoire" active={query.zones.length}>
			<p className="muted">Où la structure est installée.</p>
			{query.zones
				.filter((zone) => !listed.has(zone))
				.map((zone) => (
					<input key={zone} type="hidden" name="zone" value={zone} />
				))}
			<PlaceInput
				name="zone"
				id="zone-words"
				label="Ajouter un territoire"
				hint="Région, département, intercommunalité ou commune."
				optional
			/>
			{groups.map(([legend, values]) =>
				values.length === 0 ? null : (
					<CheckboxGroup
						key={legend}
						id={`zone-${legend}`}
						name="zone"
						legend={legend}
						options={values.map(({ value, label, count }) => ({ value, label, count }))}
						selected={query.zones}
					/>
				),
			)}
		</FilterMenu>
	);
}
