// TableBuilder: numbers that follow from others of the same row - totals, parts, days between.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/measure_rules.h"
#include "dbx/seed/milestones.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kWhole =
    "_amount_ _revenue_ _sales_ _total_ _gross_ _principal_ _value_ _billed_ _charged_ _due_ "
    "_subtotal_";
constexpr std::string_view kDaysBetween =
    "_length_of_stay_ _days_to_ _transit_days_ _days_in_transit_ _cycle_days_ _lead_time_days_ "
    "_processing_days_ _turnaround_days_ _days_between_";

spec::FillParameter parameter(std::string name, std::vector<std::string> values) {
  const bool is_list = values.size() > 1;
  return {std::move(name), std::move(values), {}, is_list};
}

spec::Fill share_of(const std::string& whole, double low, double high) {
  return {"share",
          {parameter("of", {whole}), parameter("min", {fmt::format("{}", low)}),
           parameter("max", {fmt::format("{}", high)})}};
}

bool is_quantity(const spec::Column& column) {
  return column.type.is_numeric() && matches("_quantity_ _qty_ _units_", snake_case(column.name));
}

bool is_price(const spec::Column& column) {
  return column.type.is_numeric() &&
         matches("_unit_price_ _price_ _sale_price_ _list_price_", snake_case(column.name));
}

// How many of `quantity` times what each costs, which the parent knows.
class PricedByParent final : public Generator {
 public:
  struct Factor {
    const Generator* generator;
    spec::Type type;
  };
  PricedByParent(Factor quantity, IndexPtr parent_row, Factor price)
      : quantity_(std::move(quantity)),
        price_(std::move(price)),
        price_of_row_(std::move(parent_row), *price_.generator) {}
  Nature nature() const override { return Nature::kNumber; }
  void fill(Rows rows, Values& out) const override {
    Values quantities;
    Values prices;
    quantity_.generator->fill(rows, quantities);
    price_of_row_.fill(rows, prices);
    out.doubles.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out.doubles[i] =
          stored_number(quantities, i, quantity_.type) * stored_number(prices, i, price_.type);
    }
  }

 private:
  Factor quantity_;
  Factor price_;
  ThroughIndex price_of_row_;
};

// Days from one event to another.
class DaysBetween final : public Generator {
 public:
  DaysBetween(IndexPtr from, IndexPtr to) : from_(std::move(from)), to_(std::move(to)) {}
  Nature nature() const override { return Nature::kInteger; }
  void fill(Rows rows, Values& out) const override {
    std::vector<std::int64_t> first(rows.begin(), rows.end());
    out.integers.assign(rows.begin(), rows.end());
    from_->map(first);
    to_->map(out.integers);
    for (std::size_t i = 0; i < rows.size(); ++i) out.integers[i] -= first[i];
  }

 private:
  IndexPtr from_;
  IndexPtr to_;
};

}  // namespace

bool TableBuilder::is_open_measure(const Slot& slot) const {
  return !slot.settled && !slot.column.fill && !slot.unique && !slot.index &&
         slot.foreign_key < 0 && slot.column.type.is_numeric();
}

void TableBuilder::settle_measures() {
  settle_total();
  settle_days_between();
  settle_by_rules();
  settle_rates();
  settle_parts(settle_whole());
  settle_carried();
}

// length_of_stay_days, days_to_ship: what the row's own dates say.
void TableBuilder::settle_days_between() {
  if (events_.size() < 2) return;
  // The event that a word of the name or of the description speaks of: settle, settlement.
  const auto event_of = [&](std::string_view word) -> const Event* {
    if (word.size() < 4) return nullptr;
    for (const Event& event : events_) {
      if (event.stem.find(word.substr(0, 5)) != std::string::npos) return &event;
    }
    return nullptr;
  };
  for (Slot& slot : slots_) {
    const std::string name = snake_case(slot.column.name);
    if (!is_open_measure(slot) || !matches(kDaysBetween, name)) continue;
    const Event* from = nullptr;
    const Event* to = nullptr;
    std::string_view before;
    const std::string description = text::to_lower(slot.column.description);
    for (const std::string_view word : text::split(description, ' ')) {
      if (before == "from") from = event_of(word);
      if (before == "to" && to == nullptr) to = event_of(word);
      before = word;
    }
    if (const std::size_t at = name.find("days_to_"); to == nullptr && at != std::string::npos) {
      to = event_of(std::string_view(name).substr(at + 8));
    }
    if (from == nullptr) from = &events_.front();
    if (to == nullptr) to = &events_.back();
    if (from >= to) continue;  // events_ is in order
    settle(slot, std::make_unique<DaysBetween>(from->day, to->day), "event",
           "days between two of the row's dates");
    if (slot.column.nullable) {
      const std::string last = to->columns.empty()
                                   ? table_.foreign_keys[to->foreign_keys[0]].columns[0]
                                   : to->columns[0]->column.name;
      slot.null_rate = slot_of(last)->null_rate.value_or(0);
      slot.null_stream = "milestones";
    }
  }
}

