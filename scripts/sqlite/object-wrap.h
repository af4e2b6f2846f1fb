// Included before everything else while better-sqlite3 is compiled.
//
// From 24.19 on, the headers of Node 24 make each object of an addon register a hook that it removes when it is collected,
// which ends the process when the collection happens between two steps of a promise. Without the hook, as in every other
// Node, the objects still alive at the end are freed with the process.
#include <node.h>
#define AddEnvironmentCleanupHook(...) static_cast<void>(0)
#define RemoveEnvironmentCleanupHook(...) static_cast<void>(0)
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
