// Loaded before the compiler. Its standard input is held open by the process that started it; when that one is killed,
// the compiler must not go on writing into a release that somebody else has begun anew.
process.stdin.on('end', () => process.exit(1)).resume();
process.stdin.unref();
