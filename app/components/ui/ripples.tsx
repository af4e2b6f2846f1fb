/** The mark: three arcs round a point, as a pool answers a drop, and as an area is served. */
export function LogoMark({ className }: { className?: string | undefined }) {
	return (
		<svg className={className} viewBox="0 0 40 40" aria-hidden="true" focusable="false" fill="none">
			<circle cx="12" cy="28" r="3.5" fill="currentColor" />
			<path
				d="M12 19.5a8.5 8.5 0 0 1 8.5 8.5"
				stroke="currentColor"
				strokeWidth="3.4"
				strokeLinecap="round"
			/>
			<path
				d="M12 12a16 16 0 0 1 16 16"
				stroke="currentColor"
				strokeWidth="3"
				strokeLinecap="round"
			/>
			<path
				d="M12 4.5a23.5 23.5 0 0 1 23.5 23.5"
				stroke="currentColor"
				strokeWidth="2.6"
				strokeLinecap="round"
			/>
		</svg>
	);
}

/** Radius, stroke and opacity of each ring, from the drop outwards. */
const RINGS = [
	[16, 2.8, 1],
	[40, 2.2, 0.72],
	[66, 1.7, 0.48],
	[94, 1.3, 0.3],
] as const;

/** The motif for empty places and openings: whole ripples that fade outwards. */
export function Ripples() {
	return (
		<svg className="ripples" viewBox="0 0 200 200" aria-hidden="true" focusable="false" fill="none">
			<circle cx="100" cy="100" r="5" fill="currentColor" />
			{RINGS.map(([radius, stroke, opacity]) => (
				<circle
					key={radius}
					cx="100"
					cy="100"
					r={radius}
					stroke="currentColor"
					strokeWidth={stroke}
					opacity={opacity}
				/>
			))}
		</svg>
	);
}
