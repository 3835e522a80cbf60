// Every fact says what one row is, in columns that it has.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

void check_fact(Context& context, const TableView& view) {
  const spec::Table& table = *view.table;
  if (table.grain.empty() && table.grain_columns.empty()) {
    context
        .error(Code::kFactWithoutGrain, view.pointer + "/grain",
               fmt::format("fact '{}' does not say what one row is", table.name))
        .hint =
        "add 'grain:' with the columns that identify a row, for example \"order_id, line_number\"";
    return;
  }
  const std::vector<std::string> columns = spec::grain_of(table);
  if (columns.empty()) {
    context
        .error(Code::kAmbiguousGrain, view.pointer + "/grain",
               fmt::format("the grain of '{}' is a sentence without columns", table.name))
        .hint = "add 'grain_columns:' with the columns that identify a row";
    return;
  }
  const std::string pointer =
      view.pointer + (table.grain_columns.empty() ? "/grain" : "/grain_columns");
  for (const std::string& column : columns) {
    const spec::Column* found = view.find_column(column);
    if (found != nullptr && !found->nullable) continue;
    Diagnostic& finding = context.error(
        Code::kAmbiguousGrain, pointer,
        found == nullptr
            ? fmt::format("grain column '{}' is no column of '{}'", column, table.name)
            : fmt::format("grain column '{}' may be empty, so it identifies no row", column));
    finding.hint = found == nullptr ? nearest_hint(column, view.column_names())
                                    : "declare it with 'nullable: false'";
  }
}

}  // namespace

void check_grain(Context& context) {
  for (const TableView& view : context.tables()) {
    if (view.table->kind == spec::TableKind::kFact) check_fact(context, view);
  }
}

}  // namespace dbx::check
