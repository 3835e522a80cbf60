// Rules of a review; see review.h. The rules are those of Kimball and Ross, The Data Warehouse
// Toolkit, 3rd edition: additivity (ch. 3), snapshots (ch. 4), conformed dimensions (ch. 4),
// degenerate and junk dimensions (ch. 3, 6), accumulating snapshots (ch. 4).
#include "dbx/design/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "dbx/base/text.h"
#include "dbx/design/words.h"

namespace dbx::design {
namespace {

using Findings = std::vector<Finding>;
using Rule = void (*)(const spec::Spec&, Findings&);

std::string fact_pointer(std::size_t index) { return fmt::format("/entities/facts/{}", index); }

bool has_word(std::string_view name, std::initializer_list<std::string_view> words) {
  const Phrase parts = phrase(name);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::find(parts.begin(), parts.end(), word) != parts.end();
  });
}

template <class Body>
void each_measure(const spec::Spec& spec, Body body) {
  for (std::size_t f = 0; f < spec.facts.size(); ++f) {
    for (std::size_t m = 0; m < spec.facts[f].measures.size(); ++m) {
      body(spec.facts[f], spec.facts[f].measures[m],
           fmt::format("{}/measures/{}", fact_pointer(f), m));
    }
  }
}

void additivity(const spec::Spec& spec, Findings& findings) {
  each_measure(spec, [&](const spec::Table& fact, const spec::Column& measure,
                         const std::string& pointer) {
    const auto kind = measure.additivity.value_or(spec::Additivity::kAdditive);
    const bool is_rate =
        has_word(measure.name, {"rate", "ratio", "percent", "percentage", "pct", "average", "avg",
                                "price", "score", "temperature", "per"});
    if (is_rate && kind == spec::Additivity::kAdditive) {
      findings.push_back({pointer, "additivity",
                          fmt::format("{} looks like a rate and is added up; make it non_additive, "
                                      "or store its numerator and denominator",
                                      measure.name)});
    }
    const bool is_level =
        has_word(measure.name, {"balance", "outstanding", "headcount", "stock"}) ||
        measure.name.ends_with("_on_hand");
    if (is_level && kind == spec::Additivity::kAdditive &&
        fact.type == spec::FactType::kPeriodicSnapshot) {
      findings.push_back({pointer, "additivity",
                          fmt::format("{} is a level: it adds up over everything but time; make it "
                                      "semi_additive",
                                      measure.name)});
    }
  });
}

void grain(const spec::Spec& spec, Findings& findings) {
  for (std::size_t f = 0; f < spec.facts.size(); ++f) {
    const spec::Table& fact = spec.facts[f];
    for (const std::string& column : spec::grain_of(fact)) {
      for (const spec::ForeignKey& key : fact.foreign_keys) {
        if (!key.optional || key.columns[0] != column) continue;
        findings.push_back({fact_pointer(f) + "/grain", "grain",
                            fmt::format("{} is part of the grain and may be empty: rows without it "
                                        "cannot be told apart",
                                        column)});
      }
    }
  }
}

void dates(const spec::Spec& spec, Findings& findings) {
  for (std::size_t f = 0; f < spec.facts.size(); ++f) {
    const spec::Table& fact = spec.facts[f];
    const auto count = std::count_if(
        fact.foreign_keys.begin(), fact.foreign_keys.end(),
        [](const spec::ForeignKey& key) { return has_word(key.references.table, {"date"}); });
    if (count == 0) {
      findings.push_back({fact_pointer(f), "missing-date",
                          fmt::format("{} has no date: nothing can be said over time", fact.name)});
    }
    if (fact.type == spec::FactType::kAccumulatingSnapshot && count < 2) {
      findings.push_back({fact_pointer(f) + "/type", "milestones",
                          fmt::format("{} is an accumulating snapshot with one date; name its "
                                      "stages: 'from application through approval to closing'",
                                      fact.name)});
    }
    if (fact.type == spec::FactType::kTransaction && fact.measures.empty()) {
      findings.push_back({fact_pointer(f) + "/type", "measures",
                          fmt::format("{} has no measures: say what is counted or paid, or that it "
                                      "is factless",
                                      fact.name)});
    }
  }
}

