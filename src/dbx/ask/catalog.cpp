// Reads roles from a spec: declared ones first, else told from names and types.
#include "dbx/ask/catalog.h"

#include <algorithm>
#include <array>

#include "dbx/base/text.h"

namespace dbx::ask {
namespace {

using spec::Additivity;
using spec::TypeKind;

bool contains_word(std::string_view name, std::string_view word) {
  const auto words = text::split(name, '_');
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t size>
bool contains_any(std::string_view name, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return contains_word(name, word); });
}

std::string without_prefix(std::string_view name) {
  for (const std::string_view prefix : {"dim_", "fact_", "fct_", "d_", "f_"}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) name.remove_prefix(prefix.size());
  }
  return std::string(name);
}

// Where the spec does not say: rates and prices do not add up, balances not over time.
Additivity additivity_of(const spec::Table& fact, const spec::Column& column) {
  static constexpr auto kNever = std::to_array<std::string_view>(
      {"rate", "ratio", "percent", "pct", "percentage", "probability", "price", "score", "rating",
       "average", "avg", "index", "temperature", "age"});
  static constexpr auto kNotOverTime =
      std::to_array<std::string_view>({"balance", "stock", "hand", "outstanding", "headcount"});
  if (column.additivity) return *column.additivity;
  if (!column.numerator.empty() || contains_any(column.name, kNever)) {
    return Additivity::kNonAdditive;
  }
  if (fact.type == spec::FactType::kPeriodicSnapshot && contains_any(column.name, kNotOverTime)) {
    return Additivity::kSemiAdditive;
  }
  return Additivity::kAdditive;
}

bool is_listed(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Text with few values that says something of a row, and is not about a person.
bool is_telling(const spec::Table& table, const spec::Column& column) {
  static constexpr auto kNot = std::to_array<std::string_view>(
      {"id", "code", "number", "email", "phone", "address", "postal", "postcode", "zip", "url",
       "description", "note", "comment", "first", "last", "title", "name", "key"});
  const bool is_private = column.sensitivity && *column.sensitivity != spec::Sensitivity::kNone &&
                          *column.sensitivity != spec::Sensitivity::kInternal;
  if (!column.type.is_text() || column.type.array || is_private) return false;
  if (column.display || column.role == spec::Role::kKey) return false;
  if (is_listed(table.natural_key, column.name) || column.type.length > 100) return false;
  return column.fill.has_value() || !contains_any(column.name, kNot);
}

bool is_date_table(const spec::Table& table) {
  const std::string name = without_prefix(table.name);
  return contains_word(name, "date") || contains_word(name, "calendar") ||
         contains_word(name, "day") || contains_word(name, "time");
}

class Reader {
 public:
  Reader(const spec::Spec& spec, const spec::Table& fact) : spec_(spec) {
    view_.fact = &fact;
    view_.label = spaced(without_prefix(fact.name));
  }

  FactView read() {
    const spec::Table& fact = *view_.fact;
    for (const spec::Column& column : fact.measures) {
      if (!column.type.is_numeric()) continue;
      view_.measures.push_back({column, additivity_of(fact, column), spaced(column.name)});
    }
    // Money first: it is asked about most.
    std::stable_partition(view_.measures.begin(), view_.measures.end(), [](const Measure& m) {
      return m.additivity != Additivity::kNonAdditive && m.column.unit == "currency";
    });
    for (const spec::ForeignKey& key : fact.foreign_keys) read_key(key);
    for (const spec::Column& column : fact.columns) read_own(column);
    return std::move(view_);
  }

 private:
  void read_key(const spec::ForeignKey& key) {
    const spec::Table* dimension = spec::find_table(spec_, key.references.table);
    if (dimension == nullptr || key.columns.size() != key.references.columns.size()) return;
    const bool is_date = is_date_table(*dimension);
    Path path{dimension, &key, {}};
    path.label = key.role.empty() ? label_of(*dimension, key) : spaced(key.role);
    if (is_date) return read_date(path);
    read_attributes(path);
    read_member(path);
  }

  // "product"; a key such as buyer_key to dim_customer says "buyer".
  static std::string label_of(const spec::Table& dimension, const spec::ForeignKey& key) {
    std::string column = key.columns[0];
    for (const std::string_view ending : {"_key", "_id", "_sk"}) {
      if (column.ends_with(ending)) column.resize(column.size() - ending.size());
    }
    return spaced(key.columns.size() == 1 ? column : without_prefix(dimension.name));
  }

  void read_date(const Path& path) {
    for (const spec::Column& column : path.dimension->columns) {
      if (column.type.kind != TypeKind::kDate) continue;
      view_.dates.push_back({path, column.name, path.label});
      break;
    }
    if (view_.dates.size() > 1) return;
    for (const spec::Column& column : path.dimension->columns) {
      if (column.name == "day_name" || column.name == "weekday") {
        view_.attributes.push_back({path, column.name, "day of the week", 0.4});
      }
    }
  }

  void read_attributes(const Path& path) {
    for (const spec::Column& column : path.dimension->columns) {
      if (!is_telling(*path.dimension, column)) continue;
      const double weight = column.fill ? 0.9 : column.hierarchy.empty() ? 0.7 : 0.5;
      view_.attributes.push_back({path, column.name, attribute_label(path, column.name), weight});
    }
  }

  static std::string attribute_label(const Path& path, const std::string& column) {
    const std::string words = spaced(column);
    const std::string first = path.label.substr(0, path.label.find(' '));
    if (words.starts_with(path.label) || words.starts_with(first + " ")) return words;
    return path.label + " " + words;
  }

  void read_member(const Path& path) {
    const spec::Table& dimension = *path.dimension;
    Member member{path, {}, dimension.natural_key, plural(path.label)};
    for (const spec::Column& column : dimension.columns) {
      if (column.display) member.display = column.name;
    }
    for (const spec::Column& column : dimension.columns) {
      if (member.display.empty() && column.name.ends_with("_name")) member.display = column.name;
    }
    if (member.display.empty() && !dimension.natural_key.empty()) {
      member.display = dimension.natural_key[0];
    }
    if (!member.display.empty()) view_.members.push_back(std::move(member));
  }

  void read_own(const spec::Column& column) {
    if (column.type.kind == TypeKind::kDate) {
      view_.dates.push_back({{}, column.name, spaced(column.name)});
    } else if (column.fill && is_telling(*view_.fact, column)) {
      view_.attributes.push_back({{}, column.name, spaced(column.name), 0.8});
    }
  }

  const spec::Spec& spec_;
  FactView view_;
};

}  // namespace

