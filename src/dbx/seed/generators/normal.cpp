// normal: mean and standard deviation, truncated to min..max. One uniform a value through the
// inverse distribution function (AS 241, math.h).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {

struct NormalQuantile {
  double mean;
  double deviation;

  double operator()(double u) const { return mean + deviation * normal_quantile(u); }
  void all(std::span<double> values) const {
    normal_quantile_all(values);
    for (double& value : values) value = mean + deviation * value;
  }
};

}  // namespace

Result<GeneratorPtr> make_normal(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "normal"));
  const double mean = parameters.number("mean", 0);
  const double deviation = parameters.number("stddev", 1);
  parameters.require(deviation >= 0, "'stddev' must not be negative");
  return drawn(request, parameters, NormalQuantile{mean, deviation});
}

}  // namespace dbx::seed
