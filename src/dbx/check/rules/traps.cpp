// Joins that count twice: a fan (a measure of the one side joined to the many) and a chasm (a
// measure spread over a many-to-many without weights).
#include <fmt/format.h>

#include <algorithm>

#include "dbx/check/context.h"

namespace dbx::check {
namespace {

bool has_additive_measure(const spec::Table& table) {
  return std::any_of(table.measures.begin(), table.measures.end(), [](const spec::Column& measure) {
    return measure.additivity.value_or(spec::Additivity::kAdditive) == spec::Additivity::kAdditive;
  });
}

void check_fans(Context& context, const TableView& view) {
  for (std::size_t i = 0; i < view.table->foreign_keys.size(); ++i) {
    const TableView* parent = context.find_table(view.table->foreign_keys[i].references.table);
    if (parent == nullptr || parent->table->kind != spec::TableKind::kFact ||
        parent->table == view.table || !has_additive_measure(*parent->table)) {
      continue;
    }
    context
        .warning(Code::kFanTrap, fmt::format("{}/foreign_keys/{}/references", view.pointer, i),
                 fmt::format("measures of '{}' count once for every row of '{}' when the two are "
                             "joined",
                             parent->table->name, view.table->name))
        .hint = "let both reference the dimensions, and total each fact before joining";
  }
}

bool has_weight(const spec::Table& bridge) {
  return std::any_of(bridge.columns.begin(), bridge.columns.end(), [](const spec::Column& column) {
    return column.name.find("weight") != std::string::npos ||
           column.name.find("share") != std::string::npos ||
           column.name.find("allocation") != std::string::npos ||
           column.name.find("percent") != std::string::npos;
  });
}

void check_chasm(Context& context, const TableView& bridge) {
  if (has_weight(*bridge.table)) return;
  for (const TableView& fact : context.tables()) {
    if (fact.table->kind != spec::TableKind::kFact || !has_additive_measure(*fact.table)) continue;
    for (const spec::ForeignKey& mine : bridge.table->foreign_keys) {
      const bool shared =
          std::any_of(fact.table->foreign_keys.begin(), fact.table->foreign_keys.end(),
                      [&](const spec::ForeignKey& theirs) {
                        return theirs.references.table == mine.references.table;
                      });
      if (!shared) continue;
      context
          .warning(Code::kChasmTrap, bridge.pointer + "/name",
                   fmt::format("measures of '{}' count several times through '{}', which has no "
                               "weight",
                               fact.table->name, bridge.table->name))
          .hint = "add a weight column whose values sum to 1 for each group";
      return;
    }
  }
}

}  // namespace

void check_traps(Context& context) {
  for (const TableView& view : context.tables()) {
    if (view.table->kind == spec::TableKind::kFact) check_fans(context, view);
    if (view.table->kind == spec::TableKind::kBridge) check_chasm(context, view);
  }
}

}  // namespace dbx::check
