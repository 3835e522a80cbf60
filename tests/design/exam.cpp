// Reading and grading; see exam.h.
#include "design/exam.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "dbx/base/text.h"
#include "dbx/design/words.h"
#include "dbx/yaml/yaml.h"
#include "support/cases.h"

namespace dbx::test {
namespace {

using Names = std::vector<std::string>;

Names texts(const yaml::Node* node) {
  Names result;
  if (node == nullptr) return result;
  for (const yaml::Node& child : node->children) result.push_back(child.text.str());
  return result;
}

std::string text_of(const yaml::Node& node, std::string_view key) {
  const yaml::Node* found = node.find(key);
  return found == nullptr ? std::string() : found->text.str();
}

std::map<std::string, std::string> mapping_of(const yaml::Node* node) {
  std::map<std::string, std::string> result;
  if (node == nullptr) return result;
  for (const yaml::Node& child : node->children) result[child.key.str()] = child.text.str();
  return result;
}

ExpectedFact fact_of(const yaml::Node& node) {
  ExpectedFact fact;
  fact.name = text_of(node, "name");
  fact.type = text_of(node, "type");
  fact.grain = text_of(node, "grain");
  fact.dimensions = texts(node.find("dimensions"));
  fact.roles = texts(node.find("roles"));
  fact.measures = texts(node.find("measures"));
  fact.no_measures = node.find("measures") != nullptr && fact.measures.empty();
  return fact;
}

ExamPrompt prompt_of(const yaml::Node& node) {
  ExamPrompt prompt;
  prompt.prompt = text_of(node, "prompt");
  prompt.refused = text_of(node, "refused") == "true";
  prompt.only = text_of(node, "only") == "true";
  if (const yaml::Node* facts = node.find("facts")) {
    for (const yaml::Node& fact : facts->children) prompt.facts.push_back(fact_of(fact));
  }
  if (const yaml::Node* attributes = node.find("attributes")) {
    for (const yaml::Node& child : attributes->children) {
      prompt.attributes[child.key.str()] = texts(&child);
    }
  }
  prompt.types = mapping_of(node.find("types"));
  prompt.additivity = mapping_of(node.find("additivity"));
  prompt.history = texts(node.find("history"));
  prompt.no_history = texts(node.find("no_history"));
  prompt.absent = texts(node.find("absent"));
  return prompt;
}

// Does the name hold one of the words? "a|b" are two; "room_type" is two words in a row.
bool says(std::string_view name, std::string_view wanted) {
  for (const std::string_view word : text::split(wanted, '|')) {
    const std::string lemmas = fmt::format("{}", fmt::join(design::phrase(word), "_"));
    if (name.find(word) != std::string_view::npos) return true;
    if (fmt::format("{}", fmt::join(design::phrase(name), "_")).find(lemmas) != std::string::npos) {
      return true;
    }
  }
  return false;
}

class Grader {
 public:
  Grader(const ExamPrompt& prompt, const spec::Spec& spec) : prompt_(prompt), spec_(spec) {}

  Grade run() {
    for (const ExpectedFact& fact : prompt_.facts) grade(fact);
    for (const auto& [dimension, names] : prompt_.attributes) grade_attributes(dimension, names);
    for (const auto& [column, type] : prompt_.types) grade_type(column, type);
    for (const auto& [column, kind] : prompt_.additivity) grade_additivity(column, kind);
    for (const std::string& name : prompt_.history) grade_history(name, spec::History::kType2);
    for (const std::string& name : prompt_.no_history) grade_history(name, spec::History::kType1);
    for (const std::string& name : prompt_.absent) part(!is_anywhere(name), "absence of " + name);
    result_.score = parts_ == 0 ? 1 : sum_ / parts_;
    return std::move(result_);
  }

 private:
  void part(double score, const std::string& what) {
    sum_ += score;
    ++parts_;
    if (score < 1) result_.missing.push_back(what);
  }

  void grade(const ExpectedFact& expected) {
    const spec::Table* fact = nullptr;
    for (const spec::Table& held : spec_.facts) {
      const bool is_named = says(held.name, expected.name) ||
                            std::any_of(held.synonyms.begin(), held.synonyms.end(),
                                        [&](const auto& s) { return says(s, expected.name); });
      if (is_named && fact == nullptr) fact = &held;
    }
    part(fact != nullptr, "fact " + expected.name);
    const spec::Table nothing;
    if (fact == nullptr) fact = &nothing;
    if (!expected.type.empty()) {
      static constexpr std::string_view kNames[] = {"transaction", "periodic_snapshot",
                                                    "accumulating_snapshot", "factless"};
      part(fact != &nothing && kNames[static_cast<int>(fact->type)] == expected.type,
           "type " + expected.type);
    }
    if (!expected.grain.empty()) {
      bool all = true;
      const auto words = text::split(expected.grain, '|');
      const auto held = [&](std::string_view word) { return says(fact->grain, word); };
      all = std::any_of(words.begin(), words.end(), held);
      part(all, "grain " + expected.grain);
    }
    grade_list(expected.dimensions, dimensions_of(*fact), "dimension");
    for (const std::string& role : expected.roles) {
      const bool held =
          std::any_of(fact->foreign_keys.begin(), fact->foreign_keys.end(),
                      [&](const spec::ForeignKey& key) { return says(key.columns[0], role); });
      part(held, "role " + role);
    }
    Names measures;
    for (const spec::Column& measure : fact->measures) measures.push_back(measure.name);
    if (expected.no_measures) {
      part(fact != &nothing && measures.empty(), "no measures");
    } else {
      grade_list(expected.measures, measures, "measure");
    }
  }

