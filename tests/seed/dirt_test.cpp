// Defects: as many as asked for, each told of, the other cells as they were.
#include "dbx/seed/dirt.h"

#include <cmath>
#include <set>

#include "dbx/seed/slip.h"
#include "seed/support.h"

namespace dbx::seed {
namespace {

constexpr const char* kSpec = R"yaml(version: 1
warehouse: w
entities:
  dimensions:
    - name: dim_company
      surrogate_key: company_key
      natural_key: company_id
      columns:
        - {name: company_id, type: VARCHAR(20), nullable: false}
        - {name: region, type: VARCHAR(40)}
  facts:
    - name: fact_payment
      surrogate_key: payment_key
      grain: one row per payment
      grain_columns: [payment_key]
      foreign_keys:
        - {column: company_key, references: dim_company(company_key)}
      columns:
        - {name: note, type: VARCHAR(60)}
        - {name: paid_on, type: DATE}
        - {name: state, type: VARCHAR(10), nullable: false, check: "state IN ('a', 'b')"}
      measures:
        - {name: amount, type: "DECIMAL(12,2)"}
        - {name: reference, type: BIGINT}
      indexes:
        - {name: ux_reference, columns: [reference], unique: true}
)yaml";

Options dirty(const std::vector<spec::Dirt>& dirt) {
  Options options;
  options.rows["fact_payment"] = 20'000;
  if (!dirt.empty()) options.dirt["fact_payment"] = dirt;
  return options;
}

using Grid = std::vector<std::vector<std::string>>;

Grid rows_of(const SeedPlan& plan) {
  const TablePlan& table = *plan.find("fact_payment");
  return sample(*table.source, {0, table.rows});
}

std::size_t column_of(const SeedPlan& plan, const std::string& name) {
  const auto& columns = plan.find("fact_payment")->columns;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].name == name) return c;
  }
  return columns.size();
}

TEST(dirt, each_kind_hurts_as_many_cells_as_asked_for_and_tells_of_each) {
  const spec::Spec spec = read_spec(kSpec);
  const SeedPlan clean = plan_of(spec, dirty({}));
  const Grid before = rows_of(clean);
  const std::vector<spec::Dirt> kinds = {{spec::Defect::kMissing, "amount", 0.05, 30},
                                         {spec::Defect::kMistyped, "note", 0.05, 30},
                                         {spec::Defect::kOutlier, "amount", 0.05, 30},
                                         {spec::Defect::kOrphaned, "company_key", 0.05, 30},
                                         {spec::Defect::kLate, "paid_on", 0.05, 30}};
  for (const spec::Dirt& kind : kinds) {
    const SeedPlan plan = plan_of(spec, dirty({kind}));
    EXPECT_TRUE(plan.notes().empty());
    const Grid after = rows_of(plan);
    const std::size_t hurt = column_of(plan, kind.column);
    std::set<std::int64_t> changed;
    int possible = 0;
    for (std::size_t r = 0; r < before.size(); ++r) {
      possible += before[r][hurt] == "NULL" ? 0 : 1;
      for (std::size_t c = 0; c < before[r].size(); ++c) {
        if (before[r][c] == after[r][c]) continue;
        EXPECT_EQ(c, hurt);
        changed.insert(static_cast<std::int64_t>(r) + 1);
      }
    }
    // Binomial: four standard deviations.
    const double expected = 0.05 * possible;
    EXPECT_NEAR(static_cast<double>(changed.size()), expected, 4 * std::sqrt(expected * 0.95));
    const DirtyTable& table = *plan.find("fact_payment")->dirty;
    std::set<std::int64_t> told;
    for (const Truth& truth : table.truth({0, table.row_count()})) {
      told.insert(truth.row);
      EXPECT_EQ(truth.column, kind.column);
      EXPECT_EQ(truth.clean, before[static_cast<std::size_t>(truth.row - 1)][hurt]);
      EXPECT_EQ(truth.dirty, after[static_cast<std::size_t>(truth.row - 1)][hurt]);
    }
    EXPECT_EQ(told, changed);
  }
}

