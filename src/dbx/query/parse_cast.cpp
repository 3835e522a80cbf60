// CAST(x AS type), x::type, DATE '2026-11-26'.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/query/literals.h"
#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::member;
using sql::place_of;

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

Result<Expression> Reader::cast(const Json& node) {
  const Json& type_name = member(node, "typeName");
  const std::size_t at = place_of(type_name);
  DBX_CHECK_OK(only(type_name, "a type", {"names", "typmods", "typemod", "location"}, at));
  std::vector<std::string> names = sql::strings_of(member(type_name, "names"));
  if (names.size() == 2 && names.front() == "pg_catalog") names.erase(names.begin());
  if (names.size() != 1) {
    return refuse(at, fmt::format("the type {} is not allowed", text::join(names, ".")),
                  "write integer, double precision, numeric, text, date or timestamp");
  }
  DBX_TRY(Expression value, expression(member(node, "arg")));
  return cast_to(names.front(), type_name, std::move(value));
}

Result<Expression> Reader::cast_to(std::string_view type, const Json& type_name, Expression value) {
  const std::size_t at = place_of(type_name);
  DBX_TRY(const std::vector<Expression> sizes, expressions(member(type_name, "typmods")));
  const bool is_text = value.kind == Expression::Kind::kText;
  if (type == "numeric" && sizes.size() <= 2) {
    Expression real = call(Function::kToDouble, {std::move(value)});
    if (sizes.empty()) return real;
    return call(Function::kRound, {std::move(real), sizes.size() == 2 ? sizes[1] : number(0)});
  }
  if (type == "varchar" && sizes.size() == 1) {
    return call(Function::kSubstring,
                {call(Function::kToText, {std::move(value)}), number(1), sizes[0]});
  }
  if (sizes.empty()) {
    if (is_one_of(type, {"int2", "int4", "int8"})) {
      return call(Function::kToInteger, {std::move(value)});
    }
    if (is_one_of(type, {"float4", "float8", "double"}))
      return call(Function::kToDouble, {std::move(value)});
    if (is_one_of(type, {"text", "varchar"})) return call(Function::kToText, {std::move(value)});
    if (type == "date") {
      const auto day = is_text ? read_date(value.text) : std::nullopt;
      if (day) return date(*day);
      if (!is_text) return call(Function::kToDate, {std::move(value)});
      return refuse(at, fmt::format("'{}' is not a date", value.text), "write DATE '2026-11-26'");
    }
    if (type == "timestamp") {
      const std::string midnight = is_text ? value.text + " 00:00:00" : "";
      auto time = is_text ? read_timestamp(value.text) : std::nullopt;
      if (!time) time = read_timestamp(midnight);
      if (time) return timestamp(*time);
      if (!is_text) return call(Function::kToTimestamp, {std::move(value)});
      return refuse(at, fmt::format("'{}' is not a timestamp", value.text),
                    "write TIMESTAMP '2026-11-26 10:00:00'");
    }
  }
  if (type == "interval") {
    return refuse(at, "an interval that is not added to a date",
                  "write date_column + INTERVAL '3 months'");
  }
  return refuse(at, fmt::format("a cast to {} is not allowed", type),
                "integer, double precision, numeric, text, date and timestamp are");
}

}  // namespace dbx::query
