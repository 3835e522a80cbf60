// Warehouse naming: snake_case and the prefixes of dimensions and facts, as `naming` says.
#include <fmt/format.h>

#include "dbx/base/lookalike.h"
#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

void warn(Context& context, const std::string& name, const std::string& pointer,
          const std::string& problem) {
  context.warning(Code::kNamingStyle, pointer, fmt::format("'{}' {}", name, problem));
}

void check_case(Context& context, const std::string& name, const std::string& pointer) {
  // An empty name or one that cannot be shown is an error already.
  if (name.empty() || !text::invisible_in(name).empty()) return;
  if (!text::is_identifier(name)) {
    warn(context, name, pointer, "is not in snake_case: every query must quote it");
  } else if (text::to_lower(name) != name) {
    warn(context, name, pointer, "is not in snake_case");
  }
}

}  // namespace

void check_naming(Context& context) {
  const spec::Naming& naming = context.spec().naming;
  if (naming.style == spec::NamingStyle::kAny) return;
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    const std::string pointer = view.pointer + "/name";
    check_case(context, table.name, pointer);
    if (table.kind == spec::TableKind::kDimension &&
        !table.name.starts_with(naming.dimension_prefix)) {
      warn(context, table.name, pointer,
           "is a dimension, but does not begin with " + naming.dimension_prefix);
    }
    if (table.kind == spec::TableKind::kFact && !table.name.starts_with(naming.fact_prefix)) {
      warn(context, table.name, pointer,
           "is a fact, but does not begin with " + naming.fact_prefix);
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      check_case(context, table.columns[i].name,
                 fmt::format("{}/columns/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.measures.size(); ++i) {
      check_case(context, table.measures[i].name,
                 fmt::format("{}/measures/{}/name", view.pointer, i));
    }
  }
}

}  // namespace dbx::check
