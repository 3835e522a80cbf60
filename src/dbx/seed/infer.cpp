// Matching rules, and what happens where none matches.
#include "dbx/seed/infer.h"

#include <fmt/format.h>

#include <array>
#include <cctype>

#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"

namespace dbx::seed {
namespace {

using spec::TypeKind;

// "generator parameter=a:1|b:2" -> Fill; see Rule.
spec::Fill read_fill(std::string_view written) {
  spec::Fill fill;
  for (const std::string_view word : text::split(written, ' ')) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) {
      fill.generator = std::string(word);
      continue;
    }
    spec::FillParameter parameter;
    parameter.name = std::string(word.substr(0, equals));
    for (const std::string_view option : text::split(word.substr(equals + 1), '|')) {
      const std::size_t colon = parameter.name == "values" ? option.rfind(':') : option.npos;
      parameter.values.push_back(text::replace_all(option.substr(0, colon), "~", " "));
      if (colon != std::string_view::npos) parameter.weights.emplace_back(option.substr(colon + 1));
    }
    parameter.is_list = parameter.values.size() > 1;
    fill.parameters.push_back(std::move(parameter));
  }
  return fill;
}

std::span<const Rule> rules_for(const spec::Type& type) {
  if (type.is_text()) return text_rules();
  if (type.is_integer()) return integer_rules();
  if (type.is_numeric()) return number_rules();
  return other_rules();
}

Inferred by_type(const spec::Column& column) {
  switch (column.type.kind) {
    case TypeKind::kBoolean:
      return {read_fill("bernoulli probability=0.5"), "a boolean"};
    case TypeKind::kDate:
      return {read_fill("date"), "a date"};
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return {read_fill("timestamp"), "a timestamp"};
    case TypeKind::kTime:
      return {read_fill("time"), "a time of day"};
    case TypeKind::kUuid:
      return {read_fill("uuid"), "a UUID"};
    case TypeKind::kJson:
      return {read_fill("constant value={}"), "a JSON document"};
    case TypeKind::kInterval:
      return {read_fill("text template={#}~days"), "an interval"};
    case TypeKind::kBinary:
    case TypeKind::kVarbinary:
    case TypeKind::kBlob:
      return {read_fill("text template={#}{#}"), "bytes"};
    default:
      return {};
  }
}

Inferred by_role(const spec::Column& column) {
  const bool percent = text::equals_ignoring_case(column.unit, "percent") || column.unit == "%";
  if (percent && column.type.is_numeric()) {
    return {read_fill("uniform min=0 max=100"), "its unit is percent"};
  }
  if (column.unit == "days" && column.type.is_numeric()) {
    return {read_fill("exponential mean=14 min=0"), "its unit is days"};
  }
  if (column.role == spec::Role::kFlag && column.type.is_text()) {
    return {read_fill("categorical values=Y:70|N:30"), "its role is flag"};
  }
  if (column.role == spec::Role::kFlag && column.type.is_integer()) {
    return {read_fill("bernoulli probability=0.3"), "its role is flag"};
  }
  return {};
}

bool is_identifier_like(std::string_view snake_name) {
  return matches(
      "_id_$ _code_$ _number_$ _no_$ _nr_$ _num_$ _key_$ _ref_$ _reference_$ _identifier_$",
      snake_name);
}

std::string capitalised(std::string_view snake_name) {
  std::string out;
  bool start = true;
  for (const char c : snake_name) {
    if (c == '_') {
      out.push_back(' ');
      start = true;
    } else {
      out.push_back(start ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c);
      start = false;
    }
  }
  return out;
}

// Segment A, Segment B, ...: as many as fit the type, at most six.
Inferred last_resort(const spec::Column& column, std::string_view snake_name) {
  if (column.type.is_integer()) {
    return {read_fill("uniform min=1 max=100"), "nothing in the name says more: 1 to 100"};
  }
  if (column.type.is_numeric()) {
    return {read_fill("lognormal median=100 sigma=1 min=0"),
            "nothing in the name says more: an amount"};
  }
  std::string stem = capitalised(snake_name) + " ";
  if (stem.size() + 1 > text_bytes_max(column.type)) stem.clear();
  spec::Fill fill;
  fill.generator = "categorical";
  spec::FillParameter values;
  values.name = "values";
  values.is_list = true;
  constexpr std::array<std::string_view, 6> kWeights = {"30", "24", "18", "13", "9", "6"};
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    values.values.push_back(stem + static_cast<char>('A' + static_cast<int>(i)));
    values.weights.emplace_back(kWeights[i]);
  }
  fill.parameters.push_back(std::move(values));
  return {std::move(fill), "nothing in the name says more: a few made-up values"};
}

