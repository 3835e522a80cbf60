// Holds the knowledge files against each other: what a process names must exist, words must not
// have two meanings, columns must not be words of SQL.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dbx/design/knowledge.h"

namespace dbx::design {
namespace {

class Checker {
 public:
  explicit Checker(const Knowledge& knowledge) : knowledge_(knowledge) {}

  Diagnostics run() {
    for (const DimensionArchetype& dimension : knowledge_.dimensions) check(dimension);
    for (const Process& process : knowledge_.processes) check(process);
    for (const Industry& industry : knowledge_.industries) check(industry);
    check_process_words();
    return std::move(problems_);
  }

 private:
  void report(Code code, std::string message) {
    Diagnostic problem;
    problem.code = code;
    problem.message = std::move(message);
    problem.where.file = "knowledge";
    problems_.push_back(std::move(problem));
  }

  void check_columns(std::string_view owner, const std::vector<spec::Column>& columns) {
    std::map<std::string_view, int> seen;
    for (const spec::Column& column : columns) {
      if (++seen[column.name] == 2) {
        report(Code::kDuplicateName, fmt::format("'{}' declares '{}' twice", owner, column.name));
      }
      if (is_reserved(column.name)) {
        report(Code::kBadIdentifier,
               fmt::format("'{}' of '{}' is a word of SQL", column.name, owner));
      }
    }
  }

  void check_unambiguous(std::string_view owner, const std::vector<Phrase>& phrases,
                         std::map<Phrase, std::string>& owners) {
    for (const Phrase& words : phrases) {
      const auto [found, is_new] = owners.try_emplace(words, owner);
      if (!is_new && found->second != owner) {
        report(Code::kDuplicateName, fmt::format("'{}' means both '{}' and '{}'",
                                                 fmt::join(words, " "), found->second, owner));
      }
    }
  }

  void check(const DimensionArchetype& dimension) {
    check_columns(dimension.name, dimension.columns);
    check_unambiguous(dimension.name, dimension.phrases, dimension_words_);
    for (const std::string& natural : dimension.natural_key) {
      if (!has(dimension.columns, natural)) {
        report(Code::kUnknownColumn,
               fmt::format("natural key '{}' is no column of '{}'", natural, dimension.name));
      }
    }
  }

  void check(const Process& process) {
    check_columns(process.name, process.columns);
    check_columns(process.name, process.measures);
    for (const std::string& name : process.industries) require_industry(process, name);
    std::vector<std::string> known;
    for (const spec::Column& column : process.columns) known.push_back(column.name);
    for (const DimensionUse& use : process.dimensions) {
      known.push_back(key_column(use));
      require_dimension(process, use.dimension);
    }
    for (const std::string& dimension : process.optional_dimensions) {
      require_dimension(process, dimension);
    }
    for (const std::string& column : process.grain_columns) {
      if (std::find(known.begin(), known.end(), column) == known.end()) {
        report(Code::kAmbiguousGrain,
               fmt::format("grain column '{}' of '{}' is neither a degenerate column nor a key",
                           column, process.name));
      }
    }
    for (const std::string& milestone : process.milestones) {
      if (std::find(known.begin(), known.end(), milestone + "_key") == known.end()) {
        report(Code::kUnknownValue, fmt::format("milestone '{}' of '{}' is no role of a dimension",
                                                milestone, process.name));
      }
    }
    check_measures(process);
    if (!spec::is_grain_sentence(process.grain)) {
      report(Code::kAmbiguousGrain, fmt::format("the grain of '{}' is no sentence", process.name));
    }
  }

  void check(const Industry& industry) {
    check_unambiguous(industry.name, industry.phrases, industry_words_);
    if (industry.processes.empty()) {
      report(Code::kMissingKey, fmt::format("the industry '{}' has no process", industry.name));
    }
    for (const std::string& name : industry.processes) {
      const Process* process = knowledge_.process(name);
      if (process == nullptr || !contains(process->industries, industry.name)) {
        report(Code::kUnknownValue,
               fmt::format("'{}' of the industry '{}' is no process that names it", name,
                           industry.name));
      }
    }
  }

  // A phrase may mean several processes only where their industries tell them apart.
  void check_process_words() {
    std::map<Phrase, std::vector<const Process*>> owners;
    for (const Process& process : knowledge_.processes) {
      for (const Phrase& words : process.phrases) {
        auto& held = owners[words];
        for (const Process* other : held) {
          const bool share = std::any_of(
              process.industries.begin(), process.industries.end(),
              [&](const std::string& name) { return contains(other->industries, name); });
          if (other == &process || !share) continue;
          report(Code::kDuplicateName,
                 fmt::format("'{}' means both '{}' and '{}'", fmt::join(words, " "), other->name,
                             process.name));
        }
        held.push_back(&process);
      }
    }
  }

  static bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  void require_industry(const Process& process, const std::string& name) {
    const bool known = std::any_of(knowledge_.industries.begin(), knowledge_.industries.end(),
                                   [&](const Industry& held) { return held.name == name; });
    if (known) return;
    report(Code::kUnknownValue,
           fmt::format("'{}' is of the industry '{}', which no file has", process.name, name));
  }

  void check_measures(const Process& process) {
    const bool is_factless = process.type == spec::FactType::kFactless;
    if (process.measures.empty() != is_factless) {
      report(Code::kFactWithoutMeasures,
             fmt::format("'{}' is factless or has measures, not both", process.name));
    }
    for (const spec::Column& measure : process.measures) {
      for (const std::string& part : {measure.numerator, measure.denominator}) {
        if (part.empty() || has(process.measures, part)) continue;
        report(Code::kUnknownColumn,
               fmt::format("'{}' of '{}' is a ratio of '{}', which is no measure", measure.name,
                           process.name, part));
      }
    }
  }

  void require_dimension(const Process& process, const std::string& dimension) {
    if (knowledge_.dimension(dimension) != nullptr) return;
    report(Code::kForeignKeyToNothing,
           fmt::format("'{}' uses the dimension '{}', which no file has", process.name, dimension));
  }

  static bool has(const std::vector<spec::Column>& columns, std::string_view name) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const spec::Column& column) { return column.name == name; });
  }

  const Knowledge& knowledge_;
  std::map<Phrase, std::string> dimension_words_;
  std::map<Phrase, std::string> industry_words_;
  Diagnostics problems_;
};

}  // namespace

Diagnostics check_knowledge(const Knowledge& knowledge) { return Checker(knowledge).run(); }

}  // namespace dbx::design
