// How SQLite calls functions in a query.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/select_printer.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

std::string call(query::Function function, const std::vector<std::string>& arguments) {
  using query::Function;
  const std::string list = text::join(arguments, ", ");
  switch (function) {
    case Function::kQuantile:
      return fmt::format("quantile_cont({})", list);
    case Function::kYear:
      return fmt::format("CAST(strftime('%Y', {}) AS INTEGER)", list);
    case Function::kMonthStart:
      return fmt::format("date({}, 'start of month')", list);
    case Function::kQuarterStart:
      return fmt::format(
          "date({0}, 'start of month', printf('-%d months', (strftime('%m', {0}) - 1) % 3))", list);
    case Function::kYearStart:
      return fmt::format("date({}, 'start of year')", list);
    case Function::kToDouble:
      return fmt::format("CAST({} AS REAL)", list);
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

}  // namespace dbx::dialect::sqlite
