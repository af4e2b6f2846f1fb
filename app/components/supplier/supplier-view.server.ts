import { mapBase } from "#app/components/map/base.server.ts";
import type { MapScene } from "#app/components/map/scene.ts";
import { buildScene } from "#app/components/map/scene-build.ts";
import { AppError } from "#app/domain/errors.ts";
import { formatAge, formatDate } from "#app/domain/french-format.ts";
import { positionOf } from "#app/domain/match/compile-supplier.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import { type PublicSupplier, publicSupplier } from "#app/domain/public-supplier.ts";
import { proofState, reservedContracts } from "#app/domain/reserved-contracts.ts";
import { formatSiret } from "#app/domain/siret.ts";
import type { Accreditation, Supplier } from "#app/domain/supplier.ts";
import { provenanceOf } from "#app/domain/upkeep/provenance.ts";
import { wrongSiret } from "#app/domain/wrong-siret.ts";
import type { Services } from "#app/services.server.ts";
import {
	getSupplier,
	listDisagreements,
	listRecords,
	type SupplierRecord,
} from "#db/suppliers.server.ts";
import { companionsOf } from "./companions.server.ts";
import { disagreementLines } from "./disagreement-words.ts";
import { descriptionLine, identityLines, websiteLink } from "./identity-words.ts";
import { offerViews } from "./offer-view.server.ts";
import { offerAreas } from "./supplier-areas.ts";
import type { KindLine, SourceWords, SupplierView, Tombstone } from "./supplier-view.ts";

/** How to write who said a fact, and when. */
export type Cite = (path: string) => SourceWords | null;

/**
 * Everything the sheet of a structure shows to an anonymous reader.
 *
 * @throws {AppError} "supplier-not-found" (also when it may not be shown) | "corrupt-row"
 */
export async function supplierView(
	services: Services,
	idOrSiret: string,
	today: string,
): Promise<SupplierView | Tombstone> {
	const { db } = services;
	const supplier = await getSupplier(db, idOrSiret).catch((error: unknown) => {
		throw wrongSiret(idOrSiret) ?? error;
	});
	const [records, disagreements] = await Promise.all([
		listRecords(db, supplier.id),
		listDisagreements(db, supplier.id),
	]);
	if (supplier.status === "closed" || supplier.status === "withdrawn") {
		return tombstone(supplier, supplier.status, records, today);
	}
	const shown = publicSupplier(supplier);
	if (shown === null) throw new AppError("supplier-not-found", { id: idOrSiret });
	const cite = citing(shown.supplier, records, today);
	const kinds = shown.supplier.kinds ?? null;
	return {
		status: "open",
		id: supplier.id,
		name: supplier.name,
		siret: supplier.siret ? formatSiret(supplier.siret) : null,
		commune: communeName(supplier, services),
		kinds:
			kinds === null
				? null
				: kinds.map((kind, index) => kindLine(kind, cite(`kinds[${index}]`), today)),
		ess: supplier.ess ?? null,
		reserved: reservedContracts(kinds, supplier.ess ?? null, today).map(
			({ regime, state, kinds }) => ({
				reservation: regime.reservation,
				article: regime.article,
				certain: regime.confidence === "V1" || regime.confidence === "V2",
				state,
				kinds,
			}),
		),
		identity: identityLines(shown, cite),
		description: descriptionLine(supplier.description, cite),
		website: websiteLink(supplier.website),
		companions: await companionsOf(services, supplier),
		offers: offerViews(shown, supplier, services.reference, cite, today),
		disagreements: disagreementLines(
			disagreements,
			supplier,
			sourceLabels(records),
			shown,
			services.reference.places,
		),
		sources: sourceLines(records, today),
		scene: supplierScene(shown, services),
		approximate: isApproximate(supplier),
	};
}

function tombstone(
	supplier: Supplier,
	status: "closed" | "withdrawn",
	records: readonly SupplierRecord[],
	today: string,
): Tombstone {
	return {
		status,
		id: supplier.id,
		name: supplier.name,
		siret: supplier.siret ? formatSiret(supplier.siret) : null,
		sources: sourceLines(records, today),
	};
}

function communeName(supplier: Supplier, { reference }: Services): string | null {
	const commune = supplier.commune ? reference.places.commune(supplier.commune) : undefined;
	return commune ? `${commune.name} (${commune.departement})` : null;
}

/** Only its commune is known: it stands at its centre. */
function isApproximate(supplier: Supplier): boolean {
	return typeof supplier.lat !== "number" || typeof supplier.lon !== "number";
}

function sourceLabels(records: readonly SupplierRecord[]): ReadonlyMap<string, string> {
	return new Map(records.map(({ source }) => [source.id, source.label]));
}

function citing(supplier: Supplier, records: readonly SupplierRecord[], today: string): Cite {
	const labels = sourceLabels(records);
	return (path) => {
		const provenance = provenanceOf(supplier, path);
		if (provenance === null) return null;
		const on = provenance.on ?? null;
		return {
			label: labels.get(provenance.source) ?? provenance.source,
			on,
			age: on === null ? null : formatAge(on, today),
			because: provenance.because ?? null,
		};
	};
}

function kindLine(kind: Accreditation, source: SourceWords | null, today: string): KindLine {
	return {
		code: kind.code,
		state: proofState(kind, today),
		proof: kind.proof,
		asOf: kind.asOf ? formatDate(kind.asOf) : null,
		until: kind.until ? formatDate(kind.until) : null,
		source,
	};
}

function sourceLines(records: readonly SupplierRecord[], today: string): SupplierView["sources"] {
	return records.map(({ source, statedOn, isGone }) => ({
		id: source.id,
		label: source.label,
		url: source.origin_url,
		licence: source.licence,
		on: statedOn === null ? null : formatDate(statedOn.slice(0, 10)),
		age: statedOn === null ? null : formatAge(statedOn.slice(0, 10), today),
		isGone,
	}));
}

/** Null when neither the place nor any area is known. */
function supplierScene({ supplier }: PublicSupplier, services: Services): MapScene | null {
	const { places } = services.reference;
	const base = mapBase(places, services.env);
	const position = positionOf(supplier, places);
	const offers = supplier.offers.map((offer) => effectiveOffer(supplier, offer));
	const areas = offerAreas(offers, position, places, [...base.boxes.keys()]);
	if (position === null && areas.length === 0) return null;
	return buildScene(base, {
		places:
			position === null
				? []
				: [
						{
							id: supplier.id,
							label: supplier.name,
							href: null,
							verdict: null,
							lat: position.lat,
							lon: position.lon,
						},
					],
		areas,
		width: 480,
		height: 420,
	});
}
