// The progress line on stderr; see ProgressLine in command.h.
#pragma once

#include <memory>

#include "dbx/cli/command.h"

namespace dbx::cli {

// `enabled` false: shows nothing (--quiet, --json).
std::unique_ptr<ProgressLine> make_progress(bool enabled);

}  // namespace dbx::cli
