// Reading `locale`.
#include "dbx/seed/locale/choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::seed {

Diagnostic unknown_locale(std::string_view name) {
  Diagnostic problem;
  problem.code = Code::kBadFill;
  problem.message = fmt::format("unknown locale '{}'", name);
  // A hyphen is the usual slip: pt-BR.
  const std::string written = text::replace_all(name, "-", "_");
  if (find_locale(written)) {
    problem.hint = fmt::format("did you mean '{}'?", written);
  } else if (const auto near = text::nearest(written, locale_names())) {
    problem.hint = fmt::format("did you mean '{}'?", *near);
  } else {
    problem.hint = fmt::format("there are {}", fmt::join(locale_names(), ", "));
  }
  return problem;
}

LocaleChoice::LocaleChoice(const Request& request, FillParameters& parameters)
    : random_(request.key, "locale") {
  std::vector<LocaleShare> shares(request.locale.begin(), request.locale.end());
  if (parameters.has("locale")) {
    const WeightedTexts given = parameters.weighted("locale");
    shares.clear();
    for (std::size_t i = 0; i < given.texts.size(); ++i) {
      if (!given.texts[i].empty()) shares.push_back({given.texts[i], given.weights[i]});
    }
  }
  std::vector<double> weights;
  for (const LocaleShare& share : shares) {
    if (const auto locale = find_locale(share.name)) {
      locales_.push_back(*locale);
      weights.push_back(share.weight);
    } else {
      const Diagnostic problem = unknown_locale(share.name);
      parameters.complain(problem.message, problem.hint);
    }
  }
  const bool drawn = std::any_of(weights.begin(), weights.end(), [](double w) { return w > 0; });
  if (locales_.size() > 1 && drawn) mixture_.emplace(weights);
}

}  // namespace dbx::seed
