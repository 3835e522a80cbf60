// categorical: one of `values`, weighted where weights are given (alias method, distribution.h).
// The values are read as the column's type. Unique: each value at most once. Correlated: ordinal,
// in the order in which the values are written.
#include "dbx/base/hash.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/discrete.h"
#include "dbx/seed/distribution.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {

// Copies the stored values that `choose` names.
template <class Choose>
class Choice final : public Generator {
 public:
  Choice(Values values, database::Storage storage, Choose choose)
      : values_(std::move(values)), storage_(storage), choose_(std::move(choose)) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    switch (storage_) {
      case database::Storage::kInt64:
        out.integers.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
          out.integers[i] = values_.integers[at(rows[i])];
        return;
      case database::Storage::kDouble:
        out.doubles.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) out.doubles[i] = values_.doubles[at(rows[i])];
        return;
      case database::Storage::kText:
        out.arena.clear();
        out.offsets.assign(1, 0);
        for (const std::int64_t row : rows) out.append_text(values_.text(at(row)));
        return;
    }
  }

 private:
  std::size_t at(std::int64_t row) const { return static_cast<std::size_t>(choose_(row)); }

  Values values_;
  database::Storage storage_;
  Choose choose_;
};

template <class Choose>
GeneratorPtr choice(Values values, const Request& request, Choose choose) {
  return std::make_unique<Choice<Choose>>(
      std::move(values), database::storage_of(request.column.type), std::move(choose));
}

}  // namespace

Result<GeneratorPtr> make_categorical(const Request& request, FillParameters& parameters) {
  const WeightedTexts options = parameters.weighted("values");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  DBX_TRY(Values values, read_values(options.texts, request.column.type));
  const auto count = static_cast<std::int64_t>(options.texts.size());
  if (request.unique) {
    if (count < request.rows) return fail(not_enough(request, count));
    return choice(std::move(values), request,
                  Permutation(count, hash64(request.column.name, request.key)));
  }
  if (request.latent != nullptr) {  // in the order of the values, by thresholds
    return choice(std::move(values), request,
                  [uniforms = Uniforms(request), table = DiscreteTable(0, options.weights)](
                      std::int64_t row) { return table(uniforms.at(row)); });
  }
  return choice(
      std::move(values), request,
      [random = Random(request.key, request.column.name), table = AliasTable(options.weights)](
          std::int64_t row) { return table.pick(random.bits(row)); });
}

Result<GeneratorPtr> make_constant(const Request& request, FillParameters& parameters) {
  parameters.require(parameters.has("value"), "'value' is missing");
  const std::string value = parameters.text("value", "");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  DBX_TRY(Values values, read_values({&value, 1}, request.column.type));
  if (request.unique && request.rows > 1) return fail(not_enough(request, 1));
  return choice(std::move(values), request, [](std::int64_t) { return std::int64_t{0}; });
}

}  // namespace dbx::seed
