import { hash } from "node:crypto";

/** 128 bits of SHA-256, in 22 characters: enough to tell rows apart, short enough to keep for each. */
export function digest(text: string): string {
	return hash("sha256", text, "base64url").slice(0, 22);
}
