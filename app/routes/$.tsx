/** Unknown addresses come here rather than to no route at all, so that the frame of the site is loaded round the answer. */
export function loader() {
	throw new Response(null, { status: 404 });
}

export const action = loader;

export default function UnknownPage() {
	return null;
}
