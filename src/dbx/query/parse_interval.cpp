// Intervals, which the tree has only as what is added to a date: INTERVAL '3 months', n * INTERVAL
// '1 day', make_interval(days => n).
#include <fmt/format.h>

#include <array>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::kind_of;
using sql::member;
using sql::place_of;

constexpr std::int64_t kCountMax = 1'000'000;       // of an interval's unit
constexpr std::int64_t kFactorMax = 1'000'000'000;  // of a literal

struct Unit {
  std::string_view name;  // without the s of the plural
  std::int64_t months;
  std::int64_t days;
};
constexpr std::array kUnits = {Unit{"year", 12, 0}, Unit{"month", 1, 0}, Unit{"mon", 1, 0},
                               Unit{"week", 0, 7},  Unit{"day", 0, 1},   Unit{"quarter", 3, 0}};
// INTERVAL '3' MONTH: INTERVAL_MASK of datetime.h
constexpr std::array kFields = {std::pair{4, "year"}, std::pair{2, "month"}, std::pair{8, "day"}};

const Unit* find_unit(std::string_view word) {
  std::string name = text::to_lower(word);
  if (name.ends_with('s')) name.pop_back();
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

bool is_type(const Json& cast, std::string_view type) {
  const auto names = sql::strings_of(member(member(cast, "typeName"), "names"));
  return !names.empty() && names.back() == type;
}

struct Lengths {
  std::int64_t months = 0;
  std::int64_t days = 0;
};

// "1 year 2 months": numbers and units by turns.
std::optional<Lengths> read_lengths(std::string_view words) {
  std::vector<std::string_view> parts = text::split(text::trim(words), ' ');
  std::erase(parts, std::string_view());
  if (parts.size() % 2 != 0 || parts.size() > 2 * kUnits.size()) return std::nullopt;
  Lengths lengths;
  for (std::size_t i = 0; i < parts.size(); i += 2) {
    const std::int64_t count = text::to_int64(parts[i]).value_or(kCountMax + 1);
    const Unit* unit = find_unit(parts[i + 1]);
    if (unit == nullptr || count > kCountMax || count < -kCountMax) return std::nullopt;
    lengths.months += count * unit->months;
    lengths.days += count * unit->days;
  }
  const bool moves = lengths.months != 0 || lengths.days != 0;
  return moves ? std::optional(lengths) : std::nullopt;
}

// n days -> 7n days
Expression times(Expression count, std::int64_t factor) {
  if (factor == 1) return count;
  const auto value = count.kind == Expression::Kind::kNumber ? text::to_int64(count.text)
                                                             : std::optional<std::int64_t>();
  if (value && *value <= kFactorMax && *value >= -kFactorMax) return number(*value * factor);
  if (factor == -1) return operation(Operator::kNegate, {std::move(count)});
  return operation(Operator::kMultiply, {std::move(count), number(factor)});
}

}  // namespace

Result<std::optional<Reader::Interval>> Reader::interval(const Json& node) {
  const std::string kind = kind_of(node);
  const Json& inside = sql::inside(node);
  if (kind == "TypeCast" && is_type(inside, "interval")) return interval_literal(inside);
  if (kind == "FuncCall" &&
      sql::strings_of(member(inside, "funcname")) == std::vector<std::string>{"make_interval"}) {
    return made_interval(inside);
  }
  const bool product = kind == "A_Expr" && sql::text_of(inside, "kind") == "AEXPR_OP" &&
                       sql::strings_of(member(inside, "name")) == std::vector<std::string>{"*"};
  if (!product) return std::nullopt;
  const Json* factor = &member(inside, "lexpr");
  const Json* cast = &member(inside, "rexpr");
  const auto is_literal = [](const Json& side) {
    return kind_of(side) == "TypeCast" && is_type(sql::inside(side), "interval");
  };
  if (!is_literal(*cast)) std::swap(factor, cast);
  if (!is_literal(*cast)) return std::nullopt;
  DBX_TRY(Interval result, interval_literal(sql::inside(*cast)));
  DBX_TRY(const Expression count, expression(*factor));
  const auto scaled = [&](const Expression& length) {
    return times(count, *text::to_int64(length.text));
  };
  if (result.has_months) result.months = scaled(result.months);
  if (result.has_days) result.days = scaled(result.days);
  return result;
}

Result<Reader::Interval> Reader::interval_literal(const Json& cast) {
  const Json& type = member(cast, "typeName");
  const Json& value = member(member(cast, "arg"), "A_Const");
  std::string words = sql::text_of(member(value, "sval"), "sval");
  for (const Json& modifier : member(type, "typmods")) {
    const Json& mask = member(member(member(modifier, "A_Const"), "ival"), "ival");
    for (const auto& [bits, unit] : kFields) {
      if (mask.is_number_integer() && mask.get<int>() == bits) words += fmt::format(" {}", unit);
    }
  }
  const auto lengths = read_lengths(words);
  if (!lengths) {
    return refuse(place_of(type), "an interval that is not allowed",
                  "write INTERVAL '3 months' or '7 days'; hours and minutes are not allowed");
  }
  return Interval{number(lengths->months), number(lengths->days), lengths->months != 0,
                  lengths->days != 0};
}

Result<Reader::Interval> Reader::made_interval(const Json& call) {
  Interval result;
  for (const Json& argument : member(call, "args")) {
    const Json& named = member(argument, "NamedArgExpr");
    const Unit* unit = find_unit(sql::text_of(named, "name"));
    const bool again = unit != nullptr && (unit->days != 0 ? result.has_days : result.has_months);
    if (unit == nullptr || again) {
      return refuse(place_of(call), "make_interval() of something that is not allowed",
                    "write make_interval(months => 3) or (days => 7)");
    }
    DBX_TRY(Expression count, expression(member(named, "arg")));
    if (unit->days != 0) {
      result.days = times(std::move(count), unit->days);
      result.has_days = true;
    } else {
      result.months = times(std::move(count), unit->months);
      result.has_months = true;
    }
  }
  return result;
}

Result<Expression> Reader::moved(Expression date, Interval interval, bool back) const {
  const std::int64_t sign = back ? -1 : 1;
  if (interval.has_months) {
    date = call(Function::kAddMonths, {std::move(date), times(std::move(interval.months), sign)});
  }
  if (interval.has_days) {
    date = call(Function::kAddDays, {std::move(date), times(std::move(interval.days), sign)});
  }
  return date;
}

}  // namespace dbx::query
