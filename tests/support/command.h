// Running a command line as a person would, and seeing what it prints.
#pragma once

#include <string>

namespace dbx::test {

struct Finished {
  int status = 0;      // -1: ended by a signal
  std::string output;  // stdout and stderr
};

Finished run(const std::string& command);

}  // namespace dbx::test
