// Names that an engine would refuse or cut, or that nobody could read. What merely needs quotes is
// a matter of style (naming.cpp).
#include <fmt/format.h>

#include "dbx/base/lookalike.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

// PostgreSQL cuts longer names with only a notice.
constexpr std::size_t kNameBytesMax = 63;

std::string problem_with(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > kNameBytesMax) {
    return fmt::format("has {} bytes, {} at most", name.size(), kNameBytesMax);
  }
  if (name.starts_with("db_assistant_")) return "begins with db_assistant_, which is dbx's own";
  return text::invisible_in(name);
}

void check_name(Context& context, std::string_view name, const std::string& pointer) {
  const std::string problem = problem_with(name);
  if (problem.empty()) return;
  // A name that cannot be shown is not: it could end the line or turn it around.
  const bool shown = text::invisible_in(name).empty();
  context
      .error(Code::kBadIdentifier, pointer,
             shown ? fmt::format("name '{}' {}", name, problem) : "the name " + problem)
      .label = "not a name";
}

}  // namespace

void check_identifiers(Context& context) {
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    check_name(context, table.name, view.pointer + "/name");
    if (!table.surrogate_key.empty()) {
      check_name(context, table.surrogate_key, view.pointer + "/surrogate_key");
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      check_name(context, table.columns[i].name,
                 fmt::format("{}/columns/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.measures.size(); ++i) {
      check_name(context, table.measures[i].name,
                 fmt::format("{}/measures/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.foreign_keys.size(); ++i) {
      for (const std::string& column : table.foreign_keys[i].columns) {
        check_name(context, column, fmt::format("{}/foreign_keys/{}/column", view.pointer, i));
      }
    }
    for (std::size_t i = 0; i < table.indexes.size(); ++i) {
      check_name(context, table.indexes[i].name,
                 fmt::format("{}/indexes/{}/name", view.pointer, i));
    }
  }
  for (std::size_t i = 0; i < context.spec().views.size(); ++i) {
    check_name(context, context.spec().views[i].name, fmt::format("/views/{}/name", i));
  }
}

}  // namespace dbx::check
