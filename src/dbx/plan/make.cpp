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

namespace {

// The schemas are kept in the plan: moved there where the caller has no use for them.
Result<Plan> make_of(Schema current, Schema target, const Options& options) {
  Plan plan;
  plan.options = options;
  plan.current = schema::canonical(std::move(current));
  plan.target = schema::canonical(std::move(target));
  Difference difference(plan.renamed, plan.target);
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

void forget_renames(Schema& schema) {
  for (schema::Table& table : schema.tables) {
    table.renamed_from.clear();
    for (schema::Column& column : table.columns) column.renamed_from.clear();
  }
}

}  // namespace

Result<Plan> make(const Schema& current, const Schema& target, const Options& options) {
  return make_of(current, target, options);
}

namespace {

// What a table has of its parents under which names only its own database knows: the target may
// come from another one.
void keep_known_inheritance(const Schema& known, Schema& schema) {
  for (schema::Table& table : schema.tables) {
    if (!table.partition_of && table.inherits.empty()) continue;
    const schema::Table* old = schema::find_table(known, schema::name_of(table));
    const bool same_parents =
        old != nullptr && old->inherits == table.inherits &&
        old->partition_of.has_value() == table.partition_of.has_value() &&
        (!old->partition_of || old->partition_of->parent == table.partition_of->parent);
    table.inherited.value.clear();
    if (same_parents) table.inherited = old->inherited;
  }
}

}  // namespace

Result<Plan> reverse(const Plan& plan) {
  Schema from = plan.target;
  Schema to = plan.current;
  forget_renames(from);
  forget_renames(to);
  keep_known_inheritance(plan.renamed, from);
  std::map<Name, schema::Table*> tables;
  for (schema::Table& table : to.tables) tables.emplace(schema::name_of(table), &table);
  std::map<Name, Name> names_before;
  for (const RenameTable& rename : plan.renamed_tables) {
    names_before.insert_or_assign(rename.to, rename.from);
    const auto table = tables.find(rename.from);
    if (table == tables.end()) continue;
    table->second->renamed_from = rename.to.schema.empty()
                                      ? spec::join_name({rename.to.name})
                                      : spec::join_name({rename.to.schema, rename.to.name});
  }
  for (const ColumnRenames& renames : plan.renamed_columns) {
    const auto moved = names_before.find(renames.table);
    const auto table = tables.find(moved == names_before.end() ? renames.table : moved->second);
    if (table == tables.end()) continue;
    for (const auto& [old_name, new_name] : renames.columns) {
      for (schema::Column& column : table->second->columns) {
        if (column.name == old_name) column.renamed_from = new_name;
      }
    }
  }
  DBX_TRY(Plan back, make_of(std::move(from), std::move(to), plan.options));
  for (Change& change : back.changes) {
    auto* add = std::get_if<AddColumn>(&change);
    if (add == nullptr) continue;
    const schema::Column& column = add->column;
    add->fill_rows =
        !column.nullable && !column.default_value && column.generated.empty() && !column.identity;
  }
  return back;
}

}  // namespace dbx::plan
