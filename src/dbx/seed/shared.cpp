// TableBuilder: rows that are shared out exactly among those of a parent (fan_out.h): because a
// fill says so, or because lines are to add up to their header.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kLines = "_line_ _lines_ _item_ _items_ _detail_ _details_";
constexpr std::string_view kAmounts =
    "_amount_ _amt_ _total_ _value_ _revenue_ _net_ _gross_ _subtotal_";
constexpr std::string_view kOtherAmounts =
    "_tax_ _vat_ _discount_ _rebate_ _fee_ _freight_ _shipping_ _cost_ _profit_ _margin_ _unit_ "
    "_price_ _balance_ _paid_";

// What an amount is of, without the words for header, line and sum: line_amt_usd and total_amt_usd
// are both of amt_usd.
std::string core_of(std::string_view name) {
  std::string core = "_" + snake_case(name) + "_";
  for (const std::string_view word :
       {"_line_", "_lines_", "_item_", "_detail_", "_total_", "_grand_", "_order_", "_invoice_",
        "_header_", "_document_"}) {
    core = text::replace_all(core, word, "_");
  }
  return core;
}

bool same_unit(const spec::Column& part, const spec::Column& whole) {
  const std::string one = part.unit;
  const std::string other = whole.unit;
  return one.empty() || other.empty() || text::equals_ignoring_case(one, other);
}

bool holds_all(const spec::Type& part, const spec::Type& whole) {
  return part.kind == spec::TypeKind::kDecimal && whole.kind == spec::TypeKind::kDecimal &&
         part.scale == whole.scale && part.precision >= whole.precision;
}

bool adds_up(const spec::Column& part, const spec::Column& whole, bool of_lines) {
  const std::string line = snake_case(part.name);
  const std::string total = snake_case(whole.name);
  return holds_all(part.type, whole.type) && same_unit(part, whole) &&
         core_of(part.name) == core_of(whole.name) && matches(kAmounts, line) &&
         !matches(kOtherAmounts, line) && (matches("_line_", line) || of_lines) &&
         (matches("_total_", total) || matches("_line_", line));
}

Diagnostic at(std::string pointer, Code code, std::string message, std::string hint = {}) {
  Diagnostic problem;
  problem.code = code;
  problem.where.pointer = std::move(pointer);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

}  // namespace

Status TableBuilder::find_fan_out() {
  FanOutRule rule;
  std::string pointer;
  DBX_TRY(std::optional<std::size_t> key, asked_fan_out(rule, pointer));
  if (!key) {
    std::optional<Total> total = asked_total();
    const bool asked = total.has_value();
    if (!asked) total = total_ = inferred_total();
    if (!total) return {};
    key = total->foreign_key;
    pointer = total->part->pointer + (asked ? "/fill" : "");
    const Parent* parent = parent_of(table_.foreign_keys[*key]);
    if (parent != nullptr && !input_.rows_by_default && rows_ / 5 >= parent->base_rows) {
      rule.max = std::min(2 * (rows_ / parent->base_rows + 1), kFanOutWidthMax);
      rule.weights.assign(static_cast<std::size_t>(rule.max), 1.0);
    }
  }
  if (const Status status = check_fan_out(*key); !status) {
    return fail(located(status.error(), pointer));
  }
  return share_out(*key, rule, pointer);
}

// The foreign key with a fill fan_out, and what that says.
Result<std::optional<std::size_t>> TableBuilder::asked_fan_out(FanOutRule& rule,
                                                               std::string& pointer) {
  std::optional<std::size_t> key;
  const auto of_table = input_.options.fan_out.find(table_.name);
  for (Slot& slot : slots_) {
    if (slot.foreign_key < 0) continue;
    std::optional<spec::Fill> fill;
    if (slot.column.fill && slot.column.fill->generator == "fan_out") fill = *slot.column.fill;
    if (of_table != input_.options.fan_out.end()) {
      const auto wanted = of_table->second.find(slot.column.name);
      if (wanted != of_table->second.end()) fill = wanted->second;
    }
    if (!fill) continue;
    slot.column.fill.reset();
    const auto k = static_cast<std::size_t>(slot.foreign_key);
    const bool declared = slot.pointer != input_.place.pointer;
    pointer = declared ? slot.pointer + "/fill"
                       : fmt::format("{}/foreign_keys/{}", input_.place.pointer, k);
    if (key) {
      return fail({at(pointer, Code::kBadFill,
                      fmt::format("the rows of {} are shared out by '{}' already; a second key "
                                  "cannot do so too",
                                  table_.name, table_.foreign_keys[*key].columns[0]))});
    }
    if (Diagnostics problems = check_parameters(*fill); !problems.empty()) {
      return fail(located(std::move(problems), pointer));
    }
    FillParameters parameters(*fill);
    rule = read_fan_out(parameters);
    if (asked_null_rate(slot).value_or(0) > 0) {
      parameters.complain("'null_rate': a row without a parent would be one too few for it");
    }
    if (!parameters.problems().empty()) return fail(located(parameters.problems(), pointer));
    key = k;
  }
  return key;
}

