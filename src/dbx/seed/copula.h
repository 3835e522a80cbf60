// Correlation within a row: which columns of a table the fills tie together by `with` and `rho`,
// and what that makes of their uniform numbers (uniforms.h). A Gaussian copula: z = L g, u =
// Phi(z), x = F^-1(u), with L the Cholesky factor of the matrix of all pairs of the table; pairs
// that nobody names have a rho of 0. So `rho` is the correlation of the normal scores (NORTA
// without its inner calibration: Cario and Nelson, 1997), which does not depend on the marginals.
// The rank correlation of continuous columns follows exactly: Spearman's is 6/pi asin(rho / 2),
// Kendall's 2/pi asin(rho); Pearson's is rho itself between normal columns and nearer to 0 between
// skewed ones. Planning only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/seed/generator.h"

namespace dbx::seed {

// A fill that may hold `with` and `rho`.
struct CopulaColumn {
  std::string name;
  const spec::Fill* fill = nullptr;  // may be nothing
  std::string pointer;               // of the column
};

struct Copula {
  std::map<std::string, Latent, std::less<>> latents;  // of the columns that are correlated
  Diagnostics notes;                                   // correlation-repaired
};

// Columns in the order of the table; the earliest of those tied together keeps its own numbers.
// Errors, located: bad-fill.
Result<Copula> read_copula(const std::string& table, const std::vector<CopulaColumn>& columns);

}  // namespace dbx::seed