// Does the value of `slot` need that of `other`?
bool TableBuilder::depends(const Slot& slot, const Slot& other) {
  if (&slot == &other) return true;
  const spec::Fill* decided = slot.fill ? &*slot.fill : nullptr;
  const spec::Fill* fill = slot.column.fill ? &*slot.column.fill : decided;
  if (fill == nullptr) return false;
  for (const spec::FillParameter& given : fill->parameters) {
    if (given.name == "formula") return true;  // whatever it reads
    if (given.name != "of" && given.name != "minus" && given.name != "where" &&
        given.name != "on" && given.fills.empty()) {
      continue;
    }
    if (!given.fills.empty()) return true;
    for (const std::string& name : given.values) {
      const Slot* operand = slot_of(name);
      if (operand != nullptr && depends(*operand, other)) return true;
    }
  }
  return false;
}

// The first column that the patterns name and that does not need `result` itself.
TableBuilder::Slot* TableBuilder::operand_of(std::string_view patterns, const Slot& result) {
  for (const std::string_view pattern : text::split(patterns, ' ')) {
    for (Slot& slot : slots_) {
      if (&slot == &result || slot.foreign_key >= 0 || !slot.column.type.is_numeric()) continue;
      if (matches(pattern, snake_case(slot.column.name)) && !depends(slot, result)) return &slot;
    }
  }
  return nullptr;
}

std::optional<spec::Fill> TableBuilder::follow(const MeasureRule& rule, const Slot& result) {
  spec::Fill fill{std::string(rule.generator), {}};
  std::vector<std::string> used;
  const auto read = [&](const auto& operands, std::string name) {
    std::vector<std::string> found;
    for (std::string_view patterns : operands) {
      if (patterns.empty()) break;
      const bool optional = patterns.starts_with('?');
      if (optional) patterns.remove_prefix(1);
      const Slot* slot = operand_of(patterns, result);
      const bool taken =
          slot != nullptr && std::find(used.begin(), used.end(), slot->column.name) != used.end();
      if (slot == nullptr || taken) {
        if (optional) continue;
        return false;
      }
      used.push_back(slot->column.name);
      found.push_back(slot->column.name);
    }
    if (!found.empty()) fill.parameters.push_back(parameter(std::move(name), std::move(found)));
    return true;
  };
  if (!read(rule.of, "of") || !read(rule.minus, "minus")) return {};
  if (rule.generator == "share") {
    fill.parameters.push_back(parameter("min", {fmt::format("{}", rule.low)}));
    fill.parameters.push_back(parameter("max", {fmt::format("{}", rule.high)}));
    const Slot* where = rule.where.empty() ? nullptr : operand_of(rule.where, result);
    if (where != nullptr) fill.parameters.push_back(parameter("where", {where->column.name}));
  }
  return fill;
}

void TableBuilder::settle_by_rules() {
  for (Slot& slot : slots_) {
    const std::string name = snake_case(slot.column.name);
    if (!is_open_measure(slot) || matches("_rate_ _pct_ _percent_ _ratio_ _per_", name)) continue;
    if (!infer_from_meaning(slot.column).fill.generator.empty()) continue;
    for (const MeasureRule& rule : measure_rules()) {
      if (!matches(rule.result, name)) continue;
      std::optional<spec::Fill> fill = follow(rule, slot);
      if (!fill) continue;
      const std::string why = rule.generator == "share"
                                  ? fmt::format("follows '{}'", fill->parameters[0].values[0])
                                  : fmt::format("adds up with '{}'", fill->parameters[0].values[0]);
      settle_fill(slot, std::move(*fill), why);
      break;
    }
  }
}

