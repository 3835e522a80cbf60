// share, product_of, ratio: numbers that follow from other columns of the same row, so that a
// discount is no more than the amount and a total is quantity times price.
#include <cmath>

#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

// A numeric column of the same row.
struct Operand {
  const Generator* generator = nullptr;
  spec::Type type;

  void fill(Rows rows, std::vector<double>& out) const {
    Values values;
    generator->fill(rows, values);
    out.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = stored_number(values, i, type);
  }
};

Result<Operand> find_operand(const Request& request, const std::string& name) {
  DBX_TRY(const Generator* generator, request.siblings.sibling(name));
  const spec::Type type = request.siblings.find(name)->type;
  if (!type.is_numeric()) return fail(Code::kBadFill, "'" + name + "' is not a number");
  return Operand{generator, type};
}

template <class Combine>
class Combined final : public Generator {
 public:
  Combined(Operand first, Operand second, Combine combine)
      : first_(std::move(first)), second_(std::move(second)), combine_(std::move(combine)) {}
  Nature nature() const override { return Nature::kNumber; }
  void fill(Rows rows, Values& out) const override {
    std::vector<double> second;
    first_.fill(rows, out.doubles);
    if (second_.generator != nullptr) second_.fill(rows, second);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out.doubles[i] = combine_(rows[i], out.doubles[i], second.empty() ? 0.0 : second[i]);
    }
  }

 private:
  Operand first_;
  Operand second_;
  Combine combine_;
};

template <class Combine>
GeneratorPtr combine(Operand first, Operand second, Combine function) {
  return std::make_unique<Combined<Combine>>(std::move(first), std::move(second),
                                             std::move(function));
}

// Down to the column's last decimal place, so that rounding never lifts a part above its whole.
double floor_to(double value, double unit) { return std::floor(value * unit) / unit; }

double unit_of(const spec::Type& type) {
  if (type.kind == spec::TypeKind::kDecimal) {
    return static_cast<double>(power_of_ten(std::clamp(type.scale, 0, 15)));
  }
  return type.is_integer() ? 1.0 : 1e6;
}

}  // namespace

// of * u with u uniform in min..max, rounded down.
Result<GeneratorPtr> make_share(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "share"));
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", 1);
  parameters.require(low <= high, "'min' is above 'max'");
  parameters.require(parameters.has("of"), "'of' is missing: the column it is a share of");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  DBX_TRY(Operand whole, find_operand(request, parameters.text("of", "")));
  return combine(std::move(whole), {},
                 [random = Random(request.key, request.column.name), low, width = high - low,
                  unit = unit_of(request.column.type)](std::int64_t row, double value, double) {
                   return floor_to(value * (low + width * to_unit(random.bits(row).first)), unit);
                 });
}

// The product of the two columns named by `of`.
Result<GeneratorPtr> make_product_of(const Request& request, FillParameters& parameters) {
  const std::vector<std::string> names = parameters.list("of");
  parameters.require(names.size() == 2, "'of' takes two columns");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "product_of"));
  DBX_TRY(Operand first, find_operand(request, names[0]));
  DBX_TRY(Operand second, find_operand(request, names[1]));
  return combine(std::move(first), std::move(second),
                 [](std::int64_t, double a, double b) { return a * b; });
}

// scale * the first of the two columns named by `of` / the second; 0 where that is 0.
Result<GeneratorPtr> make_ratio(const Request& request, FillParameters& parameters) {
  const std::vector<std::string> names = parameters.list("of");
  const double scale = parameters.number("scale", 1);
  parameters.require(names.size() == 2, "'of' takes two columns");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "ratio"));
  DBX_TRY(Operand first, find_operand(request, names[0]));
  DBX_TRY(Operand second, find_operand(request, names[1]));
  return combine(std::move(first), std::move(second), [scale](std::int64_t, double a, double b) {
    return b == 0 ? 0.0 : scale * a / b;
  });
}

}  // namespace dbx::seed
