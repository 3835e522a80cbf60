// fault() as the crash matrix wants it: says that a point was reached, and ends the process, as
// kill -9 does, at the one that DBX_CRASH_AT names by its number.
#include "dbx/base/fault.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>

namespace dbx {

void fault(std::string_view point) {
  static const char* log = std::getenv("DBX_CRASH_LOG");
  static const char* at = std::getenv("DBX_CRASH_AT");
  static const int wanted = at == nullptr ? 0 : std::atoi(at);
  static int reached = 0;
  ++reached;
  if (log != nullptr) {
    const std::string line = std::string(point) + "\n";
    const int file = ::open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const bool written =
        file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    if (file >= 0) ::close(file);
    if (!written) std::abort();
  }
  if (reached == wanted) ::kill(::getpid(), SIGKILL);
}

}  // namespace dbx
