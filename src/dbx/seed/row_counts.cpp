// Default row counts, options, and the order of tables.
#include "dbx/seed/row_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "dbx/base/text.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/locale/choice.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kFactRows = 100'000;
constexpr std::int64_t kBridgeRows = 2'000;
constexpr std::int64_t kTableRows = 1'000;
constexpr std::int64_t kDimensionRows = 300;

// How many there usually are of what a dimension is named after.
struct Population {
  std::string_view patterns;
  std::int64_t rows;
};
constexpr std::array kPopulations = std::to_array<Population>({
    {"_region_ _channel_ _segment_ _status_ _type_ _method_ _tier_ _priority_ _currency_ _reason_ "
     "_gender_",
     8},
    {"_country_", 40},
    {"_category_ _brand_ _department_ _campaign_ _promotion_ _carrier_ _plan_ _course_ _diagnosis_",
     40},
    {"_store_ _branch_ _warehouse_ _location_ _site_ _plant_ _facility_ _hospital_ _airport_ "
     "_city_",
     50},
    {"_supplier_ _vendor_ _agent_ _employee_ _teacher_ _physician_ _doctor_ _provider_ _officer_",
     200},
    {"_customer_ _client_ _account_ _patient_ _member_ _user_ _student_ _borrower_ _subscriber_ "
     "_loan_ "
     "_person_ _policy_ _contract_ _product_ _item_",
     1000},
});

Diagnostic bad_rows(const std::string& table, std::int64_t rows) {
  Diagnostic problem;
  problem.code = Code::kBadRowCount;
  problem.message = fmt::format("{} rows for {} cannot be made", rows, table);
  problem.hint = fmt::format("ask for 1 to {} rows", text::group_digits(kRowsMax));
  return problem;
}

std::int64_t scaled(std::int64_t rows, double factor) {
  const double wanted = std::floor(static_cast<double>(rows) * factor + 0.5);
  if (wanted >= static_cast<double>(kRowsMax)) return kRowsMax;
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(wanted));
}

bool takes_null(const spec::Spec& spec, const spec::Table& table, const spec::ForeignKey& key) {
  for (const spec::EffectiveColumn& column : spec::effective_columns(spec, table)) {
    const bool own =
        std::find(key.columns.begin(), key.columns.end(), column.column.name) != key.columns.end();
    if (own && !column.column.nullable) return false;
  }
  return true;
}

}  // namespace

Diagnostics check_options(const spec::Spec& spec, const Options& options) {
  Diagnostics problems;
  std::vector<std::string> names;
  for (const spec::TablePlace& place : spec::all_tables(spec)) names.push_back(place.table->name);
  for (const auto& [table, rows] : options.rows) {
    if (std::find(names.begin(), names.end(), table) == names.end()) {
      Diagnostic problem;
      problem.code = Code::kUnknownTable;
      problem.message = fmt::format("no such table '{}'", table);
      const auto near = text::nearest(table, names);
      problem.hint = near ? fmt::format("did you mean '{}'?", *near)
                          : fmt::format("there are {}", text::join(names, ", "));
      problems.push_back(std::move(problem));
    } else if (rows < 1 || rows > kRowsMax) {
      problems.push_back(bad_rows(table, rows));
    }
  }
  for (const LocaleShare& share : options.locale) {
    if (!find_locale(share.name)) problems.push_back(unknown_locale(share.name));
    if (!(share.weight > 0)) {
      Diagnostic problem;
      problem.code = Code::kBadFill;
      problem.message = fmt::format("the weight of locale '{}' must be above 0", share.name);
      problems.push_back(std::move(problem));
    }
  }
  if (!(options.scale > 0) || options.scale > 1e9) {
    Diagnostic problem;
    problem.code = Code::kBadRowCount;
    problem.message = fmt::format("a scale of {} is not possible", options.scale);
    problem.hint = "the scale is a number above 0, at most 1e9";
    problems.push_back(std::move(problem));
  }
  return problems;
}

RowCount row_count(const spec::Table& table, const Options& options) {
  if (const auto found = options.rows.find(table.name); found != options.rows.end()) {
    return {found->second, "asked for", false};
  }
  switch (table.kind) {
    case spec::TableKind::kFact:
      return {scaled(kFactRows, options.scale), "the default of a fact", true};
    case spec::TableKind::kBridge:
      return {scaled(kBridgeRows, options.scale), "the default of a bridge", true};
    case spec::TableKind::kTable:
      return {scaled(kTableRows, options.scale), "the default of a table", true};
    case spec::TableKind::kDimension:
      break;
  }
  if (is_date_dimension(table)) {
    return {options.dates.days, "a row for each day of the seed", true};
  }
  const double factor = std::sqrt(options.scale);  // exact by IEEE 754
  const std::string stem = table_stem(table.name);
  for (const Population& population : kPopulations) {
    if (!matches(population.patterns, stem)) continue;
    return {scaled(population.rows, factor), fmt::format("named like '{}'", stem), true};
  }
  return {scaled(kDimensionRows, factor), "the default of a dimension", true};
}

Result<std::vector<spec::TablePlace>> fill_order(const spec::Spec& spec) {
  std::vector<spec::TablePlace> waiting = spec::all_tables(spec);
  std::vector<spec::TablePlace> ordered;
  const auto is_waiting = [&](const std::string& name) {
    return std::any_of(waiting.begin(), waiting.end(),
                       [&](const spec::TablePlace& place) { return place.table->name == name; });
  };
  const auto ready = [&](const spec::TablePlace& place, bool give_up_nullable) {
    for (const spec::ForeignKey& key : place.table->foreign_keys) {
      if (key.references.table == place.table->name || !is_waiting(key.references.table)) continue;
      if (!give_up_nullable || !takes_null(spec, *place.table, key)) return false;
    }
    return true;
  };
  while (!waiting.empty()) {
    auto next = std::find_if(waiting.begin(), waiting.end(),
                             [&](const auto& place) { return ready(place, false); });
    if (next == waiting.end()) {
      next = std::find_if(waiting.begin(), waiting.end(),
                          [&](const auto& place) { return ready(place, true); });
    }
    if (next == waiting.end()) {
      std::vector<std::string> names;
      for (const spec::TablePlace& place : waiting) names.push_back(place.table->name);
      Diagnostic problem;
      problem.code = Code::kCannotFill;
      problem.message = fmt::format("the foreign keys of {} form a cycle in which none may be NULL",
                                    text::join(names, ", "));
      problem.where.pointer = waiting.front().pointer;
      problem.hint = "make one of the keys optional";
      return fail(std::move(problem));
    }
    ordered.push_back(*next);
    waiting.erase(next);
  }
  return ordered;
}

}  // namespace dbx::seed
