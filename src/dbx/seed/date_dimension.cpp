// TableBuilder: a date dimension holds one row per day, and everything in it follows from the day.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

int quarter_of(std::int64_t day) { return (civil_from_days(day).month + 2) / 3; }

bool is_month_end(std::int64_t day) { return civil_from_days(day + 1).day == 1; }

bool is_holiday(std::int64_t day) {
  const CivilDate date = civil_from_days(day);
  return (date.month == 1 && date.day == 1) || (date.month == 5 && date.day == 1) ||
         (date.month == 12 && (date.day == 25 || date.day == 26));
}

using NumberOfDay = std::int64_t (*)(std::int64_t day);
using TextOfDay = std::string (*)(std::int64_t day);

struct NumberAttribute {
  std::string_view patterns;
  Nature nature;
  NumberOfDay value;
};
struct TextAttribute {
  std::string_view patterns;
  TextOfDay value;
};

// Numbers and flags, narrow names first.
constexpr std::array kNumbers = std::to_array<NumberAttribute>({
    {"_weekend_", Nature::kBoolean,
     [](std::int64_t day) { return std::int64_t{iso_weekday(day) > 5}; }},
    {"_is_weekday_ _weekday_flag_ _business_day_ _working_day_ _workday_", Nature::kBoolean,
     [](std::int64_t day) { return std::int64_t{iso_weekday(day) < 6 && !is_holiday(day)}; }},
    {"_holiday_", Nature::kBoolean, [](std::int64_t day) { return std::int64_t{is_holiday(day)}; }},
    {"_month_end_ _last_day_of_month_ _end_of_month_", Nature::kBoolean,
     [](std::int64_t day) { return std::int64_t{is_month_end(day)}; }},
    {"_month_start_ _first_day_of_month_", Nature::kBoolean,
     [](std::int64_t day) { return std::int64_t{civil_from_days(day).day == 1}; }},
    {"_quarter_end_", Nature::kBoolean,
     [](std::int64_t day) {
       return std::int64_t{is_month_end(day) && civil_from_days(day).month % 3 == 0};
     }},
    {"_year_end_", Nature::kBoolean,
     [](std::int64_t day) {
       return std::int64_t{is_month_end(day) && civil_from_days(day).month == 12};
     }},
    {"_day_of_week_ _weekday_ _dow_ _week_day_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{iso_weekday(day)}; }},
    {"_day_of_year_ _doy_ _julian_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{day_of_year(day)}; }},
    {"_year_month_ _yearmonth_ _month_key_ _month_id_ _yyyymm_", Nature::kInteger,
     [](std::int64_t day) {
       const CivilDate date = civil_from_days(day);
       return std::int64_t{date.year * 100 + date.month};
     }},
    {"_week_", Nature::kInteger, [](std::int64_t day) { return std::int64_t{iso_week(day)}; }},
    {"_quarter_ _qtr_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{quarter_of(day)}; }},
    {"_month_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{civil_from_days(day).month}; }},
    {"_half_ _semester_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{civil_from_days(day).month > 6 ? 2 : 1}; }},
    {"_year_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{civil_from_days(day).year}; }},
    {"_day_$ _day_of_month_ _day_num_ _day_number_", Nature::kInteger,
     [](std::int64_t day) { return std::int64_t{civil_from_days(day).day}; }},
});

constexpr std::array kTexts = std::to_array<TextAttribute>({
    {"_month_short_ _month_abbr_ _month_abbreviation_ _short_month_ _month_name_short_",
     [](std::int64_t day) {
       return std::string(month_name(civil_from_days(day).month).substr(0, 3));
     }},
    {"_day_short_ _day_abbr_ _weekday_short_ _day_name_short_",
     [](std::int64_t day) { return std::string(weekday_name(iso_weekday(day)).substr(0, 3)); }},
    {"_day_name_ _weekday_ _weekday_name_ _day_of_week_ _day_of_week_name_",
     [](std::int64_t day) { return std::string(weekday_name(iso_weekday(day))); }},
    {"_year_month_ _yearmonth_ _month_year_",
     [](std::int64_t day) { return print_date(day).substr(0, 7); }},
    {"_year_quarter_ _quarter_year_",
     [](std::int64_t day) {
       return fmt::format("{}-Q{}", civil_from_days(day).year, quarter_of(day));
     }},
    {"_quarter_ _qtr_", [](std::int64_t day) { return fmt::format("Q{}", quarter_of(day)); }},
    {"_month_",
     [](std::int64_t day) { return std::string(month_name(civil_from_days(day).month)); }},
    {"_season_",
     [](std::int64_t day) {
       constexpr std::array<std::string_view, 4> kSeasons = {"Winter", "Spring", "Summer",
                                                             "Autumn"};
       return std::string(kSeasons[static_cast<std::size_t>(civil_from_days(day).month % 12 / 3)]);
     }},
    {"_week_", [](std::int64_t day) { return fmt::format("W{:02}", iso_week(day)); }},
    {"_year_", [](std::int64_t day) { return std::to_string(civil_from_days(day).year); }},
    {"_holiday_name_ _holiday_",
     [](std::int64_t day) { return std::string(is_holiday(day) ? "Public holiday" : "None"); }},
});

GeneratorPtr text_of_day(std::int64_t begin, TextOfDay value) {
  return texts([begin, value](std::int64_t row, std::string& out) { out += value(begin + row); });
}

}  // namespace

bool is_date_dimension(const spec::Table& table) {
  if (table.kind != spec::TableKind::kDimension) return false;
  const std::string stem = table_stem(table.name);
  const bool has_date =
      std::any_of(table.columns.begin(), table.columns.end(),
                  [](const auto& column) { return column.type.kind == spec::TypeKind::kDate; });
  if (matches("^_date_$ ^_dates_$ ^_calendar_$ ^_day_$ ^_days_$", stem)) return true;
  return has_date && matches("_date_ _calendar_ ^_time_$", stem);
}

Status TableBuilder::settle_date_dimension() {
  if (!is_date_dimension_) return {};
  const DateRange& dates = input_.options.dates;
  const std::int64_t days_max = dates.begin + dates.days - days_from_civil({1, 1, 1});
  if (rows_ > days_max) {
    Diagnostic problem;
    problem.code = Code::kNotEnoughValues;
    problem.message = fmt::format(
        "{} has a row per day, and only {} days lie between the year 1 and its last day",
        table_.name, text::group_digits(days_max));
    problem.where.pointer = input_.place.pointer;
    return fail(std::move(problem));
  }
  // Longer dimensions reach further back; the last day stays.
  dates_.begin += dates_.days - rows_;
  dates_.days = rows_;
  extra_days_ = input_.options.extra_days;
  extra_rows_ = extra_days_;
  const std::int64_t begin = dates_.begin;
  for (Slot& slot : slots_) {
    if (slot.settled || slot.column.fill || slot.foreign_key >= 0) continue;
    const std::string name = snake_case(slot.column.name);
    const spec::Type& type = slot.column.type;
    const auto day_itself = [&](std::string why) {
      settle(slot, integers(Nature::kDate, [begin](std::int64_t row) { return begin + row; }),
             "calendar", std::move(why));
      slot.injective = true;
      slot.null_rate = 0;
    };
    const bool long_enough =
        type.kind == spec::TypeKind::kInt || type.kind == spec::TypeKind::kBigInt;
    const bool is_key =
        slot.column.name == table_.surrogate_key || matches("_key_$ _id_$ _sk_$", name);
    if (type.kind == spec::TypeKind::kDate || type.kind == spec::TypeKind::kTimestamp) {
      day_itself("the day of the row");
      continue;
    }
    if (long_enough && (is_key || matches("_date_$ _date_int_ _yyyymmdd_", name)) &&
        !matches("_month_ _year_ _quarter_ _week_", name)) {
      day_itself("the day of the row as yyyymmdd");
      continue;
    }
    if (type.is_text() && matches("_date_ _full_date_ _key_$ _id_$", name) &&
        !matches("_month_ _year_ _quarter_ _week_", name)) {
      day_itself("the day of the row");
      continue;
    }
    if (type.is_text()) {
      for (const TextAttribute& attribute : kTexts) {
        if (!matches(attribute.patterns, name)) continue;
        settle(slot, text_of_day(begin, attribute.value), "calendar",
               "follows from the day of the row");
        break;
      }
      if (slot.settled) continue;
    }
    for (const NumberAttribute& attribute : kNumbers) {
      if (!matches(attribute.patterns, name)) continue;
      settle(slot,
             integers(attribute.nature, [begin, value = attribute.value](
                                            std::int64_t row) { return value(begin + row); }),
             "calendar", "follows from the day of the row");
      break;
    }
  }
  return {};
}

}  // namespace dbx::seed
