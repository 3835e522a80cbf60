// Specs as files: read, checked, located.
#pragma once

#include <string>

#include "dbx/base/file.h"
#include "dbx/base/result.h"
#include "dbx/spec/parse.h"

namespace dbx::app {

struct Validated {
  spec::Spec spec;
  Diagnostics problems;  // errors, warnings and notes, in the order of the file
  std::string text;      // as it stands in the file
};

// Reads `path` ("-": standard input) and finds every fault in one run. Fails only where there is no
// YAML to speak of (or more of it than `bytes_max`); the caller looks at `problems` for errors.
Result<Validated> validate(const std::string& path, bool strict,
                           std::size_t bytes_max = kSpecBytesMax);

// The same of a text that is no file, under a name for its findings.
Result<Validated> validate_text(std::string text, const std::string& name, bool strict,
                                std::size_t bytes_max = kSpecBytesMax);

// The same for callers that need a good spec: any error fails; `notes` takes warnings and notes.
Result<spec::Spec> load_spec(const std::string& path, Diagnostics& notes);

// A spec that comes from elsewhere than a file (the ledger).
Result<spec::Spec> load_spec_text(std::string_view text, const std::string& name);

// Gives findings about the spec in `path` (JSON pointers only) their lines.
Diagnostics located(Diagnostics problems, const std::string& path);

}  // namespace dbx::app