TEST(dirt, a_duplicate_is_the_row_before_it_under_a_key_of_its_own) {
  spec::Spec spec = read_spec(kSpec);
  spec.facts[0].indexes.clear();
  const SeedPlan plan = plan_of(spec, dirty({{spec::Defect::kDuplicate, "", 0.02, 30}}));
  ASSERT_TRUE(plan.notes().empty()) << plan.notes().front().message;
  const Grid rows = rows_of(plan);
  const std::size_t key = column_of(plan, "payment_key");
  const DirtyTable& table = *plan.find("fact_payment")->dirty;
  const auto truths = table.truth({0, table.row_count()});
  EXPECT_GT(truths.size(), 300U);
  const Grid clean = rows_of(plan_of(spec, dirty({})));
  std::set<std::string> keys;
  for (const auto& row : rows) keys.insert(row[key]);
  EXPECT_EQ(keys.size(), rows.size());
  for (const Truth& truth : truths) {
    const auto r = static_cast<std::size_t>(truth.row - 1);
    EXPECT_EQ(truth.clean, clean[r - 1][key]);
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (c != key) {
        EXPECT_EQ(rows[r][c], clean[r - 1][c]);
      }
    }
  }
}

TEST(dirt, batches_of_any_size_are_hurt_alike) {
  spec::Spec spec = read_spec(kSpec);
  spec.facts[0].indexes.clear();
  const SeedPlan plan = plan_of(spec, dirty({{spec::Defect::kDuplicate, "", 0.1, 30},
                                             {spec::Defect::kMistyped, "note", 0.1, 30},
                                             {spec::Defect::kMissing, "amount", 0.1, 30}}));
  const database::RowSource& source = *plan.find("fact_payment")->source;
  const Grid whole = sample(source, {0, 3'000});
  for (const std::int64_t size : {1L, 7L, 1000L}) {
    Grid parts;
    for (std::int64_t begin = 0; begin < 3'000; begin += size) {
      for (auto& row : sample(source, {begin, std::min(size, 3'000 - begin)})) {
        parts.push_back(std::move(row));
      }
    }
    EXPECT_EQ(parts, whole) << size;
  }
}

TEST(dirt, what_the_table_cannot_take_is_left_out_and_said) {
  const spec::Spec spec = read_spec(kSpec);
  const std::vector<std::pair<spec::Dirt, std::string>> impossible = {
      {{spec::Defect::kMissing, "state", 0.1, 30}, "it takes no NULL"},
      {{spec::Defect::kMistyped, "state", 0.1, 30}, "a check would refuse it"},
      {{spec::Defect::kMissing, "payment_key", 0.1, 30}, "it is part of a key"},
      {{spec::Defect::kOutlier, "reference", 0.1, 30}, "it is part of a key"},
      {{spec::Defect::kOutlier, "note", 0.1, 30}, "it is no number"},
      {{spec::Defect::kOrphaned, "amount", 0.1, 30}, "it is no foreign key"},
      {{spec::Defect::kLate, "amount", 0.1, 30}, "it is no date and no time"},
      {{spec::Defect::kOutlier, "company_key", 0.1, 30}, "it is a foreign key"},
  };
  for (const auto& [wish, why] : impossible) {
    const SeedPlan plan = plan_of(spec, dirty({wish}));
    ASSERT_EQ(plan.notes().size(), 1U) << why;
    EXPECT_EQ(plan.notes().front().code, Code::kDirtNotPossible);
    EXPECT_NE(plan.notes().front().message.find(why), std::string::npos)
        << plan.notes().front().message;
    EXPECT_EQ(plan.find("fact_payment")->dirty, nullptr);
  }
  Options options;
  options.dirt["dim_company"] = {{spec::Defect::kDuplicate, "", 0.1, 30}};
  const SeedPlan plan = plan_of(spec, options);
  ASSERT_EQ(plan.notes().size(), 1U);
  EXPECT_EQ(plan.notes().front().message,
            "no rows of dim_company are made duplicates: a unique key forbids the second row");
}

TEST(dirt, a_slip_is_another_text_of_whole_characters) {
  const std::vector<std::string> texts = {"a", "aa", "Zürich", "日本語", "x", ""};
  for (const std::string& text : texts) {
    for (std::uint64_t draw = 1; draw < 3'000; draw += 7) {
      const std::string slipped = slip(text, mix64(draw) | 1U, 6);
      EXPECT_NE(slipped, text);
      std::size_t characters = 0;
      for (const char byte : slipped) {
        characters += (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U ? 0 : 1;
      }
      EXPECT_GE(characters, 1U);
      EXPECT_LE(characters, 6U) << text;
    }
  }
}

}  // namespace
}  // namespace dbx::seed
