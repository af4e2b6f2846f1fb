// A thread does not inherit the loader that reads TypeScript. This one works inside the thread: the other kind starts a second thread
// and takes twice the memory.
require("tsx/cjs/api").register();
require("./worker.ts");
