// histogram: bins with weights, even within each: `edges: [0, 10, 50, 100], weights: [5, 3, 1]`;
// truncated to min..max. The inverse distribution function is a line in each bin.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {

class BinQuantile {
 public:
  BinQuantile(std::vector<double> edges, const std::vector<double>& weights)
      : edges_(std::move(edges)) {
    double total = 0;
    for (const double weight : weights) total += weight;
    double sum = 0;
    for (const double weight : weights) {
      sum += weight;
      shares_.push_back(sum / total);
    }
    shares_.back() = 1.0;
  }
  double operator()(double u) const {
    const auto at = static_cast<std::size_t>(
        std::upper_bound(shares_.begin(), shares_.end() - 1, u) - shares_.begin());
    const double begin = at == 0 ? 0.0 : shares_[at - 1];
    const double share = shares_[at] - begin;
    const double part = share > 0 ? std::min((u - begin) / share, 1.0) : 0.0;
    return edges_[at] + (edges_[at + 1] - edges_[at]) * part;
  }

 private:
  std::vector<double> edges_;
  std::vector<double> shares_;  // cumulative, one a bin
};

}  // namespace

Result<GeneratorPtr> make_histogram(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "histogram"));
  std::vector<double> edges = parameters.numbers("edges");
  std::vector<double> weights = parameters.numbers("weights");
  parameters.require(edges.size() >= 2, "'edges' takes two numbers or more");
  for (std::size_t i = 1; i < edges.size(); ++i) {
    parameters.require(edges[i - 1] < edges[i], "'edges' must rise");
  }
  if (!parameters.has("weights")) weights.assign(std::max<std::size_t>(edges.size(), 2) - 1, 1.0);
  parameters.require(weights.size() + 1 == edges.size(), "'weights' takes one a bin");
  double total = 0;
  for (const double weight : weights) {
    parameters.require(weight >= 0, "'weights' must not be negative");
    total += weight;
  }
  parameters.require(total > 0, "at least one weight must be above 0");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return drawn(request, parameters, BinQuantile(std::move(edges), weights));
}

}  // namespace dbx::seed
