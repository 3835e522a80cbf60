// A column whose new type does not hold every value of the old one.
#include <fmt/format.h>

#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {

Found narrows_type(const Setting& setting, std::size_t change) {
  const auto* alter = std::get_if<AlterColumn>(&setting.plan().changes[change]);
  if (alter == nullptr || !setting.may_have_rows(alter->table)) return {};
  const std::string column = fmt::format("{}.{}", schema::print(alter->table), alter->to.name);
  if (!alter->to.generated.empty() && alter->from.generated.empty()) {
    return Finding{fmt::format("the values of '{}' give way to computed ones", column),
                   "add the computed column under a new name, compare, then drop the old one",
                   Risk::kHigh,
                   "",
                   false,
                   fmt::format("the values of '{}'", column)};
  }
  if (is_widening(alter->from.type, alter->to.type)) return {};
  return Finding{fmt::format("'{}' from {} to {}: values may not fit, or lose digits or text",
                             column, spec::print(alter->from.type), spec::print(alter->to.type)),
                 "count the rows that do not fit first; add a column of the new type beside it, "
                 "fill it in batches, compare, then take its place",
                 Risk::kHigh,
                 "",
                 false,
                 fmt::format("what of '{}' does not fit", column)};
}

}  // namespace dbx::plan::hazards
