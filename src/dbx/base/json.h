// JSON as the product prints it: keys in the order given, text that is not UTF-8 replaced, not
// thrown.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace dbx {

using Json = nlohmann::ordered_json;

// Compact for indent < 0. Never throws on bytes from a database that are not UTF-8.
inline std::string dump(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dbx
