// Keys, indexes, partitions and rates name columns that their table has.
#include <fmt/format.h>

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
      check_columns(context, view, spec::column_names(table.indexes[i]),
                    fmt::format("{}/indexes/{}/columns", view.pointer, i));
    }
    if (table.partitioning) {
      check_column(context, view, table.partitioning->column,
                   view.pointer + "/partitioning/column");
    }
    for (std::size_t i = 0; i < table.measures.size(); ++i) {
      const std::string pointer = fmt::format("{}/measures/{}", view.pointer, i);
      check_column(context, view, table.measures[i].numerator, pointer + "/numerator");
      check_column(context, view, table.measures[i].denominator, pointer + "/denominator");
    }
  }
}

}  // namespace dbx::check
