// From a spec to a plan: counts, order, then one table after the other.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/dirt.h"
#include "dbx/seed/random.h"
#include "dbx/seed/row_counts.h"
#include "dbx/seed/seed.h"
#include "dbx/seed/table_builder.h"
#include "dbx/spec/parse.h"

namespace dbx::seed {
namespace {

struct Built {
  std::unique_ptr<TableModel> model;
  Parent parent;
  RowCount count;
  Diagnostics notes;
  bool shared_out = false;
};

bool only_too_many_rows(const Diagnostics& problems) {
  return std::all_of(problems.begin(), problems.end(), [](const Diagnostic& problem) {
    return problem.code == Code::kNotEnoughValues;
  });
}

// A default number of rows gives way where keys or unique columns have fewer values.
Result<Built> build_table(const spec::Spec& spec, const spec::TablePlace& place,
                          const Options& options, bool referenced, const Parents& parents) {
  RowCount count = row_count(*place.table, options);
  while (true) {
    TableBuilder builder({spec, place, count.rows, count.by_default, options, referenced, parents});
    Result<std::unique_ptr<TableModel>> model = builder.build();
    if (model) {
      Parent parent = builder.as_parent(**model);
      count.rows = builder.rows();
      if (!builder.rows_why().empty()) count.why = builder.rows_why();
      return Built{std::move(*model), std::move(parent), count, builder.take_notes(),
                   builder.shared_out()};
    }
    if (!count.by_default || count.rows == 1 || builder.shared_out() ||
        !only_too_many_rows(model.error())) {
      return fail(model.error());
    }
    const std::int64_t half = count.rows / 2;
    count.rows = builder.rows_possible().value_or(half);
    count.why = "as many as its keys and unique columns have values for";
  }
}

TablePlan describe(const TableModel& model, const RowCount& count) {
  TablePlan plan;
  plan.name = model.table();
  plan.rows = model.row_count();
  plan.rows_why = count.why;
  plan.base_rows = count.rows;
  plan.source = &model;
  for (const ColumnModel& column : model.models()) {
    plan.columns.push_back({column.column.name, column.column.type, column.generator_name,
                            column.why, column.null_rate});
  }
  return plan;
}

// Of all that the rows follow from.
std::string key_of(const spec::Spec& spec, const Options& options,
                   const std::vector<TablePlan>& tables) {
  std::string text =
      fmt::format("engine {}\nseed {}\ndates {} {}\nstress {} {} {}\n", kEngineVersion,
                  options.seed, options.dates.begin, options.dates.days, options.fan_out_sigma,
                  options.wide_rate, options.null_storm_rate);
  const std::set<std::string> referenced = spec::referenced_tables(spec);
  for (const TablePlan& table : tables) {
    if (referenced.contains(table.name) || table.shared_out) {
      text += fmt::format("{} {}\n", table.name, table.base_rows);
    }
  }
  for (const LocaleShare& share : options.locale) {
    text += fmt::format("locale {} {}\n", share.name, share.weight);
  }
  for (const auto& [table, rates] : options.null_rates) {
    for (const auto& [column, rate] : rates) {
      text += fmt::format("nulls {} {} {}\n", table, column, rate);
    }
  }
  for (const auto& [table, dirt] : options.dirt) {
    for (const spec::Dirt& defect : dirt) {
      text += fmt::format("dirt {} {} {} {} {}\n", table, static_cast<int>(defect.kind),
                          defect.column, defect.rate, defect.days);
    }
  }
  for (const auto& [table, columns] : options.fan_out) {
    for (const auto& [column, fill] : columns) {
      text += fmt::format("fan out {} {}", table, column);
      for (const spec::FillParameter& parameter : fill.parameters) {
        text += fmt::format(" {} {} {}", parameter.name, fmt::join(parameter.values, ","),
                            fmt::join(parameter.weights, ","));
      }
      text += "\n";
    }
  }
  if (options.calendar) text += "calendar\n" + options.calendar->text();
  for (const auto& [table, calendar] : options.calendars) {
    text += fmt::format("calendar {}\n{}", table, calendar->text());
  }
  return sha256(text + spec::print(spec));
}

}  // namespace

const TablePlan* SeedPlan::find(std::string_view table) const {
  for (const TablePlan& plan : *tables_) {
    if (plan.name == table) return &plan;
  }
  return nullptr;
}

Result<SeedPlan> make(const spec::Spec& spec, const Options& options) {
  if (Diagnostics problems = check_options(spec, options); !problems.empty()) {
    return fail(std::move(problems));
  }
  DBX_TRY(const std::vector<spec::TablePlace> order, fill_order(spec));
  const std::set<std::string> referenced = spec::referenced_tables(spec);
  Diagnostics problems;
  Parents parents;
  SeedPlan plan;
  std::vector<TablePlan> tables;
  for (const spec::TablePlace& place : order) {
    const bool orphaned =  // its parent failed already; one report is enough
        !problems.empty() &&
        std::any_of(place.table->foreign_keys.begin(), place.table->foreign_keys.end(),
                    [&](const spec::ForeignKey& key) {
                      return key.references.table != place.table->name &&
                             !parents.contains(key.references.table);
                    });
    if (orphaned) continue;
    Result<Built> built =
        build_table(spec, place, options, referenced.contains(place.table->name), parents);
    if (!built) {
      problems.insert(problems.end(), built.error().begin(), built.error().end());
      continue;
    }
    tables.push_back(describe(*built->model, built->count));
    tables.back().shared_out = built->shared_out;
    plan.notes_.insert(plan.notes_.end(), built->notes.begin(), built->notes.end());
    if (const auto dirt = options.dirt.find(place.table->name); dirt != options.dirt.end()) {
      auto dirty = std::make_shared<DirtyTable>(
          DirtyTable::make(*built->model, spec, *place.table,
                           table_key(options.seed, place.table->name), dirt->second, plan.notes_));
      if (!dirty->is_clean()) {
        tables.back().source = tables.back().dirty = dirty.get();
        plan.sources_.push_back(std::move(dirty));
      }
    }
    parents[place.table->name] = std::move(built->parent);
    plan.sources_.push_back(std::move(built->model));
  }
  if (!problems.empty()) return fail(std::move(problems));
  plan.key_ = key_of(spec, options, tables);
  plan.tables_ = std::make_shared<const std::vector<TablePlan>>(std::move(tables));
  return plan;
}

}  // namespace dbx::seed
