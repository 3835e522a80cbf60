// Text in JSON that somebody else may have written.
#pragma once

#include <optional>
#include <string>

#include "dbx/base/json.h"

namespace dbx::app {

// Nothing where there is no such member, or it is no text.
inline std::optional<std::string> text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

}  // namespace dbx::app
