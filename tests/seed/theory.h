// Distribution functions written down once more, with the standard library, and the distances of a
// sample to them. Nothing of the product's mathematics is used here.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <string>
#include <vector>

namespace dbx::seed::theory {

using Cumulative = std::function<double(double)>;  // P(X <= x)

inline double normal(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

inline Cumulative truncated(const Cumulative& whole, double low, double high) {
  const double begin = whole(low);
  const double end = whole(high);
  return [=](double x) { return (whole(x) - begin) / (end - begin); };
}

// sup |F_n - F|
inline double kolmogorov(std::vector<double> sample, const Cumulative& cumulative) {
  std::sort(sample.begin(), sample.end());
  const double n = static_cast<double>(sample.size());
  double distance = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double expected = cumulative(sample[i]);
    distance = std::max({distance, std::fabs(expected - static_cast<double>(i) / n),
                         std::fabs(expected - static_cast<double>(i + 1) / n)});
  }
  return distance;
}
// At the level of 1 percent, for n above 35 (Kolmogorov's limit distribution).
inline double kolmogorov_limit(std::size_t n) { return 1.63 / std::sqrt(static_cast<double>(n)); }

struct ChiSquare {
  double value = 0;
  double limit = 0;  // the 0.999 quantile, after Wilson and Hilferty (1931)
};
// Over 0, 1, 2, ... with the probabilities given; cells with fewer than five expected are joined.
inline ChiSquare chi_square(const std::map<long, long>& observed,
                            const std::function<double(long)>& probability, long from, long to) {
  double n = 0;
  for (const auto& [value, count] : observed) n += static_cast<double>(count);
  ChiSquare out;
  double expected = 0;
  double seen = 0;
  double left = 1;
  int cells = 0;
  const auto close = [&] {
    out.value += (seen - expected) * (seen - expected) / expected;
    ++cells;
    expected = seen = 0;
  };
  for (long k = from; k <= to; ++k) {
    const double p = probability(k);
    left -= p;
    expected += n * p;
    const auto found = observed.find(k);
    if (found != observed.end()) seen += static_cast<double>(found->second);
    if (expected >= 5 && n * left >= 5) close();
  }
  expected += std::max(0.0, n * left);
  for (const auto& [value, count] : observed) {
    if (value < from) return {1e9, 0};
    if (value > to) seen += static_cast<double>(count);
  }
  if (expected > 0) close();
  const double degrees = std::max(1, cells - 1);
  const double part = 2.0 / (9.0 * degrees);
  out.limit = degrees * std::pow(1.0 - part + 3.0902 * std::sqrt(part), 3);
  return out;
}

inline double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double n = static_cast<double>(x.size());
  double mean_x = 0;
  double mean_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mean_x += x[i] / n;
    mean_y += y[i] / n;
  }
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return xy / std::sqrt(xx * yy);
}
// Ranks from 1; equal values share the mean of theirs.
inline std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> out(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      out[order[i]] = (static_cast<double>(begin + end) + 1.0) / 2.0;
    }
    begin = end;
  }
  return out;
}
// Distance of a sample correlation to `rho` in standard errors, by Fisher's z.
inline double fisher_distance(double sample, double rho, std::size_t n) {
  return std::fabs(std::atanh(sample) - std::atanh(rho)) * std::sqrt(static_cast<double>(n) - 3.0);
}

}  // namespace dbx::seed::theory
