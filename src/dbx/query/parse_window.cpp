// OVER: windows, by name or written out, and their frames.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::member;
using sql::place_of;
using sql::text_of;

// FRAMEOPTION_* of PostgreSQL's parsenodes.h
enum : unsigned {
  kNonDefault = 0x1,
  kRange = 0x2,
  kRows = 0x4,
  kBetween = 0x10,
  kStartUnbounded = 0x20,
  kEndUnbounded = 0x100,
  kStartCurrent = 0x200,
  kEndCurrent = 0x400,
  kStartPreceding = 0x800,
  kEndPreceding = 0x1000,
  kStartFollowing = 0x2000,
  kEndFollowing = 0x4000,
};

}  // namespace

Status Reader::over(const Json& node, Expression& call) {
  const std::size_t at = place_of(node);
  const bool is_call = call.kind == Expression::Kind::kCall;
  const FunctionKind kind = is_call ? info(call.function).kind : FunctionKind::kScalar;
  if (!node.contains("over")) {
    if (kind != FunctionKind::kPositional) return {};
    return refuse(at, fmt::format("{}() without OVER", info(call.function).name),
                  "write OVER (ORDER BY ...)");
  }
  const bool refused = kind == FunctionKind::kScalar || call.function == Function::kCountDistinct ||
                       call.function == Function::kQuantile ||
                       call.function == Function::kStringJoin;
  if (refused) {
    return refuse(at, "OVER with a function that has no window",
                  "sum, avg, min, max, count, stddev and ranks have one");
  }
  const Json* definition = &member(node, "over");
  if (const std::string name = text_of(*definition, "name"); !name.empty()) {
    const auto found = windows_.back().find(name);
    if (found == windows_.back().end()) {
      return refuse(at, fmt::format("there is no window {}", name), "write WINDOW name AS (...)");
    }
    definition = found->second;
  }
  DBX_TRY(Window read, window(*definition));
  call.window.push_back(std::move(read));
  return {};
}

Result<Window> Reader::window(const Json& node) {
  DBX_CHECK_OK(only(node, "OVER",
                    {"name", "partitionClause", "orderClause", "frameOptions", "startOffset",
                     "endOffset", "location"},
                    place_of(node)));
  Window window;
  DBX_TRY(window.partition_by, expressions(member(node, "partitionClause")));
  for (const Json& sort : member(node, "orderClause")) {
    DBX_TRY(Order read, order(member(sort, "SortBy")));
    window.order_by.push_back(std::move(read));
  }
  DBX_TRY(window.frame, frame(node));
  return window;
}

Result<std::optional<Frame>> Reader::frame(const Json& node) {
  const Json& value = member(node, "frameOptions");
  const unsigned options = value.is_number_integer() ? value.get<unsigned>() : 0;
  if ((options & kNonDefault) == 0) return std::nullopt;
  const unsigned ends = options & ~(kNonDefault | kRange | kRows | kBetween);
  if ((options & kRange) != 0 && ends == (kStartUnbounded | kEndCurrent)) return std::nullopt;
  if (ends == (kStartUnbounded | kEndUnbounded)) return Frame{};
  if ((options & kRows) == 0) {
    return refuse(place_of(node), "a frame of a window that is not in rows",
                  "write ROWS BETWEEN ... AND ...");
  }
  constexpr unsigned kStarts = kStartUnbounded | kStartCurrent | kStartPreceding | kStartFollowing;
  constexpr unsigned kEnds = kEndUnbounded | kEndCurrent | kEndPreceding | kEndFollowing;
  if ((ends & ~(kStarts | kEnds)) != 0) {
    return refuse(place_of(node), "EXCLUDE in a window is not allowed", "leave it out");
  }
  Frame frame;
  if ((ends & kStartUnbounded) == 0) {
    DBX_TRY(const std::int64_t rows, frame_rows(member(node, "startOffset")));
    frame.from = (ends & kStartPreceding) != 0 ? -rows : rows;
  }
  if ((ends & kEndUnbounded) == 0) {
    DBX_TRY(const std::int64_t rows, frame_rows(member(node, "endOffset")));
    frame.to = (ends & kEndPreceding) != 0 ? -rows : rows;
  }
  return frame;
}

// 0 where it is the current row.
Result<std::int64_t> Reader::frame_rows(const Json& node) {
  if (node.is_null()) return 0;
  DBX_TRY(const Expression rows, expression(node));
  const auto count = rows.kind == Expression::Kind::kNumber ? text::to_int64(rows.text)
                                                            : std::optional<std::int64_t>();
  if (count && *count >= 0) return *count;
  return refuse(0, "the rows of a window's frame are no whole number", "write the number itself");
}

}  // namespace dbx::query
