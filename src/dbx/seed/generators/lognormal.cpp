// lognormal: amounts - many small, few large. median is exp(mu); sigma is the spread of the
// logarithm; truncated to min..max. Inverse distribution function: exp(mu + sigma * normal
// quantile).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {

struct LognormalQuantile {
  double median;
  double sigma;

  double operator()(double u) const { return median * exp(sigma * normal_quantile(u)); }
  void all(std::span<double> values) const {
    normal_quantile_all(values);
    for (double& value : values) value = sigma * value;
    exp_all(values);
    for (double& value : values) value = median * value;
  }
};

}  // namespace

Result<GeneratorPtr> make_lognormal(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "lognormal"));
  const double median = parameters.number("median", 100);
  const double sigma = parameters.number("sigma", 1);
  parameters.require(median > 0, "'median' must be above 0");
  parameters.require(sigma >= 0 && sigma <= 10, "'sigma' must be from 0 to 10");
  return drawn(request, parameters, LognormalQuantile{median, sigma});
}

}  // namespace dbx::seed
