// Words of a spec or of a user for tables and columns; see model.h.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/answer/model.h"
#include "dbx/answer/named.h"
#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

template <class List>
std::string nearest_name(const List& list, std::string_view name) {
  std::vector<std::string> names;
  for (const auto& item : list) names.push_back(item.name);
  const auto near = text::nearest(name, names);
  return near ? fmt::format("did you mean '{}'?", *near)
              : fmt::format("there are {}", text::join(names, ", "));
}

}  // namespace

Status teach(Model& model, std::string_view words, std::string_view meaning) {
  const std::size_t dot = meaning.find('.');
  const std::string_view table_name = meaning.substr(0, dot);
  const auto table = find_named(model.tables, table_name);
  if (table == model.tables.end()) {
    return fail(Code::kUnknownTable, fmt::format("no table '{}'", table_name),
                nearest_name(model.tables, table_name));
  }
  if (dot == std::string_view::npos) {
    table->synonyms.push_back(words_of(words, {}));
    return {};
  }
  const std::string_view column_name = meaning.substr(dot + 1);
  const auto column = find_named(table->columns, column_name);
  if (column == table->columns.end()) {
    return fail(Code::kUnknownColumn,
                fmt::format("no column '{}' in '{}'", column_name, table->name),
                nearest_name(table->columns, column_name));
  }
  column->synonyms.push_back(words_of(words, {}));
  return {};
}

}  // namespace dbx::answer