  // Its foreign keys, with what is an attribute of a dimension it has: "by species" of a pet.
  Names dimensions_of(const spec::Table& fact) const {
    Names names;
    for (const spec::ForeignKey& key : fact.foreign_keys) {
      std::string name = key.references.table + " " + key.role;
      for (const spec::Table& table : spec_.dimensions) {
        if (table.name != key.references.table) continue;
        for (const std::string& synonym : table.synonyms) name += " " + design::identifier(synonym);
        for (const spec::Column& column : table.columns) {
          if (!prompt_.only) name += " " + column.name;
        }
      }
      names.push_back(std::move(name));
    }
    return names;
  }

  // Recall; and precision where the list is all there should be.
  void grade_list(const Names& expected, const Names& held, const std::string& what) {
    if (expected.empty()) return;
    std::size_t found = 0;
    for (const std::string& wanted : expected) {
      const bool is_there = std::any_of(held.begin(), held.end(),
                                        [&](const auto& name) { return says(name, wanted); });
      found += is_there ? 1 : 0;
      if (!is_there) result_.missing.push_back(what + " " + wanted);
    }
    double score = static_cast<double>(found) / static_cast<double>(expected.size());
    if (prompt_.only && !held.empty()) {
      std::size_t wanted = 0;
      for (const std::string& name : held) {
        const bool is_date = name.starts_with("dim_date");
        const bool is_expected = std::any_of(expected.begin(), expected.end(),
                                             [&](const auto& e) { return says(name, e); });
        wanted += is_date || is_expected ? 1 : 0;
        if (!is_date && !is_expected) result_.missing.push_back("too much: " + name);
      }
      score *= static_cast<double>(wanted) / static_cast<double>(held.size());
    }
    sum_ += score;
    ++parts_;
  }

  const spec::Table* dimension(std::string_view name) const {
    for (const spec::Table& table : spec_.dimensions) {
      if (says(table.name, name)) return &table;
    }
    return nullptr;
  }

  void grade_attributes(const std::string& name, const Names& expected) {
    const spec::Table* table = dimension(name);
    Names held;
    if (table != nullptr) {
      for (const spec::Column& column : table->columns) {
        const auto& key = table->natural_key;
        const bool is_key = std::find(key.begin(), key.end(), column.name) != key.end();
        const bool is_asked = std::any_of(expected.begin(), expected.end(),
                                          [&](const auto& e) { return says(column.name, e); });
        if (is_asked || (!is_key && !column.display)) held.push_back(column.name);
      }
    }
    grade_list(expected, held, name + " attribute");
  }

  template <class Body>
  bool any_column(std::string_view wanted, Body body) const {
    for (const auto* group : {&spec_.facts, &spec_.dimensions}) {
      for (const spec::Table& table : *group) {
        for (const auto* columns : {&table.measures, &table.columns}) {
          for (const spec::Column& column : *columns) {
            if (says(column.name, wanted) && body(column)) return true;
          }
        }
      }
    }
    return false;
  }

  void grade_type(const std::string& name, const std::string& type) {
    part(any_column(name,
                    [&](const spec::Column& column) {
                      return spec::print(column.type).starts_with(type);
                    }),
         fmt::format("{} of type {}", name, type));
  }

  void grade_additivity(const std::string& name, const std::string& kind) {
    part(any_column(name,
                    [&](const spec::Column& column) {
                      return column.additivity == (kind == "semi_additive"
                                                       ? spec::Additivity::kSemiAdditive
                                                       : spec::Additivity::kNonAdditive);
                    }),
         fmt::format("{} {}", name, kind));
  }

  void grade_history(const std::string& name, spec::History history) {
    const spec::Table* table = dimension(name);
    part(table != nullptr && table->history == history, "history of " + name);
  }

  bool is_anywhere(const std::string& name) const {
    return dimension(name) != nullptr || any_column(name, [](const auto&) { return true; });
  }

  const ExamPrompt& prompt_;
  const spec::Spec& spec_;
  double sum_ = 0;
  int parts_ = 0;
  Grade result_;
};

}  // namespace

std::vector<ExamPrompt> read_exam(const std::string& folder) {
  std::vector<ExamPrompt> prompts;
  Names files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    const auto document = yaml::parse(read(file), file);
    if (!document) {
      ADD_FAILURE() << file << ": " << document.error().at(0).message;
      continue;
    }
    for (const yaml::Node& node : document->root.find("prompts")->children) {
      prompts.push_back(prompt_of(node));
      prompts.back().kind = std::filesystem::path(file).stem().string();
    }
  }
  return prompts;
}

Grade grade(const ExamPrompt& prompt, const design::Design* design) {
  if (prompt.refused || design == nullptr) {
    const bool is_right = prompt.refused == (design == nullptr);
    return {is_right ? 1.0 : 0.0,
            is_right ? Names() : Names{prompt.refused ? "a refusal" : "an answer"}};
  }
  return Grader(prompt, design->spec).run();
}

}  // namespace dbx::test
