// SQL text as PostgreSQL reads it -> the query tree, by allow-list: what the tree has no place for
// is refused. Names are not looked up and types not known yet: that is resolve.h, and only a
// resolved tree may be printed. Until then
//   - `*` and `t.*` are columns called *,
//   - `/` is kIntegerDivide, whatever it divides,
//   - USING and NATURAL stand in Join.
// NULLs are sorted last unless the text says otherwise, as everywhere in dbx. Thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

#include "dbx/base/result.h"
#include "dbx/query/query.h"

namespace dbx::query {

// What is longer is not read; nor what nests deeper than kDepthMax, a chain of ANDs included.
constexpr std::size_t kTextBytesMax = std::size_t{32} << 10U;
constexpr int kDepthMax = 200;

// Exactly one SELECT, set operation or WITH of those; a final semicolon and comments do no harm.
// Errors, with line and column: sql-syntax, refused-write, refused-query.
Result<Select> parse(std::string_view text);

}  // namespace dbx::query
