// gamma: amounts and waiting times with a shape (mean shape * scale, variance shape * scale^2),
// truncated to min..max. The inverse distribution function is tabulated in the logarithm of the
// value (inverse_table.h), which is smooth at every shape from 0.1 (mostly next to nothing) to a
// million (a normal bell).
#include "dbx/seed/generators/gamma_law.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
Result<GeneratorPtr> make_gamma(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "gamma"));
  const double shape = parameters.number("shape", 2);
  const double scale = parameters.number("scale", 1);
  parameters.require(shape >= 0.1 && shape <= 1e6, "'shape' must be from 0.1 to 1,000,000");
  parameters.require(scale > 0, "'scale' must be above 0");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return drawn(request, parameters,
               [scale, table = InverseTable(LogGamma(shape), -80.0, 20.0)](double u) {
                 return scale * exp(table(u));
               });
}

}  // namespace dbx::seed
