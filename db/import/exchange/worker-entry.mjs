// A thread does not inherit the loader that reads TypeScript: it registers its own, then runs the module.
import { register } from "tsx/esm/api";

register();
import("./worker.ts").catch((error) => {
	// Rethrown outside the promise, so that the parent sees the thread fail.
	setImmediate(() => {
		throw error;
	});
});
