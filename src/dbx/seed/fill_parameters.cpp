// Typed reading of generator parameters.
#include "dbx/seed/fill_parameters.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"

namespace dbx::seed {

const spec::FillParameter* FillParameters::find(std::string_view name) const {
  for (const spec::FillParameter& parameter : fill_.parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

void FillParameters::complain(std::string message, std::string hint) {
  Diagnostic problem;
  problem.code = Code::kBadFill;
  problem.message = fmt::format("{}: {}", fill_.generator, message);
  problem.hint = std::move(hint);
  // A generator may read a parameter twice.
  const bool known = std::any_of(problems_.begin(), problems_.end(), [&](const Diagnostic& other) {
    return other.message == problem.message;
  });
  if (!known) problems_.push_back(std::move(problem));
}

void FillParameters::require(bool condition, std::string_view message) {
  if (!condition) complain(std::string(message));
}

std::string FillParameters::text(std::string_view name, std::string_view fallback) {
  const spec::FillParameter* parameter = find(name);
  if (parameter == nullptr) return std::string(fallback);
  if (parameter->values.size() == 1) return parameter->values.front();
  complain(fmt::format("'{}' takes one value", name));
  return std::string(fallback);
}

std::optional<double> FillParameters::read_number(std::string_view name, std::string_view written) {
  const auto value = text::to_double(written);
  // The bound keeps every later sum finite and turns away nan and inf.
  if (value && *value > -1e15 && *value < 1e15) return value;
  complain(fmt::format("'{}' takes a number between -1e15 and 1e15, not '{}'", name, written));
  return {};
}

double FillParameters::number(std::string_view name, double fallback) {
  if (!has(name)) return fallback;
  return read_number(name, text(name, "")).value_or(fallback);
}

std::vector<double> FillParameters::numbers(std::string_view name) {
  std::vector<double> out;
  for (const std::string& written : list(name)) {
    out.push_back(read_number(name, written).value_or(0));
  }
  return out;
}

std::int64_t FillParameters::integer(std::string_view name, std::int64_t fallback) {
  if (!has(name)) return fallback;
  const std::string written = text(name, "");
  const auto value = text::to_int64(written);
  if (value && *value >= -kIntegerLimit && *value <= kIntegerLimit) return *value;
  complain(fmt::format("'{}' takes a whole number within +-10^18, not '{}'", name, written));
  return fallback;
}

std::int64_t FillParameters::date(std::string_view name, std::int64_t fallback) {
  if (!has(name)) return fallback;
  const std::string written = text(name, "");
  if (const auto days = read_date(written)) return *days;
  complain(fmt::format("'{}' takes a date such as 2025-12-31, not '{}'", name, written));
  return fallback;
}

std::vector<std::string> FillParameters::list(std::string_view name) {
  const spec::FillParameter* parameter = find(name);
  return parameter == nullptr ? std::vector<std::string>{} : parameter->values;
}

WeightedTexts FillParameters::weighted(std::string_view name) {
  const spec::FillParameter* parameter = find(name);
  if (parameter == nullptr || parameter->values.empty()) {
    complain(fmt::format("'{}' is missing", name),
             fmt::format("write `{0}: [a, b]` or, weighted, `{0}: {{a: 3, b: 1}}`", name));
    return {{""}, {1.0}};
  }
  WeightedTexts out{parameter->values, {}};
  double total = 0;
  for (const std::string& written : parameter->weights) {
    const auto weight = text::to_double(written);
    if (!weight || !(*weight >= 0) || *weight > 1e15) {
      complain(fmt::format("the weight '{}' is not a number from 0 to 1e15", written));
      return {{""}, {1.0}};
    }
    out.weights.push_back(*weight);
    total += *weight;
  }
  if (out.weights.empty()) {
    out.weights.assign(out.texts.size(), 1.0);
  } else if (!(total > 0)) {
    complain("at least one weight must be above 0");
    return {{""}, {1.0}};
  }
  return out;
}

}  // namespace dbx::seed
