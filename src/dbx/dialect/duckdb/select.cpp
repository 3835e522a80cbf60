// How DuckDB calls functions in a query.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/select_printer.h"

namespace dbx::dialect::duckdb {
namespace {

std::string call(query::Function function, const std::vector<std::string>& arguments) {
  using query::Function;
  const std::string list = text::join(arguments, ", ");
  switch (function) {
    case Function::kQuantile:
      return fmt::format("quantile_cont({})", list);
    case Function::kYear:
      return fmt::format("year({})", list);
    case Function::kMonthStart:
      return fmt::format("date_trunc('month', {})::DATE", list);
    case Function::kQuarterStart:
      return fmt::format("date_trunc('quarter', {})::DATE", list);
    case Function::kYearStart:
      return fmt::format("date_trunc('year', {})::DATE", list);
    case Function::kToDouble:
      return fmt::format("CAST({} AS DOUBLE)", list);
    default:
      return common_call(function, arguments);
  }
}

}  // namespace

std::string write_select(const query::Select& select) {
  static constexpr SelectWords kWords{[](std::string_view name) { return quote(name); }, quote_text,
                                      call};
  return SelectPrinter(kWords).write(select);
}

}  // namespace dbx::dialect::duckdb
