// A shell through popen.
#include "support/command.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>

namespace dbx::test {

Finished run(const std::string& command) {
  Finished finished;
  FILE* pipe = ::popen(("( " + command + " ) 2>&1 < /dev/null").c_str(), "r");
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    finished.output.append(buffer.data(), count);
  }
  const int status = ::pclose(pipe);
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return finished;
}

}  // namespace dbx::test
