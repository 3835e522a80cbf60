// Distribution functions that have no closed form, with the same bits on every machine (math.h).
// They are evaluated while planning, to tabulate inverses (inverse_table.h), and where a copula
// turns normal scores into uniform numbers. Pure, thread-safe.
#pragma once

namespace dbx::seed {

// P(Z <= z) of a standard normal Z; relative error below 1e-11 down to z = -38. Source: to |z| = 4
// Hart et al., Computer Approximations (1968), 5666, as given by West, Wilmott Magazine (May 2005)
// 70-76; past it the incomplete gamma function.
double normal_below(double z);

// log of the gamma function for x > 0; error about 1e-15 of the larger of 1 and the result. Source:
// Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86-96, with g = 7 and 9 terms.
double log_gamma(double x);

// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x) for a > 0, x >= 0:
// power series below a + 1, continued fraction above it. Source: NIST DLMF 8.11.4, 8.9.2.
double gamma_below(double a, double x);
double gamma_above(double a, double x);

// The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 <= x <= 1, where y must be
// 1 - x (given apart, so that neither tail loses digits). Source: NIST DLMF 8.17.22.
double beta_below(double a, double b, double x, double y);

}  // namespace dbx::seed
