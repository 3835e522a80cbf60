// A grain names one level: a column that the others already decide makes two. Three cases are
// certain: some of the columns are unique by themselves, a date stands beside its own month or
// year, a child stands beside the parent that its dimension references.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

using Names = std::vector<std::string>;

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_proper_part(const Names& part, const Names& whole) {
  return !part.empty() && part.size() < whole.size() &&
         std::all_of(part.begin(), part.end(),
                     [&](const std::string& name) { return holds(whole, name); });
}

// The columns that identify a row by the spec's own word, fewer than the grain names; or none.
Names unique_part(const spec::Table& table, const Names& grain) {
  if (is_proper_part(table.primary_key, grain)) return table.primary_key;
  for (const Names& key : table.unique) {
    if (is_proper_part(key, grain)) return key;
  }
  for (const spec::Column& column : table.columns) {
    if (column.unique && is_proper_part({column.name}, grain)) return {column.name};
  }
  return {};
}

// order_date_key -> order_date; then, where it ends with `unit`, what stands before: order_.
bool cut_unit(std::string_view name, std::string_view unit, std::string_view& stem) {
  for (const std::string_view key : {"_key", "_id"}) {
    if (name.ends_with(key)) name.remove_suffix(key.size());
  }
  if (!name.ends_with(unit)) return false;
  stem = name.substr(0, name.size() - unit.size());
  return stem.empty() || stem.ends_with('_');
}

// order_date and order_month: the date decides the month.
bool is_period_of(std::string_view period, std::string_view date) {
  std::string_view date_stem;
  if (!cut_unit(date, "date", date_stem)) return false;
  for (const std::string_view unit : {"week", "month", "quarter", "year"}) {
    std::string_view stem;
    if (cut_unit(period, unit, stem) && stem == date_stem) return true;
  }
  return false;
}

const spec::ForeignKey* single_key(const spec::Table& table, std::string_view column) {
  for (const spec::ForeignKey& key : table.foreign_keys) {
    if (key.columns.size() == 1 && key.columns[0] == column) return &key;
  }
  return nullptr;
}

// Does the row that `child` references hold the same column, referencing the same table?
bool is_parent_of(const Context& context, const spec::Table& fact, std::string_view parent,
                  std::string_view child) {
  const spec::ForeignKey* to_child = single_key(fact, child);
  const spec::ForeignKey* to_parent = single_key(fact, parent);
  if (to_child == nullptr || to_parent == nullptr || !to_child->role.empty() ||
      !to_parent->role.empty() || to_child->references.table == to_parent->references.table) {
    return false;
  }
  const TableView* dimension = context.find_table(to_child->references.table);
  if (dimension == nullptr) return false;
  const spec::ForeignKey* same = single_key(*dimension->table, parent);
  return same != nullptr && same->references == to_parent->references;
}

void report(Context& context, const TableView& view, std::string message, std::string hint) {
  context
      .error(Code::kAmbiguousGrain,
             view.pointer + (view.table->grain_columns.empty() ? "/grain" : "/grain_columns"),
             std::move(message))
      .hint = std::move(hint);
}

void check_fact(Context& context, const TableView& view) {
  const Names grain = spec::grain_of(*view.table);
  if (const Names part = unique_part(*view.table, grain); !part.empty()) {
    return report(context, view,
                  fmt::format("the grain of '{}' mixes two levels: {} alone identifies a row",
                              view.table->name, text::join(part, ", ")),
                  "leave the other columns out of the grain, or the key is not unique");
  }
  for (const std::string& coarse : grain) {
    for (const std::string& fine : grain) {
      if (&coarse == &fine) continue;
      if (!is_period_of(coarse, fine) && !is_parent_of(context, *view.table, coarse, fine))
        continue;
      report(context, view,
             fmt::format("the grain of '{}' mixes two levels: '{}' already decides '{}'",
                         view.table->name, fine, coarse),
             fmt::format("leave '{}' out of the grain, or '{}' where a row is one of the coarser",
                         coarse, fine));
    }
  }
}

}  // namespace

void check_grain_levels(Context& context) {
  for (const TableView& view : context.tables()) {
    if (view.table->kind == spec::TableKind::kFact) check_fact(context, view);
  }
}

}  // namespace dbx::check
