import { Transform } from "node:stream";

/**
 * The stream a page is written to. React writes its text in pieces of a fixed size, and fills with null bytes the end of one
 * where an accented letter has no room: a page holds none, so they are left out.
 */
export function pageStream(): Transform {
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
		},
	});
}
