// What a profile says of rows, as options.
#include <fmt/format.h>

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
  for (const spec::ProfileTable& table : profile.tables) {
    if (table.rows) options.rows[table.name] = *table.rows;
    for (const spec::ProfileColumn& column : table.columns) {
      if (column.null_rate) options.null_rates[table.name][column.name] = *column.null_rate;
    }
    if (!table.dirt.empty()) options.dirt[table.name] = table.dirt;
  }
  if (!problems.empty()) return fail(std::move(problems));
  return options;
}

}  // namespace dbx::seed
