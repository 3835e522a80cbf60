// What is said when the process dies of a signal: a fault of dbx or of a library (DuckDB reads
// through null where memory ends), never of the user. Without it a script sees only a status.
#pragma once

namespace dbx {

// Once, at the start of main. On SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT one line in the shape
// of an error goes to stderr; then the process dies of the signal as it would have.
void say_last_words();

}  // namespace dbx
