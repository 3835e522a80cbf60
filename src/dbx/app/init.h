// A workspace to begin in: a spec, a folder for migrations, and what to type next.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::app {

struct Template {
  std::string name;
  std::string description;  // of the spec
};

// Those that are embedded (templates/<name>.yml), by name.
std::vector<Template> templates();

struct InitRequest {
  std::string folder = ".";
  std::string template_name;  // empty: minimal
};

struct Initialised {
  std::string folder;
  std::vector<std::string> files;  // relative to the folder
};

// Writes all files or none. Errors: usage (no such template), file-exists where one of the files is
// there already.
Result<Initialised> init(const InitRequest& request);

}  // namespace dbx::app
