// From a spec to a plan: counts, order, then one table after the other.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/row_counts.h"
#include "dbx/seed/seed.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

struct Built {
  std::unique_ptr<TableModel> model;
  std::optional<DateRange> dates;
  std::map<std::string, IndexPtr, std::less<>> rows_of;
  RowCount count;
  Diagnostics notes;
};

bool only_too_many_rows(const Diagnostics& problems) {
  return std::all_of(problems.begin(), problems.end(), [](const Diagnostic& problem) {
    return problem.code == Code::kNotEnoughValues;
  });
}

// A default number of rows gives way where keys or unique columns have fewer values.
Result<Built> build_table(const spec::Spec& spec, const spec::TablePlace& place,
                          const Options& options, const Parents& parents) {
  RowCount count = row_count(*place.table, options);
  while (true) {
    TableBuilder builder({spec, place, count.rows, count.by_default, options.seed, parents});
    Result<std::unique_ptr<TableModel>> model = builder.build();
    if (model) {
      return Built{std::move(*model), builder.date_range(), builder.parent_rows(), count,
                   builder.notes()};
    }
    if (!count.by_default || count.rows == 1 || !only_too_many_rows(model.error())) {
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
  plan.source = &model;
  for (const ColumnModel& column : model.models()) {
    plan.columns.push_back({column.column.name, column.column.type, column.generator_name,
                            column.why, column.null_rate});
  }
  return plan;
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
    Result<Built> built = build_table(spec, place, options, parents);
    if (!built) {
      problems.insert(problems.end(), built.error().begin(), built.error().end());
      continue;
    }
    plan.notes_.insert(plan.notes_.end(), built->notes.begin(), built->notes.end());
    tables.push_back(describe(*built->model, built->count));
    parents[place.table->name] = {built->model.get(), built->dates, built->rows_of};
    plan.sources_.push_back(std::move(built->model));
  }
  if (!problems.empty()) return fail(std::move(problems));
  plan.tables_ = std::make_shared<const std::vector<TablePlan>>(std::move(tables));
  return plan;
}

}  // namespace dbx::seed
