// PostgreSQL's own parser (libpg_query), one statement at a time, behind guards: what it says
// comes back as JSON. Nobody else includes the library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dbx/base/json.h"
#include "dbx/base/result.h"

namespace dbx::sql {

struct ParseFailure {
  std::string message;
  std::size_t offset = 0;  // in bytes, from the statement's begin
};

constexpr int kDepthMax = 4000;  // levels of JSON

// The list of parsed statements (one, where there is one): [{"CreateStmt": {...}}]. `statement`
// holds no zero byte and is bounded as convert/sql_script.h says. What nests deeper than
// `depth_max` levels of JSON is a failure; the time grows with the square of the depth.
// Thread-safe.
tl::expected<Json, ParseFailure> parse_statement(std::string_view statement,
                                                 int depth_max = kDepthMax);

// Small questions about the parser's JSON. Absent members are empty values.
std::string text_of(const Json& node, const char* key);
const Json& member(const Json& node, const char* key);
bool flag_of(const Json& node, const char* key);
std::size_t place_of(const Json& node);  // "location", 0 where absent
// The only key of {"ColumnDef": {...}}, and what stands under it.
std::string kind_of(const Json& node);
const Json& inside(const Json& node);
// [{"String": {"sval": "a"}}, ...]
std::vector<std::string> strings_of(const Json& list);

}  // namespace dbx::sql
