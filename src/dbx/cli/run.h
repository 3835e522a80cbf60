// The command line as a function: parse, act, print, exit status (design: interfaces, Exit).
#pragma once

#include <string>
#include <vector>

namespace dbx::cli {

// `arguments` without the program's name. Prints to stdout and stderr. One call at a time a
// process.
int run(const std::vector<std::string>& arguments);

}  // namespace dbx::cli
