// TableBuilder: versions of type-2 rows, and numbers that follow from others of the same row.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/random.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

// What part of the row's main amount a column with such a name is.
struct Part {
  std::string_view patterns;
  const char* low;
  const char* high;
};

constexpr Part kParts[] = {
    {"_discount_ _rebate_ _markdown_", "0", "0.25"},
    {"_tax_ _vat_", "0.05", "0.2"},
    {"_interest_", "0.02", "0.35"},
    {"_fee_ _commission_ _tip_ _penalty_", "0.005", "0.05"},
    {"_freight_ _shipping_", "0.02", "0.12"},
    {"_refund_ _deductible_ _copay_ _write_off_", "0", "0.3"},
    {"_cost_ _cogs_", "0.45", "0.8"},
    {"_profit_ _margin_", "0.05", "0.4"},
    {"_net_ _paid_ _approved_ _settled_ _collected_", "0.6", "1"},
};

constexpr std::string_view kWhole =
    "_amount_ _revenue_ _sales_ _total_ _gross_ _principal_ _value_ _billed_ _charged_ _due_ "
    "_subtotal_";

spec::FillParameter parameter(std::string name, std::vector<std::string> values) {
  const bool is_list = values.size() > 1;
  return {std::move(name), std::move(values), {}, is_list};
}

bool is_quantity(const spec::Column& column) {
  return column.type.is_numeric() && matches("_quantity_ _qty_ _units_", snake_case(column.name));
}

bool is_price(const spec::Column& column) {
  return column.type.is_numeric() &&
         matches("_unit_price_ _price_ _sale_price_", snake_case(column.name));
}

// A day for each change of an entity: the range in as many stretches as versions, one day in each.
std::int64_t change_day(std::uint64_t key, DateRange dates, const EntityLayout::Place& place,
                        std::int64_t version) {
  const std::int64_t stretch = std::max<std::int64_t>(1, dates.days / place.size);
  const std::uint64_t noise =
      mix64(key ^ mix64(static_cast<std::uint64_t>(place.entity * 8 + version)));
  return dates.begin + version * stretch + below(noise, stretch);
}

}  // namespace

// valid_from <= day < valid_to; the last version is current and open (or ends 9999-12-31 where the
// column takes no NULL). No overlaps, no gaps: each version begins where the one before ends.
void TableBuilder::settle_history() {
  if (table_.history != spec::History::kType2) return;
  const auto layout = entities_ && !table_.natural_key.empty()
                          ? entities_
                          : std::make_shared<EntityLayout>(key_, 1, 1);
  const DateRange dates = dates_;
  const auto is_last = [layout, rows = rows_](std::int64_t row) {
    const EntityLayout::Place place = layout->locate(row);
    return place.sequence + 1 == place.size || row + 1 == rows;
  };
  if (Slot* from = slot_of("valid_from"); from != nullptr && !from->settled && !from->column.fill) {
    settle(*from,
           integers(Nature::kDate,
                    [layout, dates, key = key_](std::int64_t row) {
                      const EntityLayout::Place place = layout->locate(row);
                      return change_day(key, dates, place, place.sequence);
                    }),
           "version", "when this version of the entity began");
    from->null_rate = 0;
  }
  if (Slot* to = slot_of("valid_to"); to != nullptr && !to->settled && !to->column.fill) {
    const std::int64_t never = days_from_civil({9999, 12, 31});
    GeneratorPtr days =
        integers(Nature::kDate, [layout, dates, never, is_last, key = key_](std::int64_t row) {
          const EntityLayout::Place place = layout->locate(row);
          return is_last(row) ? never : change_day(key, dates, place, place.sequence + 1);
        });
    if (to->column.nullable) days = null_where(std::move(days), is_last);
    settle(*to, std::move(days), "version",
           "when the next version began; open for the current one");
    to->null_rate = 0;
  }
  if (Slot* current = slot_of("is_current");
      current != nullptr && !current->settled && !current->column.fill) {
    settle(*current,
           integers(Nature::kBoolean,
                    [is_last](std::int64_t row) { return std::int64_t{is_last(row) ? 1 : 0}; }),
           "version", "the entity's last version");
    current->null_rate = 0;
  }
}

void TableBuilder::settle_measures() {
  const auto open = [](const Slot& slot) {
    return !slot.settled && !slot.column.fill && !slot.unique && !slot.index &&
           slot.foreign_key < 0 && slot.column.type.is_numeric();
  };
  // Rates with numerator and denominator
  for (Slot& slot : slots_) {
    Slot* above = slot_of(slot.column.numerator);
    Slot* under = slot_of(slot.column.denominator);
    if (above == nullptr || under == nullptr || above == under || !open(slot)) continue;
    if (!above->column.type.is_numeric() || !under->column.type.is_numeric()) continue;
    const bool percent =
        text::equals_ignoring_case(slot.column.unit, "percent") || slot.column.unit == "%";
    settle_fill(slot,
                {"ratio",
                 {parameter("of", {above->column.name, under->column.name}),
                  parameter("scale", {percent ? "100" : "1"})}},
                "its numerator divided by its denominator");
    if (!open(*above)) continue;
    settle_fill(*above, {"share", {parameter("of", {under->column.name})}},
                fmt::format("a numerator: at most '{}'", under->column.name));
  }
  Slot* quantity = nullptr;
  Slot* price = nullptr;
  for (Slot& slot : slots_) {
    if (quantity == nullptr && is_quantity(slot.column)) quantity = &slot;
    if (price == nullptr && is_price(slot.column)) price = &slot;
  }
  // The row's main amount; with quantity and price it is their product.
  Slot* whole = nullptr;
  for (Slot& slot : slots_) {
    const std::string name = snake_case(slot.column.name);
    const bool part = std::any_of(std::begin(kParts), std::end(kParts), [&](const Part& candidate) {
      return matches(candidate.patterns, name);
    });
    if (!slot.column.type.is_numeric() || slot.foreign_key >= 0 || &slot == quantity ||
        &slot == price)
      continue;
    if (!matches(kWhole, name) || (part && !matches("_principal_", name))) continue;
    if (whole == nullptr) whole = &slot;
  }
  if (whole != nullptr && open(*whole) && quantity != nullptr && price != nullptr) {
    settle_fill(*whole,
                {"product_of", {parameter("of", {quantity->column.name, price->column.name})}},
                "quantity times price");
  }
  if (whole == nullptr) whole = price;
  if (whole == nullptr || whole->column.type.is_integer()) return;
  for (Slot& slot : slots_) {
    if (&slot == whole || !open(slot) || slot.column.type.is_integer()) continue;
    const std::string name = snake_case(slot.column.name);
    if (matches("_rate_ _pct_ _percent_ _ratio_ _balance_ _unit_", name)) continue;
    for (const Part& part : kParts) {
      if (!matches(part.patterns, name)) continue;
      settle_fill(slot,
                  {"share",
                   {parameter("of", {whole->column.name}), parameter("min", {part.low}),
                    parameter("max", {part.high})}},
                  fmt::format("a part of '{}'", whole->column.name));
      break;
    }
  }
}

}  // namespace dbx::seed
