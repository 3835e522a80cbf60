// share, product_of, sum_of, ratio: numbers that follow from other columns of the same row, so that
// a discount is no more than the amount and a total is quantity times price.
#include <algorithm>
#include <array>
#include <span>

#include "dbx/seed/adapt.h"
#include "dbx/seed/batch_scope.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/rounding.h"

namespace dbx::seed {
namespace {

constexpr std::size_t kOperandsMax = 8;

// A numeric column of the same row.
struct Operand {
  const Generator* generator = nullptr;
  spec::Type type;

  void fill(Rows rows, Values& scratch, std::vector<double>& out) const {
    const Values* made = BatchScope::find(generator, rows);
    if (made == nullptr) {
      scratch.valid.clear();
      generator->fill(rows, scratch);
      made = &scratch;
    }
    out.resize(rows.size());
    if (database::storage_of(type) == database::Storage::kDouble) {
      std::copy_n(made->doubles.begin(), rows.size(), out.begin());
      return;
    }
    // As stored_number(), with the type looked at once.
    const double factor = type.kind == spec::TypeKind::kDecimal
                              ? static_cast<double>(power_of_ten(std::clamp(type.scale, 0, 18)))
                              : 1.0;
    divide_all(std::span(made->integers).first(rows.size()), factor, out);
  }
};

Result<Operand> find_operand(const Request& request, const std::string& name) {
  DBX_TRY(const Generator* generator, request.siblings.sibling(name));
  const spec::Type type = request.siblings.find(name)->type;
  if (!type.is_numeric()) return fail(Code::kBadFill, "'" + name + "' is not a number");
  return Operand{generator, type};
}

// combine(row, values): one number out of the operands of a row.
template <class Combine>
class Combined final : public Generator {
 public:
  Combined(std::vector<Operand> operands, Combine combine)
      : operands_(std::move(operands)), combine_(std::move(combine)) {}
  Nature nature() const override { return Nature::kNumber; }
  void fill(Rows rows, Values& out) const override {
    Values scratch;
    std::array<std::vector<double>, kOperandsMax> columns;
    for (std::size_t o = 0; o < operands_.size(); ++o) operands_[o].fill(rows, scratch, columns[o]);
    out.doubles.resize(rows.size());
    std::array<double, kOperandsMax> values{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t o = 0; o < operands_.size(); ++o) values[o] = columns[o][i];
      out.doubles[i] = combine_(rows[i], std::span(values).first(operands_.size()));
    }
  }

 private:
  std::vector<Operand> operands_;
  Combine combine_;
};

template <class Combine>
GeneratorPtr combine(std::vector<Operand> operands, Combine function) {
  return std::make_unique<Combined<Combine>>(std::move(operands), std::move(function));
}

Result<std::vector<Operand>> find_operands(const Request& request,
                                           const std::vector<std::string>& names) {
  std::vector<Operand> operands;
  for (const std::string& name : names) {
    DBX_TRY(Operand operand, find_operand(request, name));
    operands.push_back(std::move(operand));
  }
  return operands;
}

double unit_of(const spec::Type& type) {
  if (type.kind == spec::TypeKind::kDecimal) {
    return static_cast<double>(power_of_ten(std::clamp(type.scale, 0, 15)));
  }
  return type.is_integer() ? 1.0 : 1e6;
}

// of * u with u uniform in low..low + width; 0 where a second operand is 0. Down to the column's
// last decimal place, so that rounding never lifts a part above its whole.
class Share final : public Generator {
 public:
  Share(std::vector<Operand> operands, const Random& random, double low, double width, double unit)
      : operands_(std::move(operands)), random_(random), low_(low), width_(width), unit_(unit) {}
  Nature nature() const override { return Nature::kNumber; }
  void fill(Rows rows, Values& out) const override {
    Values scratch;
    std::array<double, kBatchRows> units;
    random_.fill_units(rows, std::span(units).first(rows.size()));
    operands_[0].fill(rows, scratch, out.doubles);
    for (std::size_t i = 0; i < rows.size(); ++i) out.doubles[i] *= low_ + width_ * units[i];
    floor_all(out.doubles, unit_);
    if (operands_.size() == 1) return;
    std::vector<double> where;
    operands_[1].fill(rows, scratch, where);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (where[i] == 0) out.doubles[i] = 0.0;
    }
  }

 private:
  std::vector<Operand> operands_;
  Random random_;
  double low_;
  double width_;
  double unit_;
};

}  // namespace

// of * u with u uniform in min..max, rounded down; 0 where the column named by `where` is 0.
Result<GeneratorPtr> make_share(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "share"));
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", 1);
  parameters.require(low <= high, "'min' is above 'max'");
  parameters.require(parameters.has("of"), "'of' is missing: the column it is a share of");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  std::vector<std::string> names = {parameters.text("of", "")};
  if (parameters.has("where")) names.push_back(parameters.text("where", ""));
  DBX_TRY(std::vector<Operand> operands, find_operands(request, names));
  return GeneratorPtr(std::make_unique<Share>(std::move(operands),
                                              Random(request.key, request.column.name), low,
                                              high - low, unit_of(request.column.type)));
}

// The product of the columns named by `of`.
Result<GeneratorPtr> make_product_of(const Request& request, FillParameters& parameters) {
  const std::vector<std::string> names = parameters.list("of");
  parameters.require(names.size() >= 2 && names.size() <= kOperandsMax,
                     "'of' takes two to eight columns");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "product_of"));
  DBX_TRY(std::vector<Operand> operands, find_operands(request, names));
  return combine(std::move(operands), [](std::int64_t, std::span<const double> values) {
    double product = values[0];
    for (const double value : values.subspan(1)) product *= value;
    return product;
  });
}

// The columns named by `of` added up, those named by `minus` taken off.
Result<GeneratorPtr> make_sum_of(const Request& request, FillParameters& parameters) {
  std::vector<std::string> names = parameters.list("of");
  const std::size_t added = names.size();
  if (parameters.has("minus")) {
    for (std::string& name : parameters.list("minus")) names.push_back(std::move(name));
  }
  parameters.require(added >= 1 && names.size() <= kOperandsMax,
                     "'of' and 'minus' take one to eight columns");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "sum_of"));
  DBX_TRY(std::vector<Operand> operands, find_operands(request, names));
  return combine(std::move(operands), [added](std::int64_t, std::span<const double> values) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += i < added ? values[i] : -values[i];
    return sum;
  });
}

// scale * the first of the two columns named by `of` / the second; 0 where that is 0.
Result<GeneratorPtr> make_ratio(const Request& request, FillParameters& parameters) {
  const std::vector<std::string> names = parameters.list("of");
  const double scale = parameters.number("scale", 1);
  parameters.require(names.size() == 2, "'of' takes two columns");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "ratio"));
  DBX_TRY(std::vector<Operand> operands, find_operands(request, names));
  return combine(std::move(operands), [scale](std::int64_t, std::span<const double> values) {
    return values[1] == 0 ? 0.0 : scale * values[0] / values[1];
  });
}

}  // namespace dbx::seed
