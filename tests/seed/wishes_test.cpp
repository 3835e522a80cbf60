// What a seed is asked for, and where it is told that it cannot be: profiles that are not there or
// wrong, files that would be written over.
#include <filesystem>

#include "dbx/app/seed_files.h"
#include "migrate/engine_fixture.h"

namespace dbx {
namespace {

constexpr const char* kSpec = R"yaml(version: 1
warehouse: shop
entities:
  facts:
    - name: fact_order
      surrogate_key: order_key
      grain: one row per order
      grain_columns: [order_key]
      columns:
        - {name: ordered_on, type: DATE, nullable: false}
      measures:
        - {name: amount, type: "DECIMAL(12,2)"}
    - name: fact_line
      surrogate_key: line_key
      grain: one row per line
      grain_columns: [line_key]
      foreign_keys:
        - {column: order_key, references: fact_order(order_key)}
      measures:
        - {name: quantity, type: INT}
)yaml";

class Wishes : public ::testing::Test {
 protected:
  Wishes() {
    test::write(folder_.file("spec.yml"), kSpec);
    request_.target = folder_.file("spec.yml");
    request_.folder = folder_.file("rows");
    request_.wishes.rows = {{"fact_order", 200}};
  }
  Result<app::SeedReport> write() const {
    const CancelFlag never;
    return app::seed_files(request_, {}, never);
  }
  // What is wrong with a profile of these lines.
  Diagnostic wrong(const std::string& lines) {
    request_.wishes.profile = folder_.file("p.yml");
    test::write(request_.wishes.profile, "version: 1\n" + lines);
    const auto report = write();
    EXPECT_FALSE(report.has_value()) << lines;
    return report ? Diagnostic{} : report.error().front();
  }

  const test::TemporaryFolder folder_;
  app::SeedFilesRequest request_;
};

TEST_F(Wishes, a_profile_that_is_not_there_names_those_that_are) {
  test::write(folder_.file("nightly.yml"), "version: 1\n");
  request_.wishes.profile = folder_.file("nightli.yml");
  const auto report = write();
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().front().code, Code::kFileNotFound);
  const std::string& hint = report.error().front().hint;
  EXPECT_NE(hint.find("tiny, demo, load, stress"), std::string::npos) << hint;
  EXPECT_NE(hint.find("nightly.yml"), std::string::npos) << hint;
}

TEST_F(Wishes, a_wrong_fill_is_shown_in_the_profile_that_gives_it) {
  const std::string head = "tables:\n  - name: fact_line\n    rows: 500\n    columns:\n      - ";
  for (const char* column : {"{name: order_key, fill: {generator: fan_out, min: 4, max: 2}}",
                             "{name: order_key, fill: {generator: fan_out, exact: 3}}",
                             "{name: order_key, fill: {generator: fan_out, most: 3}}",
                             "{name: quantity, fill: {generator: uniform, min: 4, max: 2}}",
                             "{name: quantity, fill: {generator: sum_to_total, of: nowhere.n}}"}) {
    const Diagnostic problem = wrong(head + column + "\n");
    EXPECT_EQ(problem.where.file, folder_.file("p.yml")) << column << problem.message;
    EXPECT_EQ(problem.where.line, 6) << column;
  }
  request_.wishes.profile = folder_.file("p.yml");
  test::write(request_.wishes.profile,
              "version: 1\n" + head + "{name: order_key, fill: {generator: fan_out, max: 4}}\n");
  const auto report = write();
  ASSERT_TRUE(report.has_value()) << test::words(report.error());
  EXPECT_EQ(report->plan.find("fact_line")->columns[1].why,
            "references fact_order.order_key, 1 to 4 for each of its rows, exactly");
}

TEST_F(Wishes, no_file_is_written_over_unasked) {
  request_.wishes.profile = folder_.file("p.yml");
  test::write(request_.wishes.profile,
              "version: 1\ntables:\n  - name: fact_order\n    dirt: [{kind: missing, column: "
              "amount, rate: 0.1}]\n");
  ASSERT_TRUE(write().has_value());
  for (const char* kept : {"truth.fact_order.parquet", "manifest.json", "fact_line.parquet"}) {
    for (const auto& entry : std::filesystem::directory_iterator(request_.folder)) {
      if (entry.path().filename() != kept) std::filesystem::remove(entry.path());
    }
    const auto refused = write();
    ASSERT_FALSE(refused.has_value()) << kept;
    EXPECT_EQ(refused.error().front().code, Code::kFileExists);
    EXPECT_NE(refused.error().front().message.find(kept), std::string::npos);
    request_.replace = true;
    ASSERT_TRUE(write().has_value());
    request_.replace = false;
  }
}

}  // namespace
}  // namespace dbx
