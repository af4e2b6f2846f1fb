/** Major version of the exchange formats. A newer minor version only adds: what it adds is kept aside. */
export const SCHEMA_VERSION = 1;

export function isReadVersion(version: number): boolean {
	return version >= SCHEMA_VERSION && version < SCHEMA_VERSION + 1;
}

/** What to say of a version that this program cannot read. */
export function unknownVersionMessage(version: number): string {
	return `la version ${version} du format n’est pas connue\u202f: Vivier lit la version ${SCHEMA_VERSION}. Mettez Vivier à jour, ou exportez dans cette version.`;
}
