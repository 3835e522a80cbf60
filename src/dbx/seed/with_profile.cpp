// What a profile says of rows, as options.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/seed.h"

namespace dbx::seed {
namespace {

// Three years of facts; what each scenario multiplies, and what it strains.
void start_from(spec::Scenario scenario, Options& options) {
  switch (scenario) {
    case spec::Scenario::kTiny:
      options.scale = 0.003;
      return;
    case spec::Scenario::kDemo:
      return;
    case spec::Scenario::kLoad:
      options.scale = 100;
      return;
    case spec::Scenario::kStress:
      options.scale = 10;
      options.fan_out_sigma = 2.5;
      options.wide_rate = 0.02;
      options.null_storm_rate = 0.05;
      return;
  }
}

class DatesReader {
 public:
  DatesReader(const spec::ProfileDates& dates, Diagnostics& problems)
      : dates_(dates), problems_(problems) {}

  void into(Options& options) {
    const std::int64_t from = read("from", dates_.from, options.dates.begin);
    const std::int64_t to = read("to", dates_.to, options.dates.begin + options.dates.days - 1);
    const std::int64_t until = read("until", dates_.until, to);
    if (from > to) complain("from", "`from` is after `to`");
    if (until < to) complain("until", "`until` is before `to`");
    if (!dates_.until.empty() && civil_from_days(until + 1).day != 1) {
      complain("until", fmt::format("'{}' is not the last day of a month: rows are added by whole "
                                    "months",
                                    dates_.until));
    }
    if (to - from > kDaysMax || until - to > kDaysMax) {
      complain("to", "more than 400 years of days");
    }
    options.dates = {from, to - from + 1};
    options.extra_days = until - to;
  }

 private:
  static constexpr std::int64_t kDaysMax = 146'097;

  std::int64_t read(std::string_view key, const std::string& text, std::int64_t fallback) {
    if (text.empty()) return fallback;
    if (const auto day = read_date(text)) return *day;
    complain(key, fmt::format("'{}' is no date", text));
    return fallback;
  }
  void complain(std::string_view key, std::string message) {
    Diagnostic problem;
    problem.code = Code::kBadProfile;
    problem.where.pointer = fmt::format("/dates/{}", key);
    problem.message = std::move(message);
    problem.hint = "dates: {from: 2023-01-01, to: 2025-12-31, until: 2026-03-31}";
    problems_.push_back(std::move(problem));
  }

  const spec::ProfileDates& dates_;
  Diagnostics& problems_;
};

// Special days, read by their rules; everything wrong with them is complained of.
class DaysReader {
 public:
  DaysReader(const Options& options, Diagnostics& problems)
      : first_(options.dates.begin),
        last_(options.dates.begin + options.dates.days + options.extra_days - 1),
        problems_(problems) {}

  CalendarPtr read(const std::vector<spec::ProfileDays>& days, const std::string& pointer) {
    if (days.empty()) return {};
    const std::size_t before = problems_.size();
    std::vector<BusinessCalendar::Entry> entries;
    for (std::size_t i = 0; i < days.size(); ++i) {
      entries.push_back(read_entry(days[i], fmt::format("{}/{}", pointer, i)));
    }
    if (problems_.size() > before) return {};
    // A year more on both sides: for what follows and comes before.
    auto calendar =
        std::make_shared<BusinessCalendar>(std::move(entries), first_ - 366, last_ + 366);
    if (!calendar->open_day(first_, last_)) {
      complain(pointer, "the calendar closes every day from `from` to `until`",
               "leave some days open");
    }
    return calendar;
  }

 private:
  BusinessCalendar::Entry read_entry(const spec::ProfileDays& days, const std::string& pointer) {
    BusinessCalendar::Entry entry;
    entry.days = static_cast<int>(std::clamp<std::int64_t>(days.days, 1, 366));
    entry.factor = days.closed ? 0 : days.factor.value_or(1);
    entry.text = text::join(days.on, ", ");
    if (days.closed && days.factor) {
      complain(pointer + "/factor", "`closed` and `factor` contradict each other",
               "keep one of them");
    }
    if (!days.closed && !days.factor) {
      complain(pointer, "it says neither `factor` nor `closed`", "factor: 2, or closed: true");
    }
    if (days.factor && !(*days.factor >= 0 && *days.factor <= 1000)) {
      complain(pointer + "/factor", fmt::format("a factor of {} is not possible", *days.factor),
               "write a number from 0 to 1000");
    }
    if (days.days < 1 || days.days > 366) {
      complain(pointer + "/days", fmt::format("{} days are not possible", days.days),
               "write 1 to 366");
    }
    if (days.on.empty()) complain(pointer + "/on", "it names no day", "on: 12-25");
    for (std::size_t i = 0; i < days.on.size(); ++i) {
      const std::vector<DayRule> rules = read_day_rules(days.on[i]);
      entry.rules.insert(entry.rules.end(), rules.begin(), rules.end());
      if (!rules.empty()) continue;
      const auto near = text::nearest(days.on[i], calendar_names());
      complain(days.on.size() == 1 ? pointer + "/on" : fmt::format("{}/on/{}", pointer, i),
               fmt::format("'{}' is no day and no calendar", days.on[i]),
               near ? fmt::format("did you mean '{}'?", *near)
                    : fmt::format("{}; or saturday, 12-25, easter-2, 4th thursday of november, "
                                  "2024-03-05",
                                  fmt::join(calendar_names(), ", ")));
    }
    return entry;
  }
  void complain(std::string pointer, std::string message, std::string hint) {
    Diagnostic problem;
    problem.code = Code::kBadProfile;
    problem.where.pointer = std::move(pointer);
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    problems_.push_back(std::move(problem));
  }

  std::int64_t first_;
  std::int64_t last_;
  Diagnostics& problems_;
};

void read_table(const spec::ProfileTable& table, const std::string& pointer, DaysReader& days,
                Options& options) {
  if (table.rows) options.rows[table.name] = *table.rows;
  for (const spec::ProfileColumn& column : table.columns) {
    if (column.null_rate) options.null_rates[table.name][column.name] = *column.null_rate;
    if (column.fill && column.fill->generator == "fan_out") {
      options.fan_out[table.name][column.name] = *column.fill;
    }
  }
  if (!table.dirt.empty()) options.dirt[table.name] = table.dirt;
  if (CalendarPtr own = days.read(table.calendar, pointer + "/calendar")) {
    options.calendars[table.name] = std::move(own);
  }
}

}  // namespace

Result<Options> with_profile(Options options, const spec::Profile& profile) {
  Diagnostics problems;
  start_from(profile.scenario, options);
  if (profile.seed) options.seed = static_cast<std::uint64_t>(*profile.seed);
  if (profile.scale) options.scale = *profile.scale;
  DatesReader(profile.dates, problems).into(options);
  if (!profile.locale.empty()) options.locale.clear();
  for (const spec::ProfileLocale& locale : profile.locale) {
    options.locale.push_back({locale.name, locale.weight});
  }
  if (!problems.empty()) return fail(std::move(problems));  // without days, no special ones
  DaysReader days(options, problems);
  options.calendar = days.read(profile.calendar, "/calendar");
  for (std::size_t t = 0; t < profile.tables.size(); ++t) {
    read_table(profile.tables[t], fmt::format("/tables/{}", t), days, options);
  }
  if (!problems.empty()) return fail(std::move(problems));
  return options;
}

}  // namespace dbx::seed
