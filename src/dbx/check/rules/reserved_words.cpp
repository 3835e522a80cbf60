// Names that mean something else in SQL must be quoted in every query that anyone ever writes.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

// Reserved in PostgreSQL 15, SQL Server or DuckDB and likely to be thought of as a name.
bool is_reserved(std::string_view name) {
  static constexpr std::array<std::string_view, 56> kWords = {
      "all",        "and",     "any",      "as",     "asc",   "between", "by",     "case",
      "cast",       "check",   "column",   "create", "cross", "current", "date",   "default",
      "delete",     "desc",    "distinct", "drop",   "else",  "end",     "exists", "false",
      "for",        "foreign", "from",     "full",   "grant", "group",   "having", "in",
      "index",      "inner",   "insert",   "into",   "is",    "join",    "key",    "left",
      "like",       "limit",   "not",      "null",   "on",    "or",      "order",  "primary",
      "references", "right",   "select",   "table",  "then",  "union",   "user",   "where"};
  return std::find(kWords.begin(), kWords.end(), text::to_lower(name)) != kWords.end();
}

void check_name(Context& context, const std::string& name, const std::string& pointer) {
  if (!is_reserved(name)) return;
  context.warning(Code::kReservedWord, pointer, fmt::format("'{}' is a reserved word of SQL", name))
      .hint = "every query must quote it; another name spares that";
}

}  // namespace

void check_reserved_words(Context& context) {
  for (const TableView& view : context.tables()) {
    check_name(context, view.table->name, view.pointer + "/name");
    for (std::size_t i = 0; i < view.table->columns.size(); ++i) {
      check_name(context, view.table->columns[i].name,
                 fmt::format("{}/columns/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < view.table->measures.size(); ++i) {
      check_name(context, view.table->measures[i].name,
                 fmt::format("{}/measures/{}/name", view.pointer, i));
    }
  }
}

}  // namespace dbx::check