// Rates with numerator and denominator.
void TableBuilder::settle_rates() {
  for (Slot& slot : slots_) {
    Slot* above = slot_of(slot.column.numerator);
    Slot* under = slot_of(slot.column.denominator);
    if (above == nullptr || under == nullptr || above == under || !is_open_measure(slot)) continue;
    if (!above->column.type.is_numeric() || !under->column.type.is_numeric()) continue;
    const bool percent =
        text::equals_ignoring_case(slot.column.unit, "percent") || slot.column.unit == "%";
    settle_fill(slot,
                {"ratio",
                 {parameter("of", {above->column.name, under->column.name}),
                  parameter("scale", {percent ? "100" : "1"})}},
                "its numerator divided by its denominator");
    if (!is_open_measure(*above) || depends(*under, *above)) continue;
    const PartRule part = numerator_rule(snake_case(slot.column.name));
    settle_fill(*above, share_of(under->column.name, part.low, part.high),
                fmt::format("a numerator: part of '{}'", under->column.name));
  }
}

// The row's main amount; with quantity and price it is their product. Nothing where there is none.
TableBuilder::Slot* TableBuilder::settle_whole() {
  Slot* quantity = nullptr;
  Slot* price = nullptr;
  for (Slot& slot : slots_) {
    if (slot.foreign_key >= 0) continue;
    if (quantity == nullptr && is_quantity(slot.column)) quantity = &slot;
    if (price == nullptr && is_price(slot.column)) price = &slot;
  }
  Slot* whole = nullptr;
  for (Slot& slot : slots_) {
    const std::string name = snake_case(slot.column.name);
    const bool part =
        std::any_of(part_rules().begin(), part_rules().end(),
                    [&](const PartRule& candidate) { return matches(candidate.patterns, name); });
    if (!slot.column.type.is_numeric() || slot.foreign_key >= 0 || &slot == quantity ||
        &slot == price || !matches(kWhole, name) || (part && !matches("_principal_", name))) {
      continue;
    }
    if (whole == nullptr) whole = &slot;
  }
  if (whole == nullptr) return price;
  if (!is_open_measure(*whole) || quantity == nullptr) return whole;
  if (price != nullptr && !depends(*price, *whole) && !depends(*quantity, *whole)) {
    settle_fill(*whole,
                {"product_of", {parameter("of", {quantity->column.name, price->column.name})}},
                "quantity times price");
  } else if (table_.kind == spec::TableKind::kFact) {
    settle_priced(*whole, *quantity,
                  "_unit_price_ _list_price_ _price_ _standard_price_ _sale_price_");
  }
  return whole;
}

// Quantity times the price in one of the tables the row refers to.
void TableBuilder::settle_priced(Slot& amount, Slot& quantity, std::string_view patterns) {
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const Parent* parent = parent_of(table_.foreign_keys[k]);
    if (parent == nullptr || parent->dates || !parent_rows_[k]) continue;
    for (const ColumnModel& model : parent->model->models()) {
      const bool priced =
          model.column.type.is_numeric() && matches(patterns, snake_case(model.column.name));
      if (!priced || matches("_monthly_ _total_", snake_case(model.column.name))) continue;
      const Result<const Generator*> counted = sibling(quantity.column.name);
      if (!counted) return;  // reported where the quantity is built
      settle(amount,
             std::make_unique<PricedByParent>(
                 PricedByParent::Factor{*counted, quantity.column.type}, parent_rows_[k],
                 PricedByParent::Factor{model.generator.get(), model.column.type}),
             "product_of",
             fmt::format("'{}' times {} of {}", quantity.column.name, model.column.name,
                         parent->model->table()));
      return;
    }
  }
}

void TableBuilder::settle_parts(const Slot* whole) {
  if (whole == nullptr || whole->column.type.is_integer()) return;
  Slot* quantity = nullptr;
  for (Slot& slot : slots_) {
    if (quantity == nullptr && slot.foreign_key < 0 && is_quantity(slot.column)) quantity = &slot;
  }
  for (Slot& slot : slots_) {
    if (&slot == whole || !is_open_measure(slot) || slot.column.type.is_integer()) continue;
    const std::string name = snake_case(slot.column.name);
    if (matches("_rate_ _pct_ _percent_ _ratio_ _balance_ _unit_", name)) continue;
    if (quantity != nullptr && matches("_cost_ _cogs_", name)) {  // as the amount's own price
      settle_priced(slot, *quantity, "_unit_cost_ _standard_cost_ _cost_");
      if (slot.settled) continue;
    }
    for (const PartRule& part : part_rules()) {
      if (!matches(part.patterns, name) || depends(*whole, slot)) continue;
      settle_fill(slot, share_of(whole->column.name, part.low, part.high),
                  fmt::format("a part of '{}'", whole->column.name));
      break;
    }
  }
}

}  // namespace dbx::seed
