// What every engine says alike of things that it does not have, or that dbx does not model.
#pragma once

#include <string>

#include "dbx/base/diagnostic.h"

namespace dbx::dialect {

// info[not-held-by-engine]: the spec says it, the engine cannot keep it.
Diagnostic not_held(std::string message, std::string hint);
// info[not-modelled]: the database has it, a Schema does not.
Diagnostic not_modelled(std::string message);
// error[unsupported-change]: the engine does not have it at all.
Diagnostic not_supported(std::string message);

}  // namespace dbx::dialect