// Two dimensions that one word means are one dimension.
void conformance(const spec::Spec& spec, Findings& findings) {
  std::map<std::string, std::string> owners;
  for (std::size_t d = 0; d < spec.dimensions.size(); ++d) {
    const spec::Table& table = spec.dimensions[d];
    const std::string own = table.name.starts_with("dim_") ? table.name.substr(4) : table.name;
    for (const spec::Table& other : spec.dimensions) {
      const bool says = &other != &table &&
                        std::any_of(other.synonyms.begin(), other.synonyms.end(),
                                    [&](const std::string& s) { return identifier(s) == own; });
      if (!says) continue;
      findings.push_back({fmt::format("/entities/dimensions/{}", d), "conformance",
                          fmt::format("{} and {} may be the same thing: one conformed dimension "
                                      "with two roles would let facts be compared",
                                      table.name, other.name)});
    }
  }
}

// A dimension with nothing to group by is a number in the fact.
void thin_dimensions(const spec::Spec& spec, Findings& findings) {
  for (std::size_t d = 0; d < spec.dimensions.size(); ++d) {
    const spec::Table& table = spec.dimensions[d];
    const auto describes = [&](const spec::Column& column) {
      const auto& key = table.natural_key;
      return !column.display && std::find(key.begin(), key.end(), column.name) == key.end();
    };
    const bool is_group = table.name.ends_with("_group") || table.name.ends_with("_flags");
    if (is_group || std::any_of(table.columns.begin(), table.columns.end(), describes)) continue;
    findings.push_back(
        {fmt::format("/entities/dimensions/{}", d), "thin-dimension",
         fmt::format("{} has nothing to group by but its name: list its attributes", table.name)});
  }
}

void privacy(const spec::Spec& spec, Findings& findings) {
  for (std::size_t d = 0; d < spec.dimensions.size(); ++d) {
    const spec::Table& table = spec.dimensions[d];
    const bool of_animal =
        std::any_of(table.columns.begin(), table.columns.end(),
                    [](const spec::Column& column) { return column.name == "species"; });
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const spec::Column& column = table.columns[c];
      const bool is_personal = has_word(column.name, {"email", "phone", "mobile", "ssn", "passport",
                                                      "iban", "surname", "address", "salary"}) ||
                               (has_word(column.name, {"birth"}) && !of_animal) ||
                               column.name == "date_of_birth" || column.name == "first_name" ||
                               column.name == "last_name";
      const auto kind = column.sensitivity.value_or(spec::Sensitivity::kNone);
      if (!is_personal || kind != spec::Sensitivity::kNone) continue;
      findings.push_back({fmt::format("/entities/dimensions/{}/columns/{}", d, c), "privacy",
                          fmt::format("{}.{} says something of a person: mark it sensitivity: pii",
                                      table.name, column.name)});
    }
  }
}

// One event at two levels of detail: the finer one is enough.
void mixed_levels(const spec::Spec& spec, Findings& findings) {
  for (std::size_t f = 0; f < spec.facts.size(); ++f) {
    const spec::Table& fact = spec.facts[f];
    const bool has_line = std::any_of(fact.grain_columns.begin(), fact.grain_columns.end(),
                                      [](const std::string& c) { return has_word(c, {"line"}); });
    if (!has_line) continue;
    for (std::size_t m = 0; m < fact.measures.size(); ++m) {
      const std::string& name = fact.measures[m].name;
      if (!name.starts_with("order_total") && !name.starts_with("invoice_total") &&
          !name.starts_with("shipping")) {
        continue;
      }
      findings.push_back({fmt::format("{}/measures/{}", fact_pointer(f), m), "grain",
                          fmt::format("{} is of the whole document, the rows are of its lines: it "
                                      "would be counted once a line; allocate it or give it a fact "
                                      "of its own",
                                      name)});
    }
  }
}

constexpr std::array<Rule, 7> kRules = {additivity,      grain,   dates,       conformance,
                                        thin_dimensions, privacy, mixed_levels};

}  // namespace

std::vector<Finding> review(const spec::Spec& spec) {
  Findings findings;
  for (const Rule rule : kRules) rule(spec, findings);
  return findings;
}

}  // namespace dbx::design
