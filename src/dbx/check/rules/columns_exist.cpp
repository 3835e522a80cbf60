// Keys, indexes, partitions and rates name columns that their table has.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

void check_column(Context& context, const TableView& view, const std::string& column,
                  const std::string& pointer) {
  if (column.empty() || view.find_column(column) != nullptr) return;
  Diagnostic& finding =
      context.error(Code::kUnknownColumn, pointer,
                    fmt::format("{} has no column '{}'", view.table->name, column));
  finding.label = "no such column";
  finding.hint = nearest_hint(column, view.column_names());
}

void check_columns(Context& context, const TableView& view, const std::vector<std::string>& columns,
                   const std::string& pointer) {
  for (const std::string& column : columns) check_column(context, view, column, pointer);
}

// region > country > city
void check_hierarchies(Context& context, const TableView& view) {
  for (std::size_t i = 0; i < view.table->columns.size(); ++i) {
    const spec::Column& column = view.table->columns[i];
    if (column.hierarchy.empty()) continue;
    for (const std::string_view level : text::split(column.hierarchy, '>')) {
      check_column(context, view, std::string(text::trim(level)),
                   fmt::format("{}/columns/{}/hierarchy", view.pointer, i));
    }
  }
}

// hash(column)
void check_distribution(Context& context, const TableView& view) {
  const std::string& distribution = view.table->distribution;
  const std::size_t open = distribution.find('(');
  if (open == std::string::npos || !distribution.ends_with(')')) return;
  const std::string_view column =
      std::string_view(distribution).substr(open + 1, distribution.size() - open - 2);
  check_column(context, view, std::string(text::trim(column)), view.pointer + "/distribution");
}

}  // namespace

void check_columns_exist(Context& context) {
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    check_columns(context, view, table.natural_key, view.pointer + "/natural_key");
    check_columns(context, view, table.primary_key, view.pointer + "/primary_key");
    for (std::size_t i = 0; i < table.unique.size(); ++i) {
      check_columns(context, view, table.unique[i], fmt::format("{}/unique/{}", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.indexes.size(); ++i) {
      const std::string pointer = fmt::format("{}/indexes/{}", view.pointer, i);
      check_columns(context, view, spec::column_names(table.indexes[i]), pointer + "/columns");
      check_columns(context, view, table.indexes[i].include, pointer + "/include");
      check_columns(context, view, table.indexes[i].descending, pointer + "/descending");
    }
    if (table.partitioning) {
      check_column(context, view, table.partitioning->column,
                   view.pointer + "/partitioning/column");
    }
    check_hierarchies(context, view);
    check_distribution(context, view);
    for (std::size_t i = 0; i < table.measures.size(); ++i) {
      const std::string pointer = fmt::format("{}/measures/{}", view.pointer, i);
      check_column(context, view, table.measures[i].numerator, pointer + "/numerator");
      check_column(context, view, table.measures[i].denominator, pointer + "/denominator");
    }
  }
}

}  // namespace dbx::check
