/** The mark: three open arcs that turn round a point, as a pool answers a drop, and as an area is served. */
export function LogoMark({ className }: { className?: string | undefined }) {
	return (
		<svg className={className} viewBox="0 0 40 40" aria-hidden="true" focusable="false" fill="none">
			<circle cx="20" cy="20" r="2.9" fill="currentColor" />
			<g stroke="currentColor" strokeLinecap="round">
				<path d="M26.50 18.85A6.6 6.6 0 1 1 16.70 14.28" strokeWidth="3" />
				<path d="M26.00 30.39A12 12 0 1 1 25.07 9.12" strokeWidth="2.6" />
				<path d="M6.82 31.06A17.2 17.2 0 1 1 37.13 18.50" strokeWidth="2.2" />
			</g>
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
