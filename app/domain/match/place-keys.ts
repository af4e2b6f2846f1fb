import type { Commune, Places } from "../reference.ts";
import type { Zone } from "../supplier.ts";

/** An INSEE code as an integer ("2A004" included); never 0 for a real code. */
export function communeKey(code: string): number {
	return Number.parseInt(code, 36);
}

/** The zones that hold a commune, itself first. */
export function zonesOf(commune: Commune): Zone[] {
	const zones: Zone[] = [`commune:${commune.code}`];
	if (commune.epci) zones.push(`epci:${commune.epci}`);
	zones.push(`departement:${commune.departement}`, `region:${commune.region}`);
	return zones;
}

/** A zone under its current code: arrondissements and delegated communes count as their commune. */
export function currentZone(zone: Zone, places: Pick<Places, "commune">): Zone {
	if (!zone.startsWith("commune:")) return zone;
	const commune = places.commune(zone.slice("commune:".length));
	return commune ? `commune:${commune.code}` : zone;
}
