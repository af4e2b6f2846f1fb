import type { PackagedArea } from "./sources.ts";

/** Spellings of Natural Earth that are not the official ones. */
const OFFICIAL_NAMES: Readonly<Record<string, string>> = {
	"Guyane française": "Guyane",
	"Haute-Rhin": "Haut-Rhin",
	"Meurhe-et-Moselle": "Meurthe-et-Moselle",
	"Seien-et-Marne": "Seine-et-Marne",
};

interface Geometry {
	readonly type: string;
	readonly arcs: unknown;
	readonly properties: { readonly name: string };
}

interface Topology {
	readonly type: "Topology";
	readonly transform: unknown;
	readonly arcs: unknown;
	readonly objects: { readonly fra: { readonly type: string; readonly geometries: Geometry[] } };
}

/** The outlines under their INSEE codes: one object, `departements`, whose ids are codes. @throws when a name is unknown */
export function nameOutlines(source: unknown, departements: readonly PackagedArea[]): unknown {
	const topology = source as Topology;
	const codes = new Map(departements.map((area) => [area.nom, area.code]));
	const geometries = topology.objects.fra.geometries.map((geometry) => {
		const name = OFFICIAL_NAMES[geometry.properties.name] ?? geometry.properties.name;
		const id = codes.get(name);
		if (id === undefined) throw new Error(`No département is named ${name}`);
		return { type: geometry.type, id, arcs: geometry.arcs, properties: { name } };
	});
	geometries.sort((a, b) => (a.id < b.id ? -1 : 1));
	return {
		type: "Topology",
		transform: topology.transform,
		objects: { departements: { type: "GeometryCollection", geometries } },
		arcs: topology.arcs,
	};
}
