// Money in floating point loses cents.
#include <fmt/format.h>

#include <array>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

bool sounds_like_money(const spec::Column& column) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "amount", "price",   "cost",    "revenue", "salary", "balance",  "fee",
      "tax",    "premium", "payment", "paid",    "charge", "discount", "principal"};
  for (const std::string_view part : text::split(column.name, '_')) {
    for (const std::string_view word : kWords) {
      if (part == word) return true;
    }
  }
  return column.unit == "EUR" || column.unit == "USD" || column.unit == "GBP";
}

}  // namespace

void check_money(Context& context) {
  for (const TableView& view : context.tables()) {
    const auto check_group = [&](const std::vector<spec::Column>& columns, const char* group) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const spec::TypeKind kind = columns[i].type.kind;
        const bool is_float = kind == spec::TypeKind::kReal || kind == spec::TypeKind::kDouble;
        if (!is_float || !sounds_like_money(columns[i])) continue;
        context
            .warning(Code::kFloatMoney, fmt::format("{}/{}/{}/type", view.pointer, group, i),
                     fmt::format("'{}' looks like money in floating point", columns[i].name))
            .hint = "use DECIMAL(18,2): floating point loses cents";
      }
    };
    check_group(view.table->columns, "columns");
    check_group(view.table->measures, "measures");
  }
}

}  // namespace dbx::check
