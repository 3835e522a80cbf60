// Each generator against the distribution that it declares, or the property that makes it what it
// is. Noise floors: Kolmogorov-Smirnov at 1 percent, chi-square at 0.1 percent, five standard
// errors elsewhere; the seed is fixed, so that nothing flickers. A generator of the registry
// without such a proof fails.
#include "seed/proofs.h"

namespace dbx::seed {
namespace {

const Proofs& proofs() {
  static const Proofs all = [] {
    Proofs out = continuous_proofs();
    for (auto part : {discrete_proofs(), word_proofs(), derived_proofs(), shared_proofs()})
      out.merge(part);
    return out;
  }();
  return all;
}

class statistics : public testing::TestWithParam<std::string> {};

TEST_P(statistics, is_what_it_declares) {
  const auto proof = proofs().find(GetParam());
  ASSERT_NE(proof, proofs().end()) << "no proof says what " << GetParam() << " makes";
  proof->second();
}

// The same bytes for any size and order of batches.
TEST_P(statistics, does_not_depend_on_batches) {
  constexpr std::int64_t kSome = 300;
  const SeedPlan plan = plan_of_example(GetParam(), kSome);
  const database::RowSource& source = *plan.find("dim_thing")->source;
  const auto whole = sample(source, {0, kSome});
  for (const std::int64_t size : {1LL, 7LL, 64LL}) {
    for (std::int64_t begin = (kSome - 1) / size * size; begin >= 0; begin -= size) {
      const auto part = sample(source, {begin, std::min(size, kSome - begin)});
      for (std::size_t i = 0; i < part.size(); ++i) {
        ASSERT_EQ(part[i], whole[static_cast<std::size_t>(begin) + i]) << begin << " " << size;
      }
    }
  }
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const GeneratorEntry& entry : generators()) names.emplace_back(entry.name);
  return names;
}
INSTANTIATE_TEST_SUITE_P(seed, statistics, testing::ValuesIn(all_names()),
                         [](const auto& instance) { return instance.param; });

TEST(statistics_of_nulls, null_rate_is_kept_by_every_bond) {
  for (const std::string fill :
       {"normal, null_rate: 0.25", "poisson, null_rate: 0.25",
        "conditional, on: tier, cases: {gold: 1}, else: 2, null_rate: 0.25"}) {
    const SeedPlan plan =
        plan_of_columns({"{name: v, type: INT, fill: {generator: " + fill + "}}"}, kRows);
    const auto texts = values_of(plan, "dim_thing", "v");
    const auto nulls = std::count(texts.begin(), texts.end(), "NULL");
    EXPECT_NEAR(static_cast<double>(nulls), 0.25 * kRows, 5 * std::sqrt(kRows * 0.1875)) << fill;
  }
}

TEST(regex, unique_columns_use_every_match_once) {
  Options options;
  options.rows["dim_thing"] = 3 * 3 * 110;
  const std::string column =
      "{name: v, type: TEXT, unique: true, nullable: false, fill: {generator: regex, pattern: "
      "'[A-C]{2}-\\d{1,2}|[AB]B-\\d'}}";  // the second branch matches nothing new
  const auto texts = values_of(plan_of(one_table({column}), options), "dim_thing", "v");
  EXPECT_EQ(std::set<std::string>(texts.begin(), texts.end()).size(), 990U);
  options.rows["dim_thing"] = 991;
  const auto plan = make(one_table({column}), options);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error()[0].code, Code::kNotEnoughValues);
}

}  // namespace
}  // namespace dbx::seed
