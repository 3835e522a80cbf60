// Reading simple checks and narrowing generators to them.
#include "dbx/seed/checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::seed {
namespace {

// The parts between ANDs; the AND of a BETWEEN stays inside its part.
std::vector<std::string> conjuncts(std::string_view expression) {
  const std::string lower = text::to_lower(expression);
  std::vector<std::string> parts;
  std::size_t begin = 0;
  std::size_t search = 0;
  while (true) {
    const std::size_t found = lower.find(" and ", search);
    const std::string_view part =
        expression.substr(begin, found == lower.npos ? lower.npos : found - begin);
    const std::string part_lower = text::to_lower(part);
    const bool open_between = part_lower.find(" between ") != std::string::npos &&
                              part_lower.find(" and ") == std::string::npos;
    if (found != lower.npos && open_between) {
      search = found + 5;
      continue;
    }
    parts.emplace_back(text::trim(part));
    if (found == lower.npos) return parts;
    begin = search = found + 5;
  }
}

std::string unquote(std::string_view word) {
  word = text::trim(word);
  if (word.size() >= 2 && word.front() == '\'' && word.back() == '\'') {
    return text::replace_all(word.substr(1, word.size() - 2), "''", "'");
  }
  return std::string(word);
}

void read_list(std::string_view list, CheckReading& reading) {
  list = text::trim(list);
  if (list.size() < 2 || list.front() != '(' || list.back() != ')') return;
  std::vector<std::string> values;
  for (const std::string_view word : text::split(list.substr(1, list.size() - 2), ',')) {
    values.push_back(unquote(word));
  }
  reading.values = std::move(values);
}

void read_bounds(std::string_view rest, double unit, CheckReading& reading) {
  for (const std::string_view symbol : {">=", "<=", ">", "<"}) {
    if (!rest.starts_with(symbol)) continue;
    const auto value = text::to_double(text::trim(rest.substr(symbol.size())));
    if (!value) return;
    if (symbol == ">=" || symbol == ">") reading.low = *value + (symbol == ">" ? unit : 0);
    if (symbol == "<=" || symbol == "<") reading.high = *value - (symbol == "<" ? unit : 0);
    return;
  }
}

void read_conjunct(std::string_view part, const spec::Column& column, CheckReading& reading) {
  while (part.size() > 2 && part.front() == '(' && part.back() == ')') {
    part = text::trim(part.substr(1, part.size() - 2));
  }
  if (!text::to_lower(part).starts_with(text::to_lower(column.name))) return;
  const std::string_view rest = text::trim(part.substr(column.name.size()));
  const std::string lower = text::to_lower(rest);
  if (lower.starts_with("in ") || lower.starts_with("in(")) {
    read_list(rest.substr(2), reading);
  } else if (lower.starts_with("between ")) {
    const std::size_t middle = lower.find(" and ");
    if (middle == std::string::npos) return;
    reading.low = text::to_double(text::trim(rest.substr(8, middle - 8)));
    reading.high = text::to_double(text::trim(rest.substr(middle + 5)));
  } else {
    const bool whole = column.type.is_integer();
    read_bounds(rest, whole ? 1.0 : 0.01, reading);
  }
}

const spec::FillParameter* find(const spec::Fill& fill, std::string_view name) {
  for (const spec::FillParameter& parameter : fill.parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

void set(spec::Fill& fill, const std::string& name, double value) {
  std::erase_if(fill.parameters, [&](const auto& parameter) { return parameter.name == name; });
  fill.parameters.push_back({name, {fmt::format("{}", value)}, {}, false});
}

}  // namespace

CheckReading read_checks(const spec::Table& table, const spec::Column& column) {
  CheckReading reading;
  for (const std::string& part : conjuncts(column.check)) read_conjunct(part, column, reading);
  for (const spec::Check& check : table.checks) {
    for (const std::string& part : conjuncts(check.expression)) {
      read_conjunct(part, column, reading);
    }
  }
  return reading;
}

Inferred within_checks(Inferred inferred, const CheckReading& reading, const spec::Column& column) {
  if (!reading.values.empty()) {
    return {{"categorical", {{"values", reading.values, {}, true}}}, "the values its check allows"};
  }
  if (!column.type.is_numeric() || (!reading.low && !reading.high)) return inferred;
  const auto number = [&](std::string_view name) -> std::optional<double> {
    const spec::FillParameter* parameter = find(inferred.fill, name);
    if (parameter == nullptr) return {};
    return text::to_double(parameter->values.front());
  };
  const std::string& generator = inferred.fill.generator;
  const bool takes_bounds = generator == "uniform" || generator == "normal" ||
                            generator == "lognormal" || generator == "exponential";
  const double low = std::max(reading.low.value_or(-1e15), number("min").value_or(-1e15));
  const double high = std::min(reading.high.value_or(1e15), number("max").value_or(1e15));
  if (takes_bounds && low <= high) {
    if (low > -1e15) set(inferred.fill, "min", low);
    if (high < 1e15) set(inferred.fill, "max", high);
  } else if (generator != "zipf" || low > 1 || reading.high.value_or(1e15) < 1) {
    const double first = reading.low.value_or(std::min(0.0, reading.high.value_or(0)));
    inferred.fill = {"uniform", {}};
    set(inferred.fill, "min", first);
    set(inferred.fill, "max", reading.high.value_or(first + 100));
  } else if (reading.high) {
    set(inferred.fill, "max", high);
  }
  inferred.why += ", within its check";
  return inferred;
}

}  // namespace dbx::seed
