// The knowledge base: every process designs itself from its name and from each synonym; the loader
// and its checks locate what is wrong.
#include "dbx/design/knowledge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "dbx/check/check.h"
#include "dbx/design/design.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx::design {
namespace {

const Knowledge& known() {
  const Result<Knowledge>& result = knowledge();
  if (!result) {
    for (const Diagnostic& problem : result.error()) ADD_FAILURE() << problem.message;
    static const Knowledge kNothing;
    return kNothing;
  }
  return *result;
}

TEST(knowledge, is_sound_and_wide) {
  EXPECT_GE(known().processes.size(), 100U);
  EXPECT_GE(known().dimensions.size(), 100U);
  std::set<std::string> industries;
  for (const Process& process : known().processes) {
    industries.insert(process.industries.begin(), process.industries.end());
    EXPECT_FALSE(process.questions.empty()) << process.name;
  }
  EXPECT_GE(industries.size(), 30U);
}

// What the binary holds is packed; the files it was packed from are read and checked here.
TEST(knowledge, files_are_sound) {
  const std::filesystem::path folder = std::string(DBX_SOURCE_DIR) + "/knowledge";
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yml") continue;
    texts.emplace_back(entry.path().lexically_relative(folder).string(),
                       test::read(entry.path().string()));
  }
  std::sort(texts.begin(), texts.end());
  std::vector<embedded::File> files;
  for (const auto& [name, text] : texts) files.push_back({name, text});
  const auto read = load_knowledge(files);
  if (!read) {
    for (const Diagnostic& problem : read.error()) {
      ADD_FAILURE() << problem.where.file << ":" << problem.where.line << ": " << problem.message;
    }
    return;
  }
  EXPECT_EQ(read->processes.size(), known().processes.size());
  EXPECT_EQ(read->dimensions.size(), known().dimensions.size());
}

TEST(knowledge, every_process_designs_itself) {
  for (const Process& process : known().processes) {
    const auto result = design({process.name, {}});
    ASSERT_TRUE(result) << process.name;
    ASSERT_EQ(result->spec.facts.size(), 1U) << process.name;
    const spec::Table& fact = result->spec.facts[0];
    EXPECT_EQ(fact.name, process.fact);
    EXPECT_EQ(fact.type, process.type) << process.name;
    EXPECT_EQ(fact.measures.size(), process.measures.size()) << process.name;
    EXPECT_EQ(fact.foreign_keys.size(), process.dimensions.size()) << process.name;
    EXPECT_EQ(spec::grain_of(fact), process.grain_columns) << process.name;
    const auto source = spec::read(result->yaml, process.name);
    ASSERT_TRUE(source);
    for (const Diagnostic& note : source->notes) ADD_FAILURE() << process.name << note.message;
    for (const Diagnostic& finding : check::check(source->spec)) {
      ADD_FAILURE() << process.name << ": " << finding.message;
    }
  }
}

// A word that several lines of business use needs the one that is meant: "ticket sales of a
// cinema".
std::string prompt_for(const std::string& synonym, const Process& process) {
  const auto holders =
      std::count_if(known().processes.begin(), known().processes.end(), [&](const Process& other) {
        const auto& phrases = other.phrases;
        return std::find(phrases.begin(), phrases.end(), phrase(synonym)) != phrases.end();
      });
  std::string prompt = "Design a star schema for " + synonym;
  if (holders > 1) prompt += " of a business in " + process.industries[0];
  return prompt;
}

TEST(knowledge, every_synonym_leads_to_its_process) {
  for (const Process& process : known().processes) {
    for (const std::string& synonym : process.synonyms) {
      const auto result = design({prompt_for(synonym, process), {}});
      ASSERT_TRUE(result) << synonym;
      ASSERT_EQ(result->spec.facts.size(), 1U) << synonym;
      EXPECT_EQ(result->spec.facts[0].name, process.fact) << synonym;
    }
  }
}

TEST(knowledge, every_dimension_may_be_asked_for) {
  for (const DimensionArchetype& dimension : known().dimensions) {
    const auto result = design({"retail sales with dimensions product, " + dimension.name, {}});
    ASSERT_TRUE(result) << dimension.name;
    EXPECT_NE(spec::find_table(result->spec, "dim_" + dimension.name), nullptr) << dimension.name;
  }
}

Diagnostics problems_of(std::string_view yaml) {
  const embedded::File file{"processes/test.yml", yaml};
  const auto result = load_knowledge(std::span(&file, 1));
  return result ? Diagnostics() : result.error();
}

TEST(knowledge_loader, locates_an_unknown_key) {
  const Diagnostics problems = problems_of(
      "dimensions:\n  - name: x\n    descripton: a\n    natural_key: x_id\n"
      "    columns: [{name: x_id, type: INT}]\n");
  ASSERT_EQ(problems.size(), 2U);  // and the key it was meant to be is missing
  EXPECT_EQ(problems[0].code, Code::kUnknownKey);
  EXPECT_EQ(problems[0].where.file, "knowledge/processes/test.yml");
  EXPECT_EQ(problems[0].where.line, 3);
  EXPECT_EQ(problems[1].code, Code::kMissingKey);
}

TEST(knowledge_loader, refuses_an_unknown_type) {
  const Diagnostics problems = problems_of(
      "dimensions:\n  - name: x\n    description: a\n    natural_key: x_id\n"
      "    columns: [{name: x_id, type: STRNG(3)}]\n");
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0].code, Code::kUnknownType);
  EXPECT_EQ(problems[0].where.line, 5);
}

TEST(knowledge_loader, holds_files_against_each_other) {
  const Diagnostics problems = problems_of(
      "processes:\n"
      "  - name: p\n    synonyms: [q]\n    industries: [i]\n    fact: fact_p\n"
      "    type: transaction\n    description: d\n    grain: by the hour\n"
      "    grain_columns: [nothing]\n    dimensions: [unicorn]\n    milestones: [birth]\n"
      "    columns: [{name: order, type: INT}]\n"
      "    measures: [{name: r, type: INT, numerator: a, denominator: b}]\n    questions: [why]\n"
      "  - name: q\n    synonyms: [z]\n    industries: [i]\n    fact: fact_q\n"
      "    type: transaction\n    description: d\n    grain: one row per q\n"
      "    grain_columns: []\n    dimensions: []\n    questions: [why]\n");
  std::multiset<Code> codes;
  for (const Diagnostic& problem : problems) codes.insert(problem.code);
  EXPECT_EQ(codes.count(Code::kForeignKeyToNothing), 1U);
  EXPECT_EQ(codes.count(Code::kAmbiguousGrain), 2U);  // no sentence; a column that is none
  EXPECT_EQ(codes.count(Code::kUnknownValue), 3U);    // the milestone; an industry, twice
  EXPECT_EQ(codes.count(Code::kBadIdentifier), 1U);   // order
  EXPECT_EQ(codes.count(Code::kUnknownColumn), 2U);   // numerator, denominator
  EXPECT_EQ(codes.count(Code::kDuplicateName), 1U);   // q means two
  EXPECT_EQ(codes.count(Code::kFactWithoutMeasures), 1U);
}

}  // namespace
}  // namespace dbx::design
