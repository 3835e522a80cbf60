// sum_to_total: the parts of a parent's number: `of: orders.total_amount`. The rows of one parent
// add up to it to the last unit: its integer units are split in proportion to gamma draws, which
// makes the shares Dirichlet (Devroye, Non-Uniform Random Variate Generation, 11.4) with all
// parameters `alpha` (small: one large part and many small ones; large: equal parts), and rounded
// by largest remainders. Every part gets one unit first, where there are enough. All draws are the
// parent's, numbered by the row's place among its rows, so that any row is made alone.
#include <algorithm>
#include <numeric>

#include "dbx/seed/adapt.h"
#include "dbx/seed/fan_out.h"
#include "dbx/seed/generators/gamma_law.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr double kWeightUnit = 0x1p40;

// Adds to each of `parts` its share of `total` by the weights. Exact: quotients and remainders of
// integers of 128 bits.
void share(std::uint64_t total, const std::vector<std::uint64_t>& weights,
           std::vector<std::int64_t>& parts) {
  const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
  std::vector<std::pair<Wide, std::size_t>> rests;
  std::uint64_t left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Wide product = static_cast<Wide>(total) * weights[i];
    const auto quotient = static_cast<std::uint64_t>(product / sum);
    parts[i] += static_cast<std::int64_t>(quotient);
    left -= quotient;
    rests.emplace_back(product % sum, i);
  }
  // Fewer units are left than there are parts.
  std::sort(rests.begin(), rests.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (std::size_t i = 0; i < left; ++i) ++parts[rests[i].second];
}

class Parts final : public Generator {
 public:
  Parts(Reached whole, std::int64_t factor, bool nullable, Random random, InverseTable gamma)
      : whole_(std::move(whole)),
        factor_(factor),
        nullable_(nullable),
        random_(random),
        gamma_(std::move(gamma)) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    Values wholes;
    whole_.generator->fill(rows, wholes);
    out.integers.resize(rows.size());
    std::int64_t split = -1;  // the parent whose parts are known: its rows come side by side
    std::vector<std::int64_t> parts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const FanOut::Place place = whole_.fan_out->locate(rows[i]);
      if (place.parent != split) parts = parts_of(wholes.integers[i], place);
      split = place.parent;
      out.integers[i] = parts[static_cast<std::size_t>(place.sequence)];
      if (!nullable_ || !whole_.is_null || !whole_.is_null(rows[i])) continue;
      out.valid.resize(rows.size(), 1);
      out.valid[i] = 0;
    }
  }

 private:
  std::vector<std::int64_t> parts_of(std::int64_t whole, const FanOut::Place& place) const {
    const auto count = static_cast<std::size_t>(place.size);
    std::vector<double> draws(count);
    double most = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Bits bits = random_.bits(place.parent, static_cast<std::uint32_t>(i));
      draws[i] = gamma_(to_unit(bits.first));  // of its logarithm
      most = i == 0 ? draws[i] : std::max(most, draws[i]);
    }
    std::vector<std::uint64_t> weights(count);
    for (std::size_t i = 0; i < count; ++i) {
      weights[i] = static_cast<std::uint64_t>(exp(draws[i] - most) * kWeightUnit);
    }
    std::int64_t total = (whole < 0 ? -whole : whole) * factor_;
    std::vector<std::int64_t> parts(count, 0);
    if (total >= place.size) {
      std::fill(parts.begin(), parts.end(), 1);
      total -= place.size;
    }
    share(static_cast<std::uint64_t>(total), weights, parts);
    if (whole < 0) {
      for (std::int64_t& part : parts) part = -part;
    }
    return parts;
  }

  Reached whole_;
  std::int64_t factor_;
  bool nullable_;
  Random random_;
  InverseTable gamma_;
};

int scale_of(const spec::Type& type) {
  return type.kind == spec::TypeKind::kDecimal ? std::max(type.scale, 0) : 0;
}
bool is_exact(const spec::Type& type) {
  return !type.array && (type.is_integer() || type.kind == spec::TypeKind::kDecimal);
}

// Can a part hold all that there may be of the whole?
void check_types(const Request& request, const std::string& of, const spec::Type& whole,
                 FillParameters& parameters) {
  const spec::Type& part = request.column.type;
  const std::string both =
      "'" + of + "' is " + spec::print(whole) + ", this column " + spec::print(part) + ": ";
  if (!is_exact(part) || !is_exact(whole)) {
    return parameters.complain(both + "only DECIMAL and whole numbers add up exactly");
  }
  const int finer = scale_of(part) - scale_of(whole);
  if (finer < 0) return parameters.complain(both + "a part needs as many decimal places");
  const bool fits = finer <= 17 && stored_max(part) / power_of_ten(finer) >= stored_max(whole);
  if (!fits) parameters.complain(both + "a part must be able to hold the whole");
}

}  // namespace

Result<GeneratorPtr> make_sum_to_total(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "sum_to_total"));
  const double alpha = parameters.number("alpha", 2);
  parameters.require(parameters.has("of"), "'of' is missing: a parent's column, table.column");
  parameters.require(alpha >= 0.1 && alpha <= 1e6, "'alpha' must be from 0.1 to 1,000,000");
  parameters.require(parameters.number("null_rate", 0) == 0,
                     "'null_rate': a part that is NULL would be missing from the total");
  const std::string of = parameters.text("of", "");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  DBX_TRY(Reached whole, request.siblings.reach(of));
  parameters.require(whole.own == nullptr, "'" + of + "' is of the same row, not of a parent");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (whole.fan_out == nullptr) {
    parameters.complain("the rows of '" + of + "' are not shared out exactly",
                        "give that foreign key's column `fill: {generator: fan_out, ...}`");
    return fail(parameters.problems());
  }
  parameters.require(whole.fan_out->size_min() >= 1,
                     "fan_out leaves parents without rows, whose total nothing adds up to: its "
                     "'min' must be at least 1");
  check_types(request, of, whole.type, parameters);
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const std::int64_t factor = power_of_ten(scale_of(request.column.type) - scale_of(whole.type));
  return GeneratorPtr(std::make_unique<Parts>(std::move(whole), factor, request.column.nullable,
                                              Random(request.key, request.column.name),
                                              InverseTable(LogGamma(alpha), -80.0, 20.0)));
}

// Read where the keys of the table are planned (TableBuilder::find_fan_out).
Result<GeneratorPtr> make_fan_out(const Request&, FillParameters& parameters) {
  parameters.complain("only the column of a foreign key can share rows out");
  return fail(parameters.problems());
}

}  // namespace dbx::seed
