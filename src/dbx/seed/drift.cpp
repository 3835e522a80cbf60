// One generator a month, all drawing from the same stream.
#include "dbx/seed/drift.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/switched.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kDrift = "drift";
constexpr std::int64_t kMonthsMax = 1'200;
constexpr double kRateMax = 10;

std::int64_t month_of(std::int64_t day) {
  const CivilDate date = civil_from_days(day);
  return date.year * std::int64_t{12} + date.month - 1;
}

// Which month of the timeline a row is in.
class ByMonth final : public Chooser {
 public:
  explicit ByMonth(const Timeline& timeline) : day_(timeline.day) {
    const std::int64_t first = month_of(timeline.begin);
    for (std::int64_t day = 0; day < timeline.days; ++day) {
      months_.push_back(static_cast<std::uint32_t>(month_of(timeline.begin + day) - first));
    }
  }
  void choose(Rows rows, std::span<std::uint32_t> out) const override {
    assert(rows.size() <= kBatchRows);
    std::array<std::int64_t, kBatchRows> days;
    std::copy(rows.begin(), rows.end(), days.begin());
    day_->map(std::span(days).first(rows.size()));
    const auto last = static_cast<std::int64_t>(months_.size()) - 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out[i] = months_[static_cast<std::size_t>(std::clamp<std::int64_t>(days[i], 0, last))];
    }
  }

 private:
  IndexPtr day_;
  std::vector<std::uint32_t> months_;  // of each day
};

// One number of the fill that moves.
struct Moving {
  std::size_t parameter = 0;
  std::size_t at = 0;  // in its weights, where `weighted`
  bool weighted = false;
  double base = 0;
  double growth = 0;  // log(1 + rate)
};

class DriftReader {
 public:
  DriftReader(spec::Fill& fill, FillParameters& parameters)
      : fill_(fill), parameters_(parameters) {}

  // Takes `drift` out of the fill.
  std::vector<Moving> read() {
    const auto found = std::find_if(fill_.parameters.begin(), fill_.parameters.end(),
                                    [](const auto& one) { return one.name == kDrift; });
    const spec::FillParameter drift = *found;
    fill_.parameters.erase(found);
    std::vector<Moving> moving;
    if (drift.weights.empty() || !drift.fills.empty()) {
      parameters_.complain("'drift' takes a mapping: {mean: 0.05} is five percent more a year");
      return moving;
    }
    for (std::size_t i = 0; i < drift.values.size(); ++i) {
      const auto rate = text::to_double(drift.weights[i]);
      if (!rate || !(*rate > -1 && *rate <= kRateMax)) {
        parameters_.complain(
            fmt::format("'drift' of '{}' takes a number above -1, at most 10: "
                        "0.05 is five percent more a year, not '{}'",
                        drift.values[i], drift.weights[i]));
        continue;
      }
      if (auto one = target_of(drift.values[i])) {
        one->growth = log(1.0 + *rate);
        moving.push_back(*one);
      }
    }
    return moving;
  }

 private:
  std::optional<Moving> target_of(const std::string& name) {
    return fill_.generator == "categorical" ? value_of(name) : parameter_of(name);
  }

  std::optional<Moving> value_of(const std::string& name) {
    for (std::size_t p = 0; p < fill_.parameters.size(); ++p) {
      spec::FillParameter& values = fill_.parameters[p];
      if (values.name != "values") continue;
      const auto found = std::find(values.values.begin(), values.values.end(), name);
      if (found == values.values.end()) break;
      if (values.weights.empty()) {
        values.weights.assign(values.values.size(), "1");
        values.is_list = true;
      }
      const auto at = static_cast<std::size_t>(found - values.values.begin());
      const auto base = text::to_double(values.weights[at]);
      if (!base || *base == 0) return complain_nothing(name);
      return Moving{p, at, true, *base};
    }
    parameters_.complain(fmt::format("'drift' names '{}', which is none of the values", name));
    return {};
  }

  std::optional<Moving> parameter_of(const std::string& name) {
    for (std::size_t p = 0; p < fill_.parameters.size(); ++p) {
      const spec::FillParameter& parameter = fill_.parameters[p];
      if (parameter.name != name) continue;
      const bool scalar = parameter.values.size() == 1 && !parameter.is_list;
      const auto base = scalar ? text::to_double(parameter.values[0]) : std::nullopt;
      if (!base) {
        parameters_.complain(fmt::format("'drift' of '{}', which is no number", name));
        return {};
      }
      if (*base == 0) return complain_nothing(name);
      return Moving{p, 0, false, *base};
    }
    parameters_.complain(fmt::format("'drift' of '{}', which the fill does not give", name));
    return {};
  }

  std::optional<Moving> complain_nothing(const std::string& name) {
    parameters_.complain(fmt::format("'drift' of '{}', which is 0 and stays so", name));
    return {};
  }

  spec::Fill& fill_;
  FillParameters& parameters_;
};

spec::Fill in_month(const spec::Fill& fill, const std::vector<Moving>& moving, std::int64_t month) {
  spec::Fill moved = fill;
  const double years = static_cast<double>(month) / 12.0;
  for (const Moving& one : moving) {
    spec::FillParameter& parameter = moved.parameters[one.parameter];
    const std::string value = fmt::format("{}", one.base * exp(one.growth * years));
    (one.weighted ? parameter.weights[one.at] : parameter.values[0]) = value;
  }
  return moved;
}

}  // namespace

bool drifts(const spec::Fill& fill) {
  return std::any_of(fill.parameters.begin(), fill.parameters.end(),
                     [](const auto& parameter) { return parameter.name == kDrift; });
}

Result<GeneratorPtr> drifting(const spec::Fill& fill, const Request& request) {
  FillParameters parameters(fill);
  if (request.unique) return fail(never_unique(request, fill.generator + " with 'drift'"));
  spec::Fill base = fill;
  const std::vector<Moving> moving = DriftReader(base, parameters).read();
  const Timeline timeline = request.siblings.timeline();
  parameters.require(timeline.day != nullptr, "'drift' needs a date in the row to go by");
  const std::int64_t months =
      timeline.day ? month_of(timeline.begin + timeline.days - 1) - month_of(timeline.begin) + 1
                   : 1;
  parameters.require(months <= kMonthsMax, "'drift' over more than a hundred years");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  std::vector<GeneratorPtr> made;
  for (std::int64_t month = 0; month < months; ++month) {
    Result<GeneratorPtr> one = create(in_month(base, moving, month), request);
    if (!one) {
      Diagnostics problems = one.error();
      for (Diagnostic& problem : problems) {
        if (month > 0) {
          problem.message += fmt::format(" - after {} months of 'drift'", month);
        }
      }
      return fail(std::move(problems));
    }
    if (request.index) one = std::make_unique<ThroughIndex>(request.index, std::move(*one));
    made.push_back(std::move(*one));
  }
  return GeneratorPtr(std::make_unique<Switched>(std::move(made),
                                                 std::make_unique<ByMonth>(timeline),
                                                 database::storage_of(request.column.type)));
}

}  // namespace dbx::seed
