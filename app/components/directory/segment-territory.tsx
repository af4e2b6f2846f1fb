import { Link } from "@remix-run/react";
import { Choropleth } from "#app/components/map/choropleth.tsx";
import { Details } from "#app/components/ui/details.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { countOfWord, formatNumber } from "#app/domain/french-format.ts";
import type { SegmentView } from "./segment-view.server.ts";

/** Who serves a segment where: the map by département, then its figures. */
export function SegmentTerritory({ view }: { view: SegmentView }) {
	const served = view.coverage.filter(({ serving }) => serving > 0).length;
	return (
		<section className="stack stack--snug" aria-labelledby="ou">
			<h2 id="ou">
				{served === 0
					? "Aucune zone d’intervention déclarée"
					: `Au moins une structure dans ${countOfWord(served, "département")}`}
			</h2>
			<Choropleth
				scene={view.scene}
				label={`Carte de France par département\u202f: nombre de structures qui déclarent y intervenir en ${view.label}. Les chiffres sont dans le tableau qui suit.`}
				unit="Structures qui déclarent intervenir dans le département"
				none="aucune"
			>
				<p className="muted">
					Il suffit d’une commune pour que le département compte.
					{view.undeclared > 0
						? ` ${countOfWord(view.undeclared, "structure")} sans zone déclarée ${view.undeclared > 1 ? "sont comptées" : "est comptée"} à part, où ${view.undeclared > 1 ? "elles sont installées" : "elle est installée"}.`
						: ""}
				</p>
			</Choropleth>
			{view.coverage.length === 0 ? null : (
				<Details
					summary="Les chiffres par département"
					meta={countOfWord(view.coverage.length, "département")}
				>
					<Table
						caption={`Structures par département, ${view.label}`}
						hideCaption
						narrow="scroll"
						compact
						rows={view.coverage}
						rowKey={(row) => row.code}
						columns={[
							{
								key: "name",
								header: "Département",
								rowHeader: true,
								cell: (row) => `${row.name} (${row.code})`,
							},
							{
								key: "serving",
								header: "Déclarent y intervenir",
								number: true,
								cell: (row) => formatNumber(row.serving),
							},
							{
								key: "seated",
								header: "Y sont installées",
								number: true,
								cell: (row) =>
									row.seated === 0 ? (
										"0"
									) : (
										<Link to={`/fournisseurs?segment=${view.code}&zone=departement:${row.code}`}>
											{formatNumber(row.seated)}
											<span className="visually-hidden"> dans le département {row.name}</span>
										</Link>
									),
							},
							{
								key: "undeclared",
								header: "dont sans zone déclarée",
								number: true,
								cell: (row) => formatNumber(row.undeclared),
							},
						]}
					/>
				</Details>
			)}
		</section>
	);
}
