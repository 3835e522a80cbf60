// pareto: a heavy tail above `scale`: P(X > x) = (scale / x)^shape (type I; Johnson, Kotz,
// Balakrishnan, Continuous Univariate Distributions 1, chapter 20). No mean at a shape of 1 or
// less, so the default is 2. Truncated to min..max. Inverse: scale * (1 - u)^(-1 / shape).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_pareto(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "pareto"));
  const double shape = parameters.number("shape", 2);
  const double scale = parameters.number("scale", 1);
  parameters.require(shape >= 0.1 && shape <= 1000, "'shape' must be from 0.1 to 1000");
  parameters.require(scale > 0, "'scale' must be above 0");
  return drawn(request, parameters,
               [shape, scale](double u) { return scale * exp(-log(1.0 - u) / shape); });
}

}  // namespace dbx::seed
