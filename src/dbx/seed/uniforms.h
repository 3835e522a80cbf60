// Where the values of a distribution come from: uniform numbers, one a row, which its inverse
// distribution function turns into values. They are the cell's own, or, where columns of a row are
// correlated, the Gaussian copula's: z = L g, u = Phi(z), with g the cells' own normal scores and L
// a row of the Cholesky factor of the columns' correlation matrix (copula.cpp). `min` and `max`
// truncate: u is spread over F(min)..F(max) only, so that no value piles up at an end. Immutable
// after construction, thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/math.h"
#include "dbx/seed/random.h"
#include "dbx/seed/special.h"

namespace dbx::seed {

class Uniforms {
 public:
  explicit Uniforms(const Request& request) : own_(request.key, request.column.name) {
    if (request.latent == nullptr) return;
    for (const LatentTerm& term : request.latent->terms) {
      terms_.push_back({Random(request.key, term.column), term.weight});
    }
  }
  bool correlated() const { return !terms_.empty(); }
  const Random& own() const { return own_; }

  double at(std::int64_t row) const {
    if (terms_.empty()) return to_unit(own_.bits(row).first);
    double z = 0;
    for (const Term& term : terms_) {
      z += term.weight * normal_quantile(to_unit(term.random.bits(row).first));
    }
    return std::min(std::max(normal_below(z), kUnitMin), kUnitMax);
  }
  // at() of each row; at most kBatchRows of them.
  void fill(Rows rows, std::span<double> out) const {
    if (terms_.empty()) return own_.fill_units(rows, out);
    assert(rows.size() <= kBatchRows);
    std::array<double, kBatchRows> scores;
    const std::span<double> score = std::span(scores).first(rows.size());
    std::fill(out.begin(), out.end(), 0.0);
    for (const Term& term : terms_) {
      term.random.fill_units(rows, score);
      normal_quantile_all(score);
      for (std::size_t i = 0; i < rows.size(); ++i) out[i] += term.weight * score[i];
    }
    for (double& z : out) z = std::min(std::max(normal_below(z), kUnitMin), kUnitMax);
  }

 private:
  struct Term {
    Random random;
    double weight;
  };
  Random own_;
  std::vector<Term> terms_;
};

// The part of 0..1 that a truncated distribution draws from, and its ends.
struct Truncation {
  double begin = 0;
  double width = 1;
  double low = -std::numeric_limits<double>::max();
  double high = std::numeric_limits<double>::max();

  double quantile(double u) const { return std::min(begin + width * u, kUnitMax); }
  double within(double value) const { return std::min(std::max(value, low), high); }
};

// sup {u: quantile(u) < value} for a quantile function that does not fall, to 2^-60.
template <class Quantile>
double share_below(const Quantile& quantile, double value) {
  double low = 0;
  double high = 1;
  if (!(quantile(kUnitMin) < value)) return 0;
  if (quantile(kUnitMax) < value) return 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = low + (high - low) / 2.0;
    if (middle <= low || middle >= high) break;
    (quantile(middle) < value ? low : high) = middle;
  }
  return low;
}

// Reads `min` and `max`. Complains where less than a billionth of the distribution is between them.
template <class Quantile>
Truncation read_truncation(FillParameters& parameters, const Quantile& quantile) {
  Truncation cut;
  if (parameters.has("min")) cut.low = parameters.number("min", 0);
  if (parameters.has("max")) cut.high = parameters.number("max", 0);
  parameters.require(cut.low <= cut.high, "'min' is above 'max'");
  if (!parameters.problems().empty()) return cut;
  if (parameters.has("min")) cut.begin = share_below(quantile, cut.low);
  const double end = parameters.has("max")
                         ? share_below(quantile, std::nextafter(cut.high, 2 * cut.high + 1e300))
                         : 1.0;
  cut.width = end - cut.begin;
  parameters.require(cut.width >= 1e-9,
                     "next to nothing of the distribution lies from 'min' to 'max'");
  return cut;
}

// A quantile function that also takes a batch, in place: the same values, faster.
template <class Quantile>
concept TakesBatch =
    requires(const Quantile& quantile, std::span<double> values) { quantile.all(values); };

// quantile: double in (0, 1) -> double, not falling.
template <class Quantile>
class Drawn final : public Generator {
 public:
  Drawn(Uniforms uniforms, Truncation cut, Quantile quantile)
      : uniforms_(std::move(uniforms)), cut_(cut), quantile_(std::move(quantile)) {}
  Nature nature() const override { return Nature::kNumber; }
  void fill(Rows rows, Values& out) const override {
    out.doubles.resize(rows.size());
    uniforms_.fill(rows, out.doubles);
    if constexpr (TakesBatch<Quantile>) {
      for (double& value : out.doubles) value = cut_.quantile(value);
      quantile_.all(out.doubles);
      for (double& value : out.doubles) value = cut_.within(value);
    } else {
      for (double& value : out.doubles) value = cut_.within(quantile_(cut_.quantile(value)));
    }
  }

 private:
  Uniforms uniforms_;
  Truncation cut_;
  Quantile quantile_;
};

// quantile: double in (0, 1) -> std::int64_t, not falling.
template <class Quantile>
class DrawnWhole final : public Generator {
 public:
  DrawnWhole(Nature nature, Uniforms uniforms, Quantile quantile)
      : nature_(nature), uniforms_(std::move(uniforms)), quantile_(std::move(quantile)) {}
  Nature nature() const override { return nature_; }
  void fill(Rows rows, Values& out) const override {
    assert(rows.size() <= kBatchRows);
    std::array<double, kBatchRows> uniforms;
    uniforms_.fill(rows, std::span(uniforms).first(rows.size()));
    out.integers.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out.integers[i] = quantile_(uniforms[i]);
  }

 private:
  Nature nature_;
  Uniforms uniforms_;
  Quantile quantile_;
};

// A continuous distribution by its inverse distribution function, truncated as `min` and `max` say.
template <class Quantile>
Result<GeneratorPtr> drawn(const Request& request, FillParameters& parameters, Quantile quantile) {
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const Truncation cut = read_truncation(parameters, quantile);
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return GeneratorPtr(
      std::make_unique<Drawn<Quantile>>(Uniforms(request), cut, std::move(quantile)));
}

template <class Quantile>
GeneratorPtr drawn_whole(Nature nature, const Request& request, Quantile quantile) {
  return std::make_unique<DrawnWhole<Quantile>>(nature, Uniforms(request), std::move(quantile));
}

}  // namespace dbx::seed
