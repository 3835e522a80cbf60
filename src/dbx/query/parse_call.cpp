// Functions, by the allow-list below.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::flag_of;
using sql::member;
using sql::place_of;
using sql::text_of;

struct Name {
  std::string_view name;  // as PostgreSQL calls it
  Function function;
};

// Called with the arguments that functions.cpp says.
constexpr std::array kNames = {
    Name{"sum", Function::kSum},
    Name{"avg", Function::kAvg},
    Name{"min", Function::kMin},
    Name{"max", Function::kMax},
    Name{"stddev", Function::kStddev},
    Name{"stddev_samp", Function::kStddev},
    Name{"row_number", Function::kRowNumber},
    Name{"rank", Function::kRank},
    Name{"dense_rank", Function::kDenseRank},
    Name{"percent_rank", Function::kPercentRank},
    Name{"lag", Function::kLag},
    Name{"lead", Function::kLead},
    Name{"first_value", Function::kFirstValue},
    Name{"last_value", Function::kLastValue},
    Name{"ntile", Function::kNtile},
    Name{"date", Function::kToDate},
    Name{"lower", Function::kLower},
    Name{"upper", Function::kUpper},
    Name{"btrim", Function::kTrim},
    Name{"trim", Function::kTrim},
    Name{"length", Function::kLength},
    Name{"char_length", Function::kLength},
    Name{"character_length", Function::kLength},
    Name{"substr", Function::kSubstring},
    Name{"substring", Function::kSubstring},
    Name{"replace", Function::kReplace},
    Name{"strpos", Function::kPosition},
    Name{"position", Function::kPosition},
    Name{"abs", Function::kAbs},
    Name{"round", Function::kRound},
    Name{"floor", Function::kFloor},
    Name{"ceil", Function::kCeiling},
    Name{"ceiling", Function::kCeiling},
    Name{"sqrt", Function::kSqrt},
    Name{"power", Function::kPower},
    Name{"pow", Function::kPower},
    Name{"ln", Function::kLn},
    Name{"exp", Function::kExp},
    Name{"sign", Function::kSign},
    Name{"mod", Function::kModulo},
};

// Those with an order, a part of a date or DISTINCT within.
constexpr std::array<std::string_view, 7> kSpecial = {
    "count", "percentile_cont", "string_agg", "extract", "date_part", "date_trunc", "left"};

constexpr std::array kParts = {
    Name{"year", Function::kYear},   Name{"quarter", Function::kQuarter},
    Name{"month", Function::kMonth}, Name{"day", Function::kDay},
    Name{"dow", Function::kWeekday}, Name{"hour", Function::kHour},
};
constexpr std::array kStarts = {
    Name{"day", Function::kDayStart},     Name{"week", Function::kWeekStart},
    Name{"month", Function::kMonthStart}, Name{"quarter", Function::kQuarterStart},
    Name{"year", Function::kYearStart},
};

// What people use instead of what is not there.
struct Instead {
  std::string_view name;
  std::string_view hint;
};
constexpr std::array kInstead = {
    Instead{"now", "write CURRENT_DATE"},
    Instead{"to_char", "group by date_trunc('month', x) or extract(year FROM x)"},
    Instead{"concat", "write a || b, with coalesce(a, '') where it may be NULL"},
    Instead{"concat_ws", "write a || ' ' || b"},
    Instead{"age", "subtract the dates: that gives days"},
    Instead{"make_interval", "add it to a date: x + make_interval(days => 7)"},
    Instead{"generate_series", "name a table of the database"},
    Instead{"array_agg", "write string_agg(x, ', ')"},
    Instead{"log", "write ln(x) / ln(10)"},
    Instead{"median", "write percentile_cont(0.5) WITHIN GROUP (ORDER BY x)"},
};

template <class List>
const Name* find_name(const List& list, std::string_view name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Name& entry) { return entry.name == name; });
  return found == list.end() ? nullptr : &*found;
}