// A bare `name` or `type` means the table's: dim_customer.name is a customer_name.
std::string full_name_of(const spec::Table& table, std::string_view snake_name) {
  if (!matches("^_name_$ ^_title_$ ^_type_$ ^_category_$ ^_code_$ ^_status_$ ^_label_$",
               snake_name)) {
    return std::string(snake_name);
  }
  return table_stem(table.name) + "_" + std::string(snake_name);
}

}  // namespace

std::string snake_case(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool after_lower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (upper && after_lower) out.push_back('_');
    out.push_back(c == '-' || c == ' ' || c == '.' ? '_' : upper ? static_cast<char>(c + 32) : c);
  }
  return out;
}

bool matches(std::string_view patterns, std::string_view snake_name) {
  const std::string padded = fmt::format("^_{}_$", snake_name);
  for (const std::string_view pattern : text::split(patterns, ' ')) {
    if (!pattern.empty() && padded.find(pattern) != std::string::npos) return true;
  }
  return false;
}

std::string table_stem(std::string_view table) {
  std::string name = snake_case(table);
  for (const std::string_view prefix : {"dim_", "fact_", "bridge_", "fct_", "d_", "f_"}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) return name.substr(prefix.size());
  }
  for (const std::string_view suffix : {"_dim", "_fact"}) {
    if (name.ends_with(suffix) && name.size() > suffix.size()) {
      return name.substr(0, name.size() - suffix.size());
    }
  }
  return name;
}

std::string code_pattern(const spec::Column& column, std::int64_t rows) {
  const std::size_t digits = std::max<std::size_t>(6, std::to_string(rows).size());
  const std::size_t bytes_max = text_bytes_max(column.type);
  std::string stem = text::to_upper(snake_case(column.name));
  stem = stem.substr(0, stem.rfind('_'));
  std::erase_if(stem, [](char c) { return c < 'A' || c > 'Z'; });
  stem = stem.substr(0, 4);
  const std::size_t needed = std::to_string(rows).size();
  for (const std::string& prefix : {stem.empty() ? std::string() : stem + "-", stem.substr(0, 1)}) {
    if (prefix.size() + digits <= bytes_max) return prefix + std::string(digits, '#');
    if (prefix.size() + needed <= bytes_max) return prefix + std::string(needed, '#');
  }
  if (needed <= bytes_max) return std::string(needed, '#');
  return std::string(bytes_max, '*');
}

Inferred infer(const spec::Table& table, const spec::Column& column, std::int64_t rows) {
  const std::string snake_name = snake_case(column.name);
  if (Inferred found = by_role(column); !found.fill.generator.empty()) return found;
  const std::string full_name = full_name_of(table, snake_name);
  for (const Rule& rule : rules_for(column.type)) {
    if (matches(rule.patterns, full_name)) return {read_fill(rule.fill), std::string(rule.why)};
  }
  if (column.type.is_text() && is_identifier_like(snake_name)) {
    spec::Fill fill;
    fill.generator = "code";
    spec::FillParameter pattern;
    pattern.name = "pattern";
    pattern.values = {code_pattern(column, rows)};
    fill.parameters.push_back(std::move(pattern));
    return {std::move(fill), "named like an identifier"};
  }
  if (column.type.is_text() && matches("_name_$", full_name)) {
    spec::Fill fill;
    fill.generator = "text";
    spec::FillParameter pattern;
    pattern.name = "template";
    std::string stem = full_name.substr(0, full_name.size() - 5);
    if (stem.empty()) stem = table_stem(table.name);
    pattern.values = {capitalised(stem) + " {row}"};
    fill.parameters.push_back(std::move(pattern));
    return {std::move(fill), "named like a name: numbered"};
  }
  if (Inferred found = by_type(column); !found.fill.generator.empty()) return found;
  return last_resort(column, snake_name);
}

}  // namespace dbx::seed
