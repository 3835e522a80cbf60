// conditional: another fill for each value of other columns: `on: tier, cases: {gold: {generator:
// lognormal, median: 900}, silver: {generator: lognormal, median: 300}}, else: {...}`; values may
// stand for fills: `cases: {EU: [DE, FR], US: {NY: 3, LA: 1}}`. `on` names columns of the row or of
// its parents (Siblings::reach); with several, a case names a value of each, separated by commas.
// Without `else`, every other value gives NULL where the column takes it; where not, the cases must
// name every value that the first rows have (bad-fill), and a rarer one is as the last case.
// NULLs of the columns are looked through: the case is that of the value beneath.
#include <fmt/format.h>

#include <map>
#include <numeric>
#include <unordered_map>

#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/batch_scope.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/switched.h"

namespace dbx::seed {
namespace {

// Values of one column, numbered as the cases name them; what no case names is 0.
class Numbered {
 public:
  explicit Numbered(Reached from)
      : from_(std::move(from)), storage_(database::storage_of(from_.type)) {}

  // The number of a value as written. Errors: bad-fill, where the column cannot hold it.
  Result<std::uint32_t> number(const std::string& written) {
    DBX_TRY(const Values value, read_values({&written, 1}, from_.type));
    const auto next = static_cast<std::uint32_t>(texts_.size() + integers_.size() + 1);
    if (storage_ == database::Storage::kText) {
      return texts_.emplace(std::string(value.text(0)), next).first->second;
    }
    return integers_.emplace(bits_of(value, 0), next).first->second;
  }
  std::string print(std::int64_t row) const {
    Values value;
    from_.generator->fill(Rows(&row, 1), value);
    return print_value(value, 0, from_.type);
  }
  void fill(Rows rows, Values& scratch, std::vector<std::uint32_t>& out) const {
    const Values* values = BatchScope::find(from_.own, rows);
    if (values == nullptr) {
      scratch.valid.clear();
      from_.generator->fill(rows, scratch);
      values = &scratch;
    }
    out.assign(rows.size(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (storage_ == database::Storage::kText) {
        const auto found = texts_.find(std::string(values->text(i)));
        if (found != texts_.end()) out[i] = found->second;
      } else {
        const auto found = integers_.find(bits_of(*values, i));
        if (found != integers_.end()) out[i] = found->second;
      }
    }
  }

 private:
  std::int64_t bits_of(const Values& values, std::size_t i) const {
    if (storage_ == database::Storage::kInt64) return values.integers[i];
    return std::bit_cast<std::int64_t>(values.doubles[i]);
  }

  Reached from_;
  database::Storage storage_;
  std::unordered_map<std::string, std::uint32_t> texts_;
  std::unordered_map<std::int64_t, std::uint32_t> integers_;
};

class ByValue final : public Chooser {
 public:
  std::vector<Numbered> columns;
  std::map<std::vector<std::uint32_t>, std::uint32_t> cases;  // by the columns' numbers
  std::uint32_t otherwise = 0;

  void choose(Rows rows, std::span<std::uint32_t> out) const override {
    Values scratch;
    std::vector<std::vector<std::uint32_t>> numbers(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) columns[c].fill(rows, scratch, numbers[c]);
    std::vector<std::uint32_t> key(columns.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t c = 0; c < columns.size(); ++c) key[c] = numbers[c][i];
      const auto found = cases.find(key);
      out[i] = found == cases.end() ? otherwise : found->second;
    }
  }
};

class AlwaysNull final : public Generator {
 public:
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    nothing()->fill(rows, out);
    out.valid.assign(rows.size(), 0);
  }
};

// A case's fill, however it was written: a fill, a list of values, or one value.
spec::Fill fill_of(const spec::FillParameter& cases, std::size_t i) {
  if (!cases.fills.empty()) return cases.fills[i];
  return {"constant", {{"value", {cases.weights[i]}, {}, false, {}}}};
}

Result<std::vector<std::uint32_t>> key_of(const std::string& written, ByValue& chooser) {
  std::vector<std::string> parts = {written};
  if (chooser.columns.size() > 1) {
    parts.clear();
    for (const std::string_view part : text::split(written, ',')) {
      parts.emplace_back(text::trim(part));
    }
  }
  if (parts.size() != chooser.columns.size()) {
    return fail(Code::kBadFill, fmt::format("conditional: case '{}' must name {} values, one a "
                                            "column of 'on', separated by commas",
                                            written, chooser.columns.size()));
  }
  std::vector<std::uint32_t> key;
  for (std::size_t c = 0; c < parts.size(); ++c) {
    DBX_TRY(const std::uint32_t number, chooser.columns[c].number(parts[c]));
    key.push_back(number);
  }
  return key;
}

Status check_shape(const Request& request, FillParameters& parameters) {
  const spec::FillParameter* cases = parameters.find("cases");
  parameters.require(!parameters.list("on").empty(), "'on' is missing: the columns it depends on");
  parameters.require(cases != nullptr && !cases->values.empty() &&
                         (!cases->fills.empty() || !cases->weights.empty()),
                     "'cases' takes a mapping of values to fills: {gold: {generator: ...}, ...}");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "conditional"));
  return {};
}