std::string hint_for(std::string_view name) {
  for (const Instead& instead : kInstead) {
    if (instead.name == name) return std::string(instead.hint);
  }
  std::vector<std::string_view> names(kSpecial.begin(), kSpecial.end());
  for (const Name& entry : kNames) names.push_back(entry.name);
  const auto near = text::nearest(name, std::span<const std::string_view>(names));
  if (near) return fmt::format("did you mean {}()?", *near);
  return fmt::format("these are: {}, coalesce, nullif, greatest, least", fmt::join(names, ", "));
}

}  // namespace

Result<Expression> Reader::call_of(const Json& node) {
  const std::size_t at = place_of(node);
  std::vector<std::string> names = sql::strings_of(member(node, "funcname"));
  if (names.size() == 2 && names.front() == "pg_catalog") names.erase(names.begin());
  if (names.size() != 1) {
    return refuse(at, fmt::format("the function {}() is not allowed", text::join(names, ".")),
                  "write the function without a schema");
  }
  DBX_TRY(Expression result, called(names.front(), node));
  DBX_CHECK_OK(filter(node, result));
  DBX_CHECK_OK(over(node, result));
  return result;
}

Result<Expression> Reader::called(std::string_view name, const Json& node) {
  if (name == "count") return count(node);
  if (name == "percentile_cont") return quantile(node);
  if (name == "string_agg") return joined_text(node);
  DBX_CHECK_OK(only(node, fmt::format("{}()", name),
                    {"funcname", "args", "agg_filter", "over", "funcformat", "location"},
                    place_of(node)));
  if (name == "extract" || name == "date_part" || name == "date_trunc") {
    return part_of_date(name, node);
  }
  if (name == "left") {
    DBX_TRY(std::vector<Expression> arguments, expressions(member(node, "args")));
    if (arguments.size() == 2) arguments.insert(arguments.begin() + 1, number(1));
    if (arguments.size() == 3) return call(Function::kSubstring, std::move(arguments));
  }
  return plain_call(name, node);
}

Result<Expression> Reader::plain_call(std::string_view name, const Json& node) {
  const std::size_t at = place_of(node);
  const Name* known = find_name(kNames, name);
  if (known == nullptr) {
    return refuse(at, fmt::format("the function {}() is not allowed", name), hint_for(name));
  }
  DBX_TRY(std::vector<Expression> arguments, expressions(member(node, "args")));
  // trim(BOTH ' ' FROM x)
  const bool trims_spaces =
      known->function == Function::kTrim && arguments.size() == 2 && arguments[1] == text(" ");
  if (trims_spaces) arguments.pop_back();
  const FunctionInfo& function = info(known->function);
  if (arguments.size() < function.arguments_min || arguments.size() > function.arguments_max) {
    return refuse(
        at,
        fmt::format("{}() with {} is not allowed", name,
                    text::plural(static_cast<std::int64_t>(arguments.size()), "argument")),
        function.arguments_min == function.arguments_max
            ? fmt::format("it takes {}", function.arguments_min)
            : fmt::format("it takes {} to {}", function.arguments_min, function.arguments_max));
  }
  return call(known->function, std::move(arguments));
}

// extract(year FROM x), date_part('year', x), date_trunc('month', x)
Result<Expression> Reader::part_of_date(std::string_view name, const Json& node) {
  const std::size_t at = place_of(node);
  DBX_TRY(std::vector<Expression> arguments, expressions(member(node, "args")));
  const bool starts = name == "date_trunc";
  const bool readable = arguments.size() == 2 && arguments[0].kind == Expression::Kind::kText;
  const std::string part = readable ? text::to_lower(arguments[0].text) : "";
  const Name* known = starts ? find_name(kStarts, part) : find_name(kParts, part);
  if (known == nullptr) {
    return refuse(at, fmt::format("{}() of '{}' is not allowed", name, part),
                  starts ? "year, quarter, month, week and day are"
                         : "year, quarter, month, day, dow and hour are");
  }
  return call(known->function, {std::move(arguments[1])});
}

