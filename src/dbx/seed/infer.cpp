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

// {amount} and {salary} in a rule; see infer_number.cpp.
Inferred apply(const Rule& rule, const spec::Table& table, const spec::Column& column) {
  std::string fill(rule.fill);
  if (fill.find("{amount}") != std::string::npos) {
    fill = text::replace_all(fill, "{amount}", fmt::format("{}", amount_median(table, column)));
  }
  const std::string period =
      text::to_lower(column.description + " " + table.grain + " " + table.description);
  const bool monthly =
      period.find("month") != std::string::npos || period.find("pay period") != std::string::npos;
  fill = text::replace_all(fill, "{salary}", monthly ? "4600" : "52000");
  return {read_fill(fill), std::string(rule.why)};
}

// customer_name of dim_customer
std::string name_of(const spec::Table& table) { return table_stem(table.name) + "_name"; }

// The first rule for the name; before a generic one, the first that is not for a synonym. An
// identifier is not what it identifies: plan_id is no plan, though postal_code is a postal code.
Inferred by_name(const spec::Table& table, const spec::Column& column, const std::string& name) {
  const bool identifier = column.type.is_text() && is_identifier_like(name);
  const auto find = [&](std::string_view wanted, bool generic) -> const Rule* {
    for (const Rule& rule : identifier ? identifier_rules() : rules_for(column.type)) {
      if (rule.generic == generic && matches(rule.patterns, wanted)) return &rule;
    }
    return nullptr;
  };
  const Rule* rule = find(name, false);
  for (std::size_t s = 0; s < column.synonyms.size() && rule == nullptr && !identifier; ++s) {
    if (column.type.is_text()) break;  // synonyms of texts are about people, not about values
    rule = find(snake_case(column.synonyms[s]), false);
  }
  if (rule == nullptr) rule = find(name, true);
  if (rule == nullptr) return {};
  Inferred found = apply(*rule, table, column);
  // What names a row to people should not be the same in two rows.
  const bool label = column.display || (matches("_name_$", name) && name_of(table) == name);
  if (table.kind == spec::TableKind::kDimension && label && column.type.is_text() &&
      found.fill.generator == "categorical") {
    found.fill.generator = "distinct";
    for (spec::FillParameter& parameter : found.fill.parameters) parameter.weights.clear();
    found.why += ", each once";
  }
  return found;
}

// Claimant, adjuster, technician: words for who does or gets something, which are not things.
bool names_a_person(std::string_view stem) {
  if (matches("_order_ _number_ _folder_ _computer_ _server_ _container_ _sensor_ _motor_ _tower_ "
              "_trailer_ _printer_ _filter_ _meter_ _cluster_ _chapter_ _quarter_ _center_ "
              "_newsletter_ _character_ _parameter_ _variant_ _grant_ _fee_ _tree_ _committee_ "
              "_tier_ _offer_ _voucher_ _ledger_ _transfer_ _layer_ _river_ _counter_ _register_ "
              "_header_ _master_ _router_ _paper_ _letter_ _sector_ _factor_ _error_ _color_ "
              "_floor_ _door_ _plant_ _instant_ _restaurant_ _list_ _checklist_ _wishlist_ "
              "_transformer_ _charger_ _scanner_ _carrier_ _supplier_ _vendor_ _cover_ _power_",
              stem)) {
    return false;
  }
  for (const std::string_view ending : {"er", "or", "ant", "ist", "ian", "ee", "nurse", "person"}) {
    if (stem.size() > ending.size() + 2 && stem.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

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
  if (Inferred found = infer_from_meaning(column); !found.fill.generator.empty()) return found;
  const std::string full_name = full_name_of(table, snake_name);
  if (Inferred found = by_name(table, column, full_name); !found.fill.generator.empty()) {
    return found;
  }
  if (column.type.is_text() && is_identifier_like(snake_name)) {
    spec::Fill fill{"code", {{"pattern", {code_pattern(column, rows)}, {}, false}}};
    return {std::move(fill), "named like an identifier"};
  }
  if (column.type.is_text() && matches("_name_$", full_name)) {
    std::string stem = full_name.substr(0, full_name.size() - 5);
    if (stem.empty()) stem = table_stem(table.name);
    if (names_a_person(stem)) return {read_fill("full_name"), "named like somebody who acts"};
    spec::Fill fill{"text", {{"template", {capitalised(stem) + " {row}"}, {}, false}}};
    return {std::move(fill), "named like a name: numbered"};
  }
  if (Inferred found = by_type(column); !found.fill.generator.empty()) return found;
  return last_resort(column, snake_name);
}

}  // namespace dbx::seed
