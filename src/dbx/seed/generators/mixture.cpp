// mixture: in each row one of several fills: `of: [{weight: 3, generator: normal, mean: 10},
// {weight: 1, generator: pareto, scale: 50}]`; without weights all alike. The fill is chosen by the
// cell's second draw, its value made of the first, so that the mixture has exactly the mixed
// distribution and, with `with`, each of the fills keeps the correlation (the whole has less of it,
// the further they lie apart).
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/seed/distribution.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/switched.h"

namespace dbx::seed {
namespace {

constexpr std::uint32_t kDraw = 0xFFFF;  // of the choice: no generator draws so often

class Weighted final : public Chooser {
 public:
  Weighted(Random random, std::span<const double> weights) : random_(random), table_(weights) {}
  void choose(Rows rows, std::span<std::uint32_t> out) const override {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out[i] = static_cast<std::uint32_t>(table_.pick(random_.bits(rows[i], kDraw)));
    }
  }

 private:
  Random random_;
  AliasTable table_;
};

}  // namespace

Result<GeneratorPtr> make_mixture(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "mixture"));
  const spec::FillParameter* of = parameters.find("of");
  parameters.require(of != nullptr && !of->fills.empty() && of->values.empty(),
                     "'of' takes a list of fills: [{weight: 3, generator: normal, mean: 10}, ...]");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  std::vector<GeneratorPtr> cases;
  std::vector<double> weights;
  double total = 0;
  for (spec::Fill fill : of->fills) {
    FillParameters own(fill);
    weights.push_back(own.number("weight", 1));
    own.require(weights.back() >= 0, "'weight' must not be negative");
    if (!own.problems().empty()) return fail(own.problems());
    total += weights.back();
    std::erase_if(fill.parameters, [](const auto& one) { return one.name == "weight"; });
    const std::string where = fmt::format("mixture, fill {}", cases.size() + 1);
    DBX_TRY(GeneratorPtr made, create_within(fill, request, where));
    cases.push_back(std::move(made));
  }
  parameters.require(total > 0, "at least one weight must be above 0");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return GeneratorPtr(std::make_unique<Switched>(
      std::move(cases),
      std::make_unique<Weighted>(Random(request.key, request.column.name), weights),
      database::storage_of(request.column.type)));
}

}  // namespace dbx::seed