Status TableBuilder::check_fan_out(std::size_t foreign_key) const {
  const spec::ForeignKey& key = table_.foreign_keys[foreign_key];
  const Parent* parent = parent_of(key);
  std::string_view obstacle;
  if (is_self(key)) {
    obstacle = "it refers to its own table";
  } else if (parent == nullptr) {
    obstacle = "it closes a cycle of foreign keys";
  } else if (parent->dates) {
    obstacle = "it refers to days";
  } else if (parent->versions != nullptr) {
    obstacle = "its parents are kept in versions (type 2)";
  }
  if (obstacle.empty()) return {};
  return fail(Code::kBadFill, fmt::format("the rows of {} cannot be shared out exactly by '{}': {}",
                                          table_.name, key.columns[0], obstacle));
}

Status TableBuilder::share_out(std::size_t foreign_key, const FanOutRule& rule,
                               const std::string& pointer) {
  __extension__ using Wide = __int128;
  const std::string& table = table_.foreign_keys[foreign_key].references.table;
  const std::int64_t parents = parent_of(table_.foreign_keys[foreign_key])->base_rows;
  const Wide least = static_cast<Wide>(rule.min) * parents;
  const Wide most = static_cast<Wide>(rule.max) * parents;
  if (input_.rows_by_default) {
    const double wanted = std::floor(mean_of(rule) * static_cast<double>(parents) + 0.5);
    if (!(wanted <= static_cast<double>(kRowsMax))) {
      return fail({at(pointer, Code::kBadRowCount,
                      fmt::format("{} rows of {} with {} each are more than there can be",
                                  text::group_digits(parents), table, describe(rule)))});
    }
    const auto whole = static_cast<Wide>(wanted);
    rows_ = static_cast<std::int64_t>(std::max<Wide>(1, std::clamp<Wide>(whole, least, most)));
    rows_why_ = fmt::format("{} for each of {} rows of {}", describe(rule),
                            text::group_digits(parents), table);
  }
  if (rows_ < least || rows_ > most) {
    return fail(
        {at(pointer, Code::kBadRowCount,
            fmt::format("{} rows of {} cannot be shared out: {} rows of {} with {} each "
                        "take {} to {}",
                        text::group_digits(rows_), table_.name, text::group_digits(parents), table,
                        describe(rule), text::group_digits(static_cast<std::int64_t>(least)),
                        text::group_digits(static_cast<std::int64_t>(
                            std::min(most, static_cast<Wide>(kRowsMax))))),
            "ask for as many rows as fit, or change what fan_out says")});
  }
  fan_out_ = {foreign_key,
              std::make_shared<FanOut>(hash64("fan out " + key_name(foreign_key), key_), parents,
                                       rows_, rule),
              describe(rule)};
  parent_rows_[foreign_key] =
      index_by([layout = fan_out_.layout](std::int64_t row) { return layout->locate(row).parent; });
  for (Slot& slot : slots_) {
    if (slot.foreign_key == static_cast<int>(foreign_key)) slot.null_rate = 0;
  }
  return {};
}

// The column that a fill wants to add up to one of a parent.
std::optional<TableBuilder::Total> TableBuilder::asked_total() {
  for (Slot& slot : slots_) {
    if (!slot.column.fill || slot.column.fill->generator != "sum_to_total") continue;
    FillParameters parameters(*slot.column.fill);
    const std::string of = parameters.text("of", "");
    const std::size_t dot = of.rfind('.');
    if (dot == std::string::npos) continue;  // create() says what is wrong
    const Result<std::size_t> key = key_towards(std::string_view(of).substr(0, dot));
    if (key) return Total{&slot, *key, of, of.substr(dot + 1)};
  }
  return {};
}

// Lines of a header whose names and units say that they add up to it. Not where the line has a
// quantity and a price, whose product it is; nor where a key tells too few lines apart.
std::optional<TableBuilder::Total> TableBuilder::inferred_total() {
  const bool of_lines = matches(kLines, table_stem(table_.name));
  const auto has = [&](std::string_view patterns) {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) {
      return slot.column.type.is_numeric() && matches(patterns, snake_case(slot.column.name));
    });
  };
  if (has("_quantity_ _qty_ _units_") && has("_price_")) return {};
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const Parent* parent = parent_of(table_.foreign_keys[k]);
    if (!is_header(k) || !check_fan_out(k)) continue;
    if (!input_.rows_by_default && rows_ < parent->base_rows) continue;
    const auto groups = unique_groups();
    const bool too_few = std::any_of(groups.begin(), groups.end(), [&](const auto& group) {
      const std::vector<Member> members = members_of(group);
      const auto is = [&](auto test) { return std::any_of(members.begin(), members.end(), test); };
      return is([&](const Member& member) {
               return member.kind == Member::Kind::kParent && member.foreign_key == k;
             }) &&
             !is([&](const Member& member) {
               return member.kind == Member::Kind::kSmall && member.size >= 100;
             });
    });
    if (too_few) continue;
    for (Slot& slot : slots_) {
      if (!is_open_measure(slot)) continue;
      for (const ColumnModel& model : parent->model->models()) {
        if (!adds_up(slot.column, model.column, of_lines)) continue;
        return Total{&slot, k, table_.foreign_keys[k].columns[0] + "." + model.column.name,
                     model.column.name};
      }
    }
  }
  return {};
}

void TableBuilder::settle_total() {
  if (!total_) return;
  settle_fill(
      *total_->part, {"sum_to_total", {{"of", {total_->of}, {}, false, {}}}},
      fmt::format("named like a line: the lines of a row add up to its {}", total_->parent_column));
}

}  // namespace dbx::seed
