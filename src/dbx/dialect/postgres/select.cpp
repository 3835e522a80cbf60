// How PostgreSQL calls functions in a query.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/select_printer.h"

namespace dbx::dialect::postgres {
namespace {

std::string call(query::Function function, const std::vector<std::string>& arguments) {
  using query::Function;
  const std::string list = text::join(arguments, ", ");
  switch (function) {
    case Function::kQuantile:
      return fmt::format("percentile_cont({}) WITHIN GROUP (ORDER BY {})", arguments.at(1),
                         arguments.at(0));
    case Function::kYear:
      return fmt::format("extract(year FROM {})::integer", list);
    case Function::kMonthStart:
      return fmt::format("date_trunc('month', {})::date", list);
    case Function::kQuarterStart:
      return fmt::format("date_trunc('quarter', {})::date", list);
    case Function::kYearStart:
      return fmt::format("date_trunc('year', {})::date", list);
    case Function::kToDouble:
      return fmt::format("CAST({} AS double precision)", list);
    // round(double precision, digits) is not there.
    case Function::kRound:
      return arguments.size() == 2
                 ? fmt::format("round(({})::numeric, {})", arguments[0], arguments[1])
                 : fmt::format("round({})", list);
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

}  // namespace dbx::dialect::postgres