Result<Expression> Reader::count(const Json& node) {
  const std::size_t at = place_of(node);
  DBX_CHECK_OK(only(node, "count()",
                    {"funcname", "args", "agg_filter", "over", "agg_star", "agg_distinct",
                     "funcformat", "location"},
                    at));
  if (flag_of(node, "agg_star")) return call(Function::kCount);
  DBX_TRY(std::vector<Expression> arguments, expressions(member(node, "args")));
  if (arguments.size() != 1) {
    return refuse(at, "count() of several values", "write count(*) or count(DISTINCT x)");
  }
  return call(flag_of(node, "agg_distinct") ? Function::kCountDistinct : Function::kCount,
              std::move(arguments));
}

// percentile_cont(0.5) WITHIN GROUP (ORDER BY x)
Result<Expression> Reader::quantile(const Json& node) {
  const std::size_t at = place_of(node);
  DBX_CHECK_OK(only(node, "percentile_cont()",
                    {"funcname", "args", "agg_order", "agg_filter", "over", "agg_within_group",
                     "funcformat", "location"},
                    at));
  DBX_TRY(std::vector<Expression> fraction, expressions(member(node, "args")));
  const Json& sorts = member(node, "agg_order");
  const bool shaped = flag_of(node, "agg_within_group") && fraction.size() == 1 &&
                      fraction[0].kind == Expression::Kind::kNumber && sorts.size() == 1;
  const auto part = shaped ? text::to_double(fraction[0].text) : std::nullopt;
  if (!part || *part < 0 || *part > 1) {
    return refuse(at, "percentile_cont() that is not allowed",
                  "write percentile_cont(0.5) WITHIN GROUP (ORDER BY x)");
  }
  DBX_TRY(Order by, order(member(sorts.front(), "SortBy")));
  if (by.descending) {
    return refuse(at, "percentile_cont() of values in descending order", "write 1 - the fraction");
  }
  return call(Function::kQuantile, {std::move(by.expression), std::move(fraction[0])});
}

// string_agg(x, ', '), in whatever order: ours is that of x.
Result<Expression> Reader::joined_text(const Json& node) {
  const std::size_t at = place_of(node);
  DBX_CHECK_OK(
      only(node, "string_agg()",
           {"funcname", "args", "agg_order", "agg_filter", "over", "funcformat", "location"}, at));
  DBX_TRY(std::vector<Expression> arguments, expressions(member(node, "args")));
  if (arguments.size() != 2 || arguments[1].kind != Expression::Kind::kText) {
    return refuse(at, "string_agg() that is not allowed", "write string_agg(x, ', ')");
  }
  for (const Json& sort : member(node, "agg_order")) {
    Json by = member(sort, "SortBy");
    const Json& collate = member(member(by, "node"), "CollateClause");
    const bool in_bytes =
        sql::strings_of(member(collate, "collname")) == std::vector<std::string>{"C"};
    if (in_bytes) by["node"] = Json(member(collate, "arg"));
    DBX_TRY(const Order read, order(by));
    if (read.descending || read.nulls_first || read.expression != arguments[0] ||
        member(node, "agg_order").size() > 1) {
      return refuse(at, "string_agg() in another order than that of its values",
                    "write string_agg(x, ', ' ORDER BY x)");
    }
  }
  return call(Function::kStringJoin, std::move(arguments));
}

// sum(x) FILTER (WHERE c) is sum(CASE WHEN c THEN x END).
Status Reader::filter(const Json& node, Expression& call) {
  if (!node.contains("agg_filter")) return {};
  if (call.kind != Expression::Kind::kCall || !is_aggregate(call.function)) {
    return refuse(place_of(node), "FILTER with a function that is no aggregate", "leave it out");
  }
  DBX_TRY(Expression condition, expression(member(node, "agg_filter")));
  if (call.arguments.empty()) call.arguments.push_back(number(1));
  Expression choice;
  choice.kind = Expression::Kind::kCase;
  choice.arguments = {std::move(condition), std::move(call.arguments[0])};
  call.arguments[0] = std::move(choice);
  return {};
}

Result<Expression> Reader::today(const Json& node) {
  if (text_of(node, "op") == "SVFOP_CURRENT_DATE") return call(Function::kToday);
  return refuse(place_of(node), "of the clock and the session only CURRENT_DATE is allowed",
                "write CURRENT_DATE");
}

}  // namespace dbx::query
