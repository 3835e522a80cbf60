// Reading the parameters of a `fill:`. Problems are collected, so that all are reported at once;
// after a problem the default is returned and reading goes on. Not thread-safe (used while planning
// only).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

constexpr std::int64_t kIntegerLimit = 1'000'000'000'000'000'000;

struct WeightedTexts {
  std::vector<std::string> texts;
  std::vector<double> weights;  // as many; all 1 where none were given
};

class FillParameters {
 public:
  explicit FillParameters(const spec::Fill& fill) : fill_(fill) {}

  bool has(std::string_view name) const { return find(name) != nullptr; }
  std::string text(std::string_view name, std::string_view fallback);
  double number(std::string_view name, double fallback);
  std::int64_t integer(std::string_view name, std::int64_t fallback);
  std::int64_t date(std::string_view name, std::int64_t fallback);  // days since 1970-01-01
  std::vector<std::string> list(std::string_view name);
  std::vector<double> numbers(std::string_view name);  // a list of them; empty where it is missing
  // The parameter as it was written; nothing where it is missing.
  const spec::FillParameter* find(std::string_view name) const;
  // Must be there and must not be empty; weights >= 0 and not all 0.
  WeightedTexts weighted(std::string_view name);
  // bad-fill, with the generator's name before the message.
  void complain(std::string message, std::string hint = {});
  // Complains unless the condition holds.
  void require(bool condition, std::string_view message);

  const Diagnostics& problems() const { return problems_; }

 private:
  std::optional<double> read_number(std::string_view name, std::string_view written);

  const spec::Fill& fill_;
  Diagnostics problems_;
};

}  // namespace dbx::seed
