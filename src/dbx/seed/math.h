// log, exp and the normal quantile with the same bits on every machine: a libm's last digit differs
// between systems, and a seeded cell must not. Needs IEEE 754 doubles and -ffp-contract=off. Pure.
#pragma once

namespace dbx::seed {

// Natural logarithm for x > 0 and finite; error below 1 ulp. Source: fdlibm e_log.c (Sun, 1993).
double log(double x);
// e^x, below 1 ulp; 0 under -745, the largest finite double over 709.7. Source: fdlibm e_exp.c.
double exp(double x);
// The x with P(Z <= x) = p for a standard normal Z and 0 < p < 1; relative error about 1e-16.
// Source: algorithm AS 241, PPND16 (Wichura, Applied Statistics 37(3), 1988).
double normal_quantile(double p);

}  // namespace dbx::seed
