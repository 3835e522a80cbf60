// Reports and proofs, against a DuckDB with rows whose answers are known.
#include "dbx/quality/quality.h"

#include <gtest/gtest.h>

#include "dbx/dialect/dialect.h"

namespace dbx::quality {
namespace {

schema::Column column(const std::string& name, schema::TypeKind kind) {
  schema::Column result;
  result.name = name;
  result.type.kind = kind;
  return result;
}

class quality_of_rows : public testing::Test {
 protected:
  quality_of_rows() : duckdb_(**dialect::find("duckdb")) {
    connection_ = std::move(*duckdb_.connect("duckdb::memory:", {}));
    run_ = [this](const query::Select& select) {
      return connection_->query(duckdb_.write(select));
    };
    parent_.name = "parent";
    parent_.columns = {column("id", schema::TypeKind::kInt)};
    child_.name = "child";
    child_.columns = {
        column("parent_id", schema::TypeKind::kInt), column("kind", schema::TypeKind::kText),
        column("amount", schema::TypeKind::kDouble), column("flag", schema::TypeKind::kBoolean)};
    child_.uniques = {{"uq", {"parent_id", "kind"}, schema::Enforcement::kVerified}};
    child_.foreign_keys = {{"fk",
                            {"parent_id"},
                            "parent",
                            {"id"},
                            schema::OnDelete::kNoAction,
                            schema::Enforcement::kVerified}};
    execute("CREATE TABLE parent (id INTEGER)");
    execute("CREATE TABLE child (parent_id INTEGER, kind VARCHAR, amount DOUBLE, flag BOOLEAN)");
    execute("INSERT INTO parent VALUES (1), (2)");
    execute(
        "INSERT INTO child VALUES (1, 'a', 1, true), (1, 'b', 2, false), (2, 'a', 3, true), "
        "(NULL, 'a', 4, NULL), (2, NULL, NULL, true)");
  }
  void execute(const std::string& sql) {
    const Status status = connection_->execute(sql);
    if (!status) ADD_FAILURE() << status.error().front().message;
  }

  const dialect::Dialect& duckdb_;
  std::unique_ptr<database::Connection> connection_;
  quality::Run run_;
  schema::Table parent_;
  schema::Table child_;
};

TEST_F(quality_of_rows, report_counts_and_describes) {
  ReportOptions options;
  options.percentiles = {50, 90};
  const auto result = report(child_, options, run_);
  ASSERT_TRUE(result) << result.error().front().message;
  EXPECT_EQ(result->rows, 5);
  const ColumnReport& kind = result->columns[1];
  EXPECT_EQ(kind.nulls, 1);
  EXPECT_EQ(kind.distinct, 2);
  EXPECT_EQ(database::to_text(kind.min), "a");
  EXPECT_EQ(database::to_text(kind.max), "b");
  ASSERT_EQ(kind.top.size(), 2U);
  EXPECT_EQ(database::to_text(kind.top[0].value), "a");
  EXPECT_EQ(kind.top[0].rows, 3);
  EXPECT_FALSE(kind.mean);
  const ColumnReport& amount = result->columns[2];
  EXPECT_EQ(amount.nulls, 1);
  EXPECT_DOUBLE_EQ(*amount.mean, 2.5);
  EXPECT_NEAR(*amount.stddev, 1.2909944487, 1e-9);
  EXPECT_DOUBLE_EQ(*amount.percentiles[0].value, 2.5);
  EXPECT_NEAR(*amount.percentiles[1].value, 3.7, 1e-12);
  EXPECT_TRUE(amount.top.empty());
  EXPECT_EQ(result->columns[3].top.size(), 2U);
}

TEST_F(quality_of_rows, report_of_no_rows_has_no_numbers) {
  execute("DELETE FROM child");
  const auto result = report(child_, {}, run_);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->rows, 0);
  EXPECT_FALSE(result->columns[2].mean);
  EXPECT_FALSE(result->columns[2].percentiles[0].value);
}

TEST_F(quality_of_rows, report_refuses_what_is_no_percentile) {
  for (const double percent : {0.0, 100.0, -5.0}) {
    ReportOptions options;
    options.percentiles = {percent};
    const auto result = report(child_, options, run_);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().front().code, Code::kUsage);
  }
}

TEST_F(quality_of_rows, verify_proves_what_holds) {
  const auto result = verify({{parent_, child_}}, run_);
  ASSERT_TRUE(result) << result.error().front().message;
  ASSERT_EQ(result->proofs.size(), 2U);
  EXPECT_TRUE(result->problems.empty());
}

TEST_F(quality_of_rows, verify_finds_orphans_and_repeated_keys) {
  execute("INSERT INTO child VALUES (7, 'x', 1, true), (8, 'x', 1, true), (1, 'a', 1, true)");
  const auto result = verify({{parent_, child_}}, run_);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->problems.size(), 2U);
  EXPECT_EQ(result->proofs[0].violations, 1);
  EXPECT_EQ(result->proofs[1].violations, 2);
  EXPECT_EQ(result->problems[1].code, Code::kOrphanRows);
  EXPECT_NE(result->problems[1].message.find("2 rows of child"), std::string::npos);
}

}  // namespace
}  // namespace dbx::quality
