// The story of a comparison: what is renamed, then types, tables, views and the rest; the phases
// put in a row.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dbx/plan/difference.h"

namespace dbx::plan {

using schema::Schema;

std::vector<Change> Difference::ordered() {
  std::vector<Change> changes;
  for (std::vector<Change>& phase : phases_) {
    std::move(phase.begin(), phase.end(), std::back_inserter(changes));
    phase.clear();
  }
  return changes;
}

void Difference::unsupported(std::string_view object, std::string_view what, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kUnsupportedChange;
  diagnostic.message = fmt::format("{}: {} cannot be planned", object, what);
  diagnostic.hint = hint.empty() ? "add a new table or column, move the rows, and drop the old one"
                                 : std::move(hint);
  problems_.push_back(std::move(diagnostic));
}

Result<Plan> make(const Schema& current, const Schema& target, const Options& options) {
  Plan plan;
  plan.options = options;
  plan.current = schema::canonical(current);
  plan.target = schema::canonical(target);
  Difference difference;
  Renamed renamed = apply_renames(plan.current, plan.target, difference);
  plan.renamed = schema::canonical(std::move(renamed.schema));
  plan.renamed_tables = std::move(renamed.tables);
  plan.renamed_columns = std::move(renamed.columns);
  note_possible_renames(plan.renamed, plan.target, difference);

  compare_types(plan.renamed, plan.target, difference);
  find_touched(plan.renamed, plan.target, difference);
  find_remade(plan.renamed, plan.target, difference);
  compare_tables(plan.renamed, plan.target, options, difference);
  compare_views(plan.renamed, plan.target, difference);
  compare_others(plan.renamed, plan.target, difference);
  compare_settings(plan.renamed, plan.target, difference);
  if (!difference.problems().empty()) return fail(std::move(difference.problems()));
  plan.changes = difference.ordered();
  plan.notes = std::move(difference.notes());
  plan.note_places = std::move(difference.note_places());
  return plan;
}

Result<Plan> reverse(const Plan& plan) {
  Schema from = plan.target;
  Schema to = plan.current;
  for (schema::Table& table : from.tables) {
    table.renamed_from.clear();
    for (schema::Column& column : table.columns) column.renamed_from.clear();
  }
  for (schema::Table& table : to.tables) {
    table.renamed_from.clear();
    for (schema::Column& column : table.columns) column.renamed_from.clear();
  }
  const auto find = [&](const Name& name) {
    return std::find_if(to.tables.begin(), to.tables.end(),
                        [&](const schema::Table& table) { return schema::name_of(table) == name; });
  };
  for (const RenameTable& rename : plan.renamed_tables) {
    const auto table = find(rename.from);
    if (table == to.tables.end()) continue;
    table->renamed_from = rename.to.schema.empty()
                              ? spec::join_name({rename.to.name})
                              : spec::join_name({rename.to.schema, rename.to.name});
  }
  for (const ColumnRenames& renames : plan.renamed_columns) {
    Name before = renames.table;
    for (const RenameTable& rename : plan.renamed_tables) {
      if (rename.to == renames.table) before = rename.from;
    }
    const auto table = find(before);
    if (table == to.tables.end()) continue;
    for (const auto& [old_name, new_name] : renames.columns) {
      for (schema::Column& column : table->columns) {
        if (column.name == old_name) column.renamed_from = new_name;
      }
    }
  }
  return make(from, to, plan.options);
}

}  // namespace dbx::plan
