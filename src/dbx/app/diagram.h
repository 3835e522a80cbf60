// A spec as a diagram.
#pragma once

#include <string>

#include "dbx/base/result.h"

namespace dbx::app {

struct Diagram {
  std::string format;
  std::string text;
  std::string written;  // the file, where one was asked for
};

Result<Diagram> diagram(const std::string& spec, const std::string& format, const std::string& out);

}  // namespace dbx::app
