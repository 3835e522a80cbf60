// The type of a column, as the parser says it, in the words of a spec.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/convert/postgres.h"

namespace dbx::convert {
namespace {

constexpr int kDomainDepthMax = 16;  // a domain over a domain over ...

struct Serial {
  std::string_view name;
  spec::TypeKind kind;
};
constexpr std::array kSerials = {
    Serial{"serial", spec::TypeKind::kInt},           Serial{"serial4", spec::TypeKind::kInt},
    Serial{"bigserial", spec::TypeKind::kBigInt},     Serial{"serial8", spec::TypeKind::kBigInt},
    Serial{"smallserial", spec::TypeKind::kSmallInt}, Serial{"serial2", spec::TypeKind::kSmallInt},
};

// (10,2), or nothing; `good` is false where they are no plain numbers.
std::string arguments_of(const Json& modifiers, bool& good) {
  std::vector<std::string> numbers;
  for (const Json& modifier : modifiers) {
    const Json& value = member(member(modifier, "A_Const"), "ival");
    good = good && value.is_object();
    const Json& number = member(value, "ival");  // absent for 0
    numbers.push_back(number.is_number_integer() ? std::to_string(number.get<std::int64_t>())
                                                 : "0");
  }
  return numbers.empty() ? "" : fmt::format("({})", text::join(numbers, ","));
}

spec::Type engine_type(std::string text) {
  spec::Type type;
  type.kind = spec::TypeKind::kEngine;
  type.engine_text = text::replace_all(text, "\"", "");
  return type;
}

}  // namespace

PostgresReader::ColumnType PostgresReader::column_type(const Json& type_name, const Location& where,
                                                       int depth) {
  const std::vector<std::string> names = strings_of(member(type_name, "names"));
  ColumnType result;
  if (names.empty()) {
    result.type = engine_type("unknown");
    return result;
  }
  const bool is_array = !member(type_name, "arrayBounds").empty();
  const bool is_builtin = names.size() == 1 || names[0] == "pg_catalog";
  const QualifiedName own = dotted_name(names);
  for (const Serial& serial : kSerials) {
    if (names.size() != 1 || names[0] != serial.name) continue;
    result.type.kind = serial.kind;
    result.is_serial = result.is_required = true;
    return result;
  }
  if (const Enumeration* enumeration = draft_.find_enumeration(own)) {
    result.type.kind = spec::TypeKind::kText;
    result.type.array = is_array;
    if (!is_array) result.enumeration = enumeration;
    return result;
  }
  for (const Domain& domain : domains_) {
    if (domain.name != own || depth > kDomainDepthMax) continue;
    result = column_type(domain.type_name, where, depth + 1);
    result.type.array = result.type.array || is_array;
    result.is_required = result.is_required || domain.is_required;
    return result;
  }
  bool good = true;
  std::string arguments = arguments_of(member(type_name, "typmods"), good);
  if (!good) {  // geometry(Point, 4326): as it is written
    const std::size_t open = find_outside(statement_text(), "(", place_of(type_name));
    const std::size_t close = find_outside(statement_text(), "", open + 1);
    arguments = tidy_sql(statement_text().substr(std::min(open, close), close + 1 - open));
  }
  const std::string& word = names.back();
  const std::string text = word + arguments + (is_array ? "[]" : "");
  if (word == "interval" && is_builtin) {
    result.type.kind = spec::TypeKind::kInterval;
    result.type.array = is_array;
    if (!arguments.empty()) draft_.note(where, "the fields of an INTERVAL are left out");
    return result;
  }
  // CHARACTER always has a length here; a bpchar without one holds any text.
  if (word == "bpchar" && is_builtin && arguments.empty()) {
    result.type.kind = spec::TypeKind::kText;
    result.type.array = is_array;
    return result;
  }
  // PostgreSQL's bit is a string of bits; elsewhere the word means BOOLEAN.
  const bool is_bits = word == "bit" || word == "varbit";
  if (!is_builtin || !good || is_bits) {
    const bool has_schema = !is_builtin && !own.schema.empty();
    result.type = engine_type((has_schema ? own.schema + "." : "") + text);
    return result;
  }
  result.type = read_type(text, where, draft_);
  return result;
}

}  // namespace dbx::convert