// bad-fill where one of the first rows has a value that no case names.
Status check_cover(const ByValue& chooser, std::int64_t rows) {
  const auto count =
      static_cast<std::size_t>(std::min<std::int64_t>(rows, static_cast<std::int64_t>(kBatchRows)));
  std::vector<std::int64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  std::vector<std::uint32_t> chosen(count);
  chooser.choose(numbers, chosen);
  const auto open = std::find(chosen.begin(), chosen.end(), chooser.otherwise);
  if (open == chosen.end()) return {};
  std::vector<std::string> values;
  for (const Numbered& column : chooser.columns) {
    values.push_back(column.print(numbers[static_cast<std::size_t>(open - chosen.begin())]));
  }
  return fail(Code::kBadFill,
              fmt::format("conditional: no case names '{}', and the column takes no NULL",
                          fmt::join(values, ", ")),
              "add the case, or an `else`");
}

}  // namespace

Result<GeneratorPtr> make_conditional(const Request& request, FillParameters& parameters) {
  DBX_CHECK_OK(check_shape(request, parameters));
  auto chooser = std::make_unique<ByValue>();
  for (const std::string& path : parameters.list("on")) {
    DBX_TRY(Reached from, request.siblings.reach(path));
    chooser->columns.emplace_back(std::move(from));
  }
  Request inner = request;
  if (inner.index) inner.rows = std::max<std::int64_t>(inner.rows, 1);
  std::vector<GeneratorPtr> made;
  const spec::FillParameter& cases = *parameters.find("cases");
  for (std::size_t i = 0; i < cases.values.size(); ++i) {
    DBX_TRY(std::vector<std::uint32_t> key, key_of(cases.values[i], *chooser));
    const std::string where = fmt::format("case '{}'", cases.values[i]);
    DBX_TRY(GeneratorPtr one, create_within(fill_of(cases, i), inner, where));
    chooser->cases.emplace(std::move(key), static_cast<std::uint32_t>(made.size()));
    made.push_back(std::move(one));
  }
  chooser->otherwise = static_cast<std::uint32_t>(made.size());
  const spec::FillParameter* otherwise = parameters.find("else");
  if (otherwise == nullptr && request.column.nullable) {
    made.push_back(std::make_unique<AlwaysNull>());
  } else if (otherwise == nullptr) {
    DBX_CHECK_OK(check_cover(*chooser, request.rows));
    --chooser->otherwise;
  } else {
    spec::Fill fill = otherwise->fills.empty()
                          ? spec::Fill{otherwise->is_list ? "categorical" : "constant",
                                       {{otherwise->is_list ? "values" : "value",
                                         otherwise->values,
                                         otherwise->weights,
                                         otherwise->is_list,
                                         {}}}}
                          : otherwise->fills[0];
    DBX_TRY(GeneratorPtr one, create_within(fill, inner, "'else'"));
    made.push_back(std::move(one));
  }
  return GeneratorPtr(std::make_unique<Switched>(std::move(made), std::move(chooser),
                                                 database::storage_of(request.column.type)));
}

}  // namespace dbx::seed
