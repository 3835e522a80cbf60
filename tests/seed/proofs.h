// What the proofs of generators share: samples of the examples. A proof is one entry of one of the
// maps below, each in a file of its own; statistics_test.cpp runs them all.
#pragma once

#include <functional>
#include <set>

#include "seed/examples.h"
#include "seed/theory.h"

namespace dbx::seed {

constexpr std::int64_t kRows = 20'000;

using Proof = std::function<void()>;
using Proofs = std::map<std::string_view, Proof>;
Proofs continuous_proofs();
Proofs discrete_proofs();
Proofs word_proofs();
Proofs derived_proofs();
Proofs shared_proofs();

inline std::vector<double> numbers_of(const SeedPlan& plan, std::string_view column) {
  std::vector<double> out;
  for (const std::string& text : values_of(plan, "dim_thing", column)) {
    out.push_back(text == "true" ? 1 : text == "false" ? 0 : std::stod(text));
  }
  return out;
}
inline std::vector<std::string> texts_of(std::string_view generator, std::int64_t rows = kRows) {
  return values_of(plan_of_example(generator, rows), "dim_thing", "v");
}

inline void has_values(std::string_view generator, std::size_t at_least) {
  std::set<std::string> seen;
  for (const std::string& text : texts_of(generator, 5'000)) {
    ASSERT_FALSE(text.empty()) << generator;
    seen.insert(text);
  }
  EXPECT_GE(seen.size(), at_least) << generator;
}
// In every row the value of `part` says what that of `whole` is.
inline void decides(std::string_view part, std::string_view whole) {
  const SeedPlan plan =
      plan_of_columns({column_of("part", "TEXT", part), column_of("whole", "TEXT", whole)}, 5'000);
  const auto parts = values_of(plan, "dim_thing", "part");
  const auto wholes = values_of(plan, "dim_thing", "whole");
  std::map<std::string, std::string> known;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    ASSERT_EQ(known.emplace(parts[i], wholes[i]).first->second, wholes[i]) << parts[i];
  }
}

inline void unique_texts(std::string_view generator, std::int64_t rows) {
  const auto texts = texts_of(generator, rows);
  EXPECT_EQ(std::set<std::string>(texts.begin(), texts.end()).size(), texts.size()) << generator;
}

}  // namespace dbx::seed
