// empirical: a smooth curve through measured quantiles: `quantiles: {0: 5, 0.5: 40, 0.9: 200, 1:
// 900}`, or a list of them, evenly spaced from the least to the largest; truncated to min..max. The
// inverse distribution function is a monotone piecewise cubic (Fritsch and Carlson, SIAM J. Numer.
// Anal. 17(2), 1980), so that the quantiles are met exactly and nothing is beyond them.
#include <cmath>

#include "dbx/base/text.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {

class MonotoneCubic {
 public:
  // Shares rise from 0 to 1; values do not fall; as many, two or more.
  MonotoneCubic(std::vector<double> shares, std::vector<double> values)
      : shares_(std::move(shares)), values_(std::move(values)), slopes_(values_.size()) {
    const std::size_t last = values_.size() - 1;
    std::vector<double> secants(last);
    for (std::size_t i = 0; i < last; ++i) {
      secants[i] = (values_[i + 1] - values_[i]) / (shares_[i + 1] - shares_[i]);
    }
    slopes_[0] = secants[0];
    slopes_[last] = secants[last - 1];
    for (std::size_t i = 1; i < last; ++i) {
      const bool flat = secants[i - 1] == 0 || secants[i] == 0;
      slopes_[i] = flat ? 0.0 : (secants[i - 1] + secants[i]) / 2.0;
    }
    for (std::size_t i = 0; i < last; ++i) {
      if (secants[i] == 0) {
        slopes_[i] = slopes_[i + 1] = 0;
        continue;
      }
      // Within the circle of radius 3 the cubic does not turn back.
      const double a = slopes_[i] / secants[i];
      const double b = slopes_[i + 1] / secants[i];
      const double square = a * a + b * b;
      if (square <= 9.0) continue;
      const double shrink = 3.0 / std::sqrt(square);
      slopes_[i] = shrink * a * secants[i];
      slopes_[i + 1] = shrink * b * secants[i];
    }
  }
  double operator()(double u) const {
    const auto at = static_cast<std::size_t>(
        std::upper_bound(shares_.begin() + 1, shares_.end() - 1, u) - shares_.begin() - 1);
    const double width = shares_[at + 1] - shares_[at];
    const double t = (u - shares_[at]) / width;
    const double s = 1.0 - t;
    return s * s * ((1.0 + 2.0 * t) * values_[at] + t * width * slopes_[at]) +
           t * t * ((1.0 + 2.0 * s) * values_[at + 1] - s * width * slopes_[at + 1]);
  }

 private:
  std::vector<double> shares_;
  std::vector<double> values_;
  std::vector<double> slopes_;
};

std::vector<double> read_values(FillParameters& parameters,
                                const std::vector<std::string>& written) {
  std::vector<double> out;
  for (const std::string& text : written) {
    const auto value = text::to_double(text);
    const bool fits = value && *value > -1e15 && *value < 1e15;
    if (!fits) parameters.complain("'" + text + "' is not a number between -1e15 and 1e15");
    out.push_back(fits ? *value : 0.0);
  }
  return out;
}

}  // namespace

Result<GeneratorPtr> make_empirical(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "empirical"));
  const spec::FillParameter* given = parameters.find("quantiles");
  parameters.require(given != nullptr && given->values.size() >= 2 && given->fills.empty(),
                     "'quantiles' takes two or more: {0: 5, 0.5: 40, 1: 900}");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  std::vector<double> values;
  std::vector<double> shares;
  if (given->weights.empty()) {
    values = read_values(parameters, given->values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      shares.push_back(static_cast<double>(i) / static_cast<double>(values.size() - 1));
    }
  } else {
    shares = read_values(parameters, given->values);
    values = read_values(parameters, given->weights);
    parameters.require(shares.front() == 0 && shares.back() == 1,
                       "the first of 'quantiles' must be 0 and the last 1");
  }
  for (std::size_t i = 1; i < values.size(); ++i) {
    parameters.require(shares[i - 1] < shares[i], "the shares of 'quantiles' must rise");
    parameters.require(values[i - 1] <= values[i], "the values of 'quantiles' must not fall");
  }
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return drawn(request, parameters, MonotoneCubic(std::move(shares), std::move(values)));
}

}  // namespace dbx::seed
