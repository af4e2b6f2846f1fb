import type { CompiledOffer } from "./facts.ts";

/** Where a small fact stands in the packed integer of an offer: `(flags >> shift) & mask`. */
export interface FlagField {
	readonly shift: number;
	readonly mask: number;
}

/** The small facts of an offer, side by side in one integer. Sets are kept plus one, so that 0 is unknown. */
export const FLAG_FIELDS = {
	inferred: { shift: 0, mask: 1 },
	includesChildren: { shift: 1, mask: 1 },
	areaDeclared: { shift: 2, mask: 1 },
	country: { shift: 3, mask: 1 },
	coversClosures: { shift: 4, mask: 1 },
	staffDependent: { shift: 5, mask: 1 },
	stock: { shift: 6, mask: 3 },
	delivers: { shift: 8, mask: 3 },
	installs: { shift: 10, mask: 3 },
	staffTransfer: { shift: 12, mask: 3 },
	eInvoicing: { shift: 14, mask: 3 },
	verifiedBy: { shift: 16, mask: 3 },
	modes: { shift: 18, mask: 15 },
	weekdays: { shift: 22, mask: 255 },
	/** Its supplier's position is the centre of a commune, known up to an error. */
	approximate: { shift: 30, mask: 1 },
} as const satisfies Record<string, FlagField>;

/** Packs the small facts of an offer. */
export function packFlags(offer: CompiledOffer, approximate: boolean): number {
	const values: Record<keyof typeof FLAG_FIELDS, number> = {
		inferred: Number(offer.inferred),
		includesChildren: Number(offer.includesChildren),
		areaDeclared: Number(offer.areaDeclared),
		country: Number(offer.country),
		coversClosures: Number(offer.coversClosures),
		staffDependent: Number(offer.staffDependent),
		stock: offer.stock,
		delivers: offer.delivers,
		installs: offer.installs,
		staffTransfer: offer.staffTransfer,
		eInvoicing: offer.eInvoicing,
		verifiedBy: offer.verifiedBy,
		modes: offer.modes + 1,
		weekdays: offer.weekdays + 1,
		approximate: Number(approximate),
	};
	let flags = 0;
	for (const name of FLAG_NAMES) flags |= values[name] << FLAG_FIELDS[name].shift;
	return flags;
}

const FLAG_NAMES = Object.keys(FLAG_FIELDS) as (keyof typeof FLAG_FIELDS)[];

/** One small fact of a packed integer. */
export function readFlag(flags: number, { shift, mask }: FlagField): number {
	return (flags >> shift) & mask;
}
