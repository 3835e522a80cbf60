// A warehouse with facts has a date dimension: nearly every question has a "when".
#include <algorithm>

#include "dbx/check/context.h"

namespace dbx::check {

void check_date_dimension(Context& context) {
  const auto& dimensions = context.spec().dimensions;
  const bool has_dates =
      std::any_of(dimensions.begin(), dimensions.end(), [](const spec::Table& table) {
        return table.name.find("date") != std::string::npos ||
               table.name.find("calendar") != std::string::npos ||
               table.name.find("time") != std::string::npos;
      });
  if (has_dates || context.spec().facts.empty()) return;
  context
      .warning(Code::kMissingDateDimension, "/entities/dimensions",
               "there are facts but no date dimension")
      .hint = "add dim_date with a calendar_date column and reference it from each fact";
}

}  // namespace dbx::check