std::string spaced(std::string_view identifier) { return text::replace_all(identifier, "_", " "); }

std::string stem(std::string_view word) {
  std::string result = text::to_lower(word);
  if (result.size() > 4 && result.ends_with("ies"))
    return result.substr(0, result.size() - 3) + "y";
  for (const std::string_view ending : {"sses", "shes", "ches", "xes"}) {
    if (result.ends_with(ending)) return result.substr(0, result.size() - 2);
  }
  const bool keeps_s = result.ends_with("ss") || result.ends_with("us") || result.ends_with("is");
  if (result.size() > 3 && result.ends_with('s') && !keeps_s) result.pop_back();
  return result;
}

std::string plural(std::string_view noun) {
  std::string result(noun);
  if (result.empty() || stem(result.substr(result.rfind(' ') + 1)) !=
                            text::to_lower(result.substr(result.rfind(' ') + 1))) {
    return result;  // already
  }
  const char last = result.back();
  const char before = result.size() > 1 ? result[result.size() - 2] : ' ';
  const bool after_vowel = std::string_view("aeiou").find(before) != std::string_view::npos;
  if (last == 'y' && !after_vowel) return result.substr(0, result.size() - 1) + "ies";
  if (result.ends_with("sis")) return result.substr(0, result.size() - 2) + "es";
  if (last == 's' || last == 'x' || result.ends_with("ch") || result.ends_with("sh")) {
    return result + "es";
  }
  return result + "s";
}

std::vector<FactView> read_catalog(const spec::Spec& spec) {
  std::vector<FactView> views;
  for (const spec::Table& fact : spec.facts) views.push_back(Reader(spec, fact).read());
  return views;
}

}  // namespace dbx::ask
