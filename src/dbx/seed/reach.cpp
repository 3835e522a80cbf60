// TableBuilder: columns that other columns read - of the row, or of a parent's row.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/copula.h"
#include "dbx/seed/looked_up.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

std::string did_you_mean(std::string_view name, const std::vector<std::string>& names) {
  const auto near = text::nearest(name, names);
  return near ? fmt::format("did you mean '{}'?", *near) : "";
}

}  // namespace

Result<Reached> TableBuilder::reach(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || find(path) != nullptr) {
    DBX_TRY(const Generator* own, sibling(path));
    return Reached{std::shared_ptr<const Generator>(std::shared_ptr<void>(), own), own,
                   find(path)->type};
  }
  const std::string_view head = path.substr(0, dot);
  DBX_TRY(const std::size_t k, key_towards(head));
  const spec::ForeignKey& key = table_.foreign_keys[k];
  const Parent* parent = parent_of(key);
  if (parent == nullptr || !parent_rows_[k]) {
    return fail(Code::kBadFill,
                fmt::format("the rows of '{}' are not known where those of '{}' are made",
                            key.references.table, table_.name),
                "a parent that is a date, this table itself or part of a cycle cannot be read");
  }
  const std::string_view column = path.substr(dot + 1);
  const ColumnModel* model = parent->model->find(column);
  if (model == nullptr) {
    std::vector<std::string> names;
    for (const ColumnModel& one : parent->model->models()) names.push_back(one.column.name);
    return fail(Code::kBadFill,
                fmt::format("'{}' has no column '{}'", key.references.table, column),
                did_you_mean(column, names));
  }
  Reached reached{
      look_up(parent_rows_[k], *model->generator, model->column.type, parent->model->row_count()),
      nullptr,
      model->column.type,
      {},
      nullptr};
  if (shared_out() && k == fan_out_.foreign_key) reached.fan_out = fan_out_.layout;
  if (model->null_rate > 0) {
    reached.is_null = [index = parent_rows_[k], table = parent->model, model](std::int64_t row) {
      index->map(std::span(&row, 1));
      return table->is_null(*model, row);
    };
  }
  return reached;
}

// The foreign key that a path begins with: its table's name, or that of its column.
Result<std::size_t> TableBuilder::key_towards(std::string_view head) const {
  std::vector<std::string> names;
  std::vector<std::size_t> by_table;
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const spec::ForeignKey& key = table_.foreign_keys[k];
    if (std::find(key.columns.begin(), key.columns.end(), head) != key.columns.end()) return k;
    if (key.references.table == head) by_table.push_back(k);
    names.push_back(key.references.table);
    names.insert(names.end(), key.columns.begin(), key.columns.end());
  }
  if (by_table.size() == 1) return by_table[0];
  if (by_table.size() > 1) {
    return fail(Code::kBadFill,
                fmt::format("'{}' refers to '{}' by {} keys", table_.name, head, by_table.size()),
                fmt::format("name the key's column: {}.<column>",
                            table_.foreign_keys[by_table[0]].columns[0]));
  }
  return fail(Code::kBadFill, fmt::format("'{}' refers to no table '{}'", table_.name, head),
              did_you_mean(head, names));
}

Status TableBuilder::settle_correlations() {
  std::vector<CopulaColumn> columns;
  for (const Slot& slot : slots_) {
    columns.push_back(
        {slot.column.name, slot.column.fill ? &*slot.column.fill : nullptr, slot.pointer});
  }
  DBX_TRY(Copula copula, read_copula(table_.name, columns));
  latents_ = std::move(copula.latents);
  notes_.insert(notes_.end(), copula.notes.begin(), copula.notes.end());
  return {};
}

// What is tied together must be distributions, drawn once a row, or once an entity, all of them.
Status TableBuilder::check_correlations() {
  Diagnostics problems;
  const Slot* first = nullptr;
  for (const Slot& slot : slots_) {
    if (!latents_.contains(slot.column.name)) continue;
    const GeneratorEntry* entry = find_generator(slot.generator_name);
    Diagnostic problem;
    problem.code = Code::kBadFill;
    problem.where.pointer = slot.pointer;
    if (entry == nullptr || entry->bond != Bond::kCorrelates) {
      problem.message =
          fmt::format("'{}' ({}) is not drawn from a distribution, so nothing correlates with it",
                      slot.column.name, slot.generator_name);
      problem.hint = "give it a `fill:` such as normal, lognormal, poisson or categorical";
      problems.push_back(std::move(problem));
      continue;
    }
    if (first == nullptr) first = &slot;
    const bool apart = bool(first->index) != bool(slot.index) ||
                       first->carry.has_value() != slot.carry.has_value() || slot.unique;
    if (!apart) continue;
    problem.message =
        slot.unique ? fmt::format("'{}' is unique, so it cannot be correlated", slot.column.name)
                    : fmt::format(
                          "'{}' and '{}' cannot be correlated: one changes from row "
                          "to row, the other only with what the row is about",
                          first->column.name, slot.column.name);
    problems.push_back(std::move(problem));
  }
  if (!problems.empty()) return fail(std::move(problems));
  return {};
}

}  // namespace dbx::seed
