import { Link } from "@remix-run/react";
import { formatAge, formatKm } from "#app/domain/french-format.ts";
import type { DirectoryItem } from "#search/port.ts";
import { Highlighted } from "./highlight.tsx";
import { KindInWords } from "./kinds.tsx";

const SEGMENTS_SHOWN = 4;

/** One structure of the directory, in the facts that help to choose whom to read next. Nothing ranks or praises. */
export function SupplierCard({
	item,
	from,
	today,
}: {
	item: DirectoryItem;
	/** The place distances are measured from; null without one. */
	from: string | null;
	today: string;
}) {
	return (
		<article className="card card--link supplier-card" data-map-id={item.id}>
			<h3 className="card__title">
				<Link to={`/fournisseurs/${item.id}`}>
					<Highlighted text={item.name} ranges={item.highlights.name} />
				</Link>
			</h3>
			<Kinds item={item} />
			<p>
				<Where item={item} from={from} />
			</p>
			<Does item={item} />
			{item.highlights.text === null ? null : (
				<p className="muted">
					«{"\u202f"}
					<Highlighted text={item.highlights.text.excerpt} ranges={item.highlights.text.ranges} />
					{"\u202f"}»
				</p>
			)}
			<p className="muted">
				<Confirmed verifiedOn={item.verifiedOn} today={today} />
			</p>
		</article>
	);
}

function Kinds({ item }: { item: DirectoryItem }) {
	if (item.kinds === null) return <p className="muted">Type de structure non renseigné</p>;
	if (item.kinds.length === 0) {
		return (
			<p className="muted">
				{item.ess ? "Structure de l’ESS, sans agrément particulier" : "Sans agrément particulier"}
			</p>
		);
	}
	return (
		<p>
			{item.kinds.map((kind, index) => (
				<span key={kind.code}>
					{index === 0 ? "" : ", "}
					<KindInWords code={kind.code} inside={index > 0} />
					{kind.certainty === "to-confirm" ? <span className="muted"> — à confirmer</span> : null}
				</span>
			))}
		</p>
	);
}

function Where({ item, from }: { item: DirectoryItem; from: string | null }) {
	if (item.commune === null) return <span className="muted">Commune non renseignée</span>;
	const distance =
		item.distanceKm === null || from === null
			? null
			: `${item.position === "commune" ? "environ " : ""}${formatKm(item.distanceKm)} de ${from}`;
	return (
		<>
			{item.commune.name} ({item.commune.departement})
			{distance === null ? null : <span className="figures">, à {distance}</span>}
		</>
	);
}

function Does({ item }: { item: DirectoryItem }) {
	if (item.segments.length === 0) return <p className="muted">Activités non renseignées</p>;
	const found = new Set(item.highlights.segments);
	const ordered = [
		...item.segments.filter((segment) => found.has(segment.code)),
		...item.segments.filter((segment) => !found.has(segment.code)),
	];
	const more = ordered.length - SEGMENTS_SHOWN;
	return (
		<ul className="supplier-card__segments">
			{ordered.slice(0, SEGMENTS_SHOWN).map((segment) => (
				<li key={segment.code}>
					{segment.label}
					{segment.basis === "inferred" ? <span className="muted"> (déduit)</span> : null}
				</li>
			))}
			{more > 0 ? (
				<li className="muted">
					et {more} autre{more > 1 ? "s" : ""}
				</li>
			) : null}
		</ul>
	);
}

/** When the structure or the CRESS last said that this is true. */
export function Confirmed({ verifiedOn, today }: { verifiedOn: string | null; today: string }) {
	if (verifiedOn === null) return "Jamais confirmée par la structure";
	return (
		<>
			Confirmée <time dateTime={verifiedOn}>{formatAge(verifiedOn, today)}</time>
		</>
	);
}
